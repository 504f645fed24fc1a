import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What CONTRIBUTING tells, as patches, and the most files that each may ask somebody to write. */
const recipes = [
  { name: 'who-may-see-asylum', most: 1 },
  { name: 'question-of-the-flag', most: 3 },
  { name: 'clock-after-refusal', most: 3 },
  { name: 'recipient-consulate', most: 4 }
] as const

const recipient = 'recipient-consulate'

/** What holds the tables of recipients, capacities, roles, grants and clocks of answers as they stand. */
const holding = [
  'tests/policies/abilities.test.ts',
  'tests/policies/agreement.test.ts',
  'tests/policies/awaited.test.ts',
  'tests/policies/disclosure/data-classes.test.ts',
  'tests/policies/disclosure/names.test.ts',
  'tests/policies/emergency-access.test.ts',
  'tests/policies/matrix.test.ts',
  'tests/policies/rooms.test.ts',
  'tests/policies/speaking.test.ts',
  'tests/workflows/deadlines/register.test.ts',
  'tests/workflows/referral'
]

const patchOf = (name: string) => join(root, 'docs', 'recipes', `${name}.patch`)

/** Where each recipe shows that it does what it says: a test of its own, which is not counted. */
const proofs = 'tests/workflows/recipes'

const filesIn = (name: string) =>
  [...readFileSync(patchOf(name), 'utf8').matchAll(/^\+\+\+ b\/(\S+)/gm)].map(([, path = '']) => path)

const copy = mkdtempSync(join(tmpdir(), 'recipes-'))
const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { cwd: copy, encoding: 'utf8', stdio: 'pipe' })
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

/** The output of a program that ends well; what it said instead, otherwise. */
const outcome = (command: string, args: readonly string[]): string => {
  try {
    run(command, args)
    return 'well'
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    return `${stdout ?? ''}${stderr ?? ''}`
  }
}

beforeAll(() => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  // The types of the web's client are written, not tracked.
  for (const path of [...tracked, 'web/.svelte-kit/api.d.ts'])
    if (path && existsSync(join(root, path))) cpSync(join(root, path), join(copy, path))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  run('git', ['apply', patchOf(recipient)])
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('the recipes of CONTRIBUTING', () => {
  it.each(recipes)('$name asks for $most files at most, written by hand', ({ name, most }) => {
    const written = filesIn(name).filter((path) => !path.startsWith(proofs))
    expect(written.length).toBeGreaterThan(0)
    expect(written.length, written.join(', ')).toBeLessThanOrEqual(most)
  })

  it.each(recipes)('$name brings its own proof', ({ name }) => {
    expect(filesIn(name).filter((path) => path.startsWith(proofs))).toHaveLength(1)
  })

  it(
    'a new recipient passes every test that holds the tables it joins, none of them rewritten',
    { timeout: 300_000 },
    () => {
      expect(outcome(bin('vitest'), ['run', '--project', 'rules', ...holding])).toBe('well')
    }
  )

  it('compile, all of them together', { timeout: 300_000 }, () => {
    for (const { name } of recipes.filter((one) => one.name !== recipient))
      run('git', ['apply', patchOf(name)])
    expect(outcome(bin('tsc'), ['--noEmit'])).toBe('well')
  })

  it('do what they say', () => {
    expect(outcome(bin('vitest'), ['run', '--project', 'rules', proofs])).toBe('well')
  })
})
