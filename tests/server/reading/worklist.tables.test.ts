import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { digestOf, lineTables, madeIn } from '../../../server/outbox/worklist.line.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const valueImport = /^\s*(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"](\.[^'"]+)['"]/gm

/** The files whose values a file takes, and those that they take. */
const takenBy = (path: string, seen = new Set<string>()) => {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, name] of readFileSync(join(root, path), 'utf8').matchAll(valueImport))
    takenBy(normalize(join(dirname(path), name!)), seen)
  return seen
}

/** The digest, were this written there instead. */
const becoming = (file: string, was: string, is: string) => {
  let found = false
  const digest = digestOf((path, text) => {
    if (path !== file || !text.includes(was)) return text
    found = true
    return text.replace(was, is)
  })
  expect(found, `${file} has no « ${was} »`).toBe(true)
  return digest
}

test.each([
  ['policies/awaited.ts', `prosecutor: ['danger.immediate']`, 'prosecutor: []'],
  ['policies/disclosure.ts', `housing: 'K'`, `housing: 'E'`],
  ['policies/habilitations.ts', `regime: 'flag'`, `regime: 'psp'`],
  ['policies/duties.ts', `= ['case.close_lost']`, '= []'],
  ['policies/duties.ts', 'design: 3', 'design: 2'],
  ['policies/grants/cell.ts', `'triage.start'`, `'case.close'`],
  ['workflows/guards/awaited.ts', `=> `, `=> !`],
  ['workflows/vocabulary/capacities.ts', `classes: ['D']`, 'classes: []'],
  ['server/outbox/worklist.ts', 'isOffered(offeredBy(act))', 'false']
])('a line that was kept is another one’s where %s said %s', (file, was, is) => {
  expect(becoming(file, was, is)).not.toBe(lineTables.digest)
})

test('a comment that is put in other words makes no line anew', () => {
  const says = 'Acts that tidy the lists'
  expect(becoming('policies/duties.ts', says, 'Acts that clean the lists')).toBe(lineTables.digest)
})

test('nothing that a line is made by is written elsewhere, but for how it is stored', () => {
  const taken = [...takenBy('server/outbox/worklist.ts')]
  const elsewhere = taken.filter((path) => !madeIn.some((folder) => path.startsWith(`${folder}/`)))
  // The words of sessions stand in server/auth and those of releases in figures; the tables check their columns against them.
  expect(elsewhere.filter((path) => !/^(server\/(db|auth)|figures)\//.test(path))).toEqual([])
  expect(elsewhere).toContain('server/db/context.ts')
  for (const path of ['awaited', 'disclosure', 'habilitations', 'duties', 'desks', 'sight', 'grants'])
    expect(taken).toContain(`policies/${path}.ts`)
})
