import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runTests } from '../../verify/mutation/named-test.ts'

const root = mkdtempSync(join(tmpdir(), 'named-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
mkdirSync(join(root, 'tests'))

const configuration = `export default {
  test: { include: ['tests/*.test.ts'], reporters: [['json', { outputFile: 'test-results/vitest.json' }]], testTimeout: 60_000 }
}`
writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
writeFileSync(join(root, 'vitest.config.ts'), configuration)
const passing = `it('stands', () => expect(1).toBe(1))`
const files = {
  green: passing,
  red: `${passing}\nit('expects', () => expect(1).toBe(2))`,
  thrown: `${passing}\nit('throws', () => { throw new Error('no expectation') })`,
  rejects: `it('is refused', () => expect(Promise.reject(new Error('other'))).rejects.toThrow(/nobody/))`,
  resolves: `it('is told', () => expect(Promise.resolve(1)).resolves.toBe(2))`,
  broken: `it('throws', () => { throw new Error('no expectation') })`,
  unloaded: `import './nowhere.ts'\n${passing}`,
  slow: `it('waits', () => new Promise((done) => setTimeout(done, 50_000)))`
}
const fileOf = (name: keyof typeof files) => {
  const file = join('tests', `${name}.test.ts`)
  writeFileSync(join(root, file), `import { expect, it } from 'vitest'\n${files[name]}\n`)
  return file
}
const run = (name: keyof typeof files, asked: { name?: string; minutes?: number } = {}) =>
  runTests(root, { files: [fileOf(name)], ...asked })

describe('a run of tests in which a mistake was made', () => {
  it('is no proof where everything fell and no expectation did', async () => {
    expect(await run('broken')).toEqual({ outcome: 'broken', ran: ['throws'], failed: ['throws'] })
  })

  it('is none where the tests cannot be loaded', async () => {
    expect(await run('unloaded')).toEqual({ outcome: 'broken', ran: [], failed: [] })
  })

  it('is none where no test of that name is there', async () => {
    expect(await run('green', { name: 'flies' })).toEqual({ outcome: 'none', ran: [], failed: [] })
  })

  it('is none where it had to be stopped', async () => {
    const from = Date.now()
    expect(await run('slow', { minutes: 0.2 })).toEqual({ outcome: 'late', ran: [], failed: [] })
    expect(Date.now() - from).toBeLessThan(40_000)
  })

  it('is red where an expectation fell, or one test among others, and names which', async () => {
    expect(await run('red')).toEqual({ outcome: 'red', ran: ['stands', 'expects'], failed: ['expects'] })
    expect(await run('thrown')).toEqual({ outcome: 'red', ran: ['stands', 'throws'], failed: ['throws'] })
    expect((await run('red', { name: 'expects' })).ran).toEqual(['expects'])
    for (const name of ['rejects', 'resolves'] as const) expect((await run(name)).outcome).toBe('red')
  })

  it('is green where nothing fell', async () => {
    expect(await run('green')).toEqual({ outcome: 'green', ran: ['stands'], failed: [] })
  })
})
