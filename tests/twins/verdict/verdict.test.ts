import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commandTypes } from '../../../workflows/case/commands.ts'
import { dataClasses, type DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import { exits, type Exit } from '../exits.ts'
import { known } from './known.ts'
import type { Killed } from '../mutants.ts'
import { hideable } from './never.ts'
import { exceptionsTable } from './page.ts'
import { noResults, separator, type Results } from '../results.ts'
import { tableOf } from './table.ts'
import { failings, whole } from './verdict.ts'

const killed: Killed = {
  classes: Object.fromEntries(Object.keys(dataClasses).map((one) => [one, 1])),
  exits: Object.fromEntries(exits.map((one) => [one, 1]))
}

/** A run that saw everything, and found nothing. */
const complete = () => ({
  results: {
    ...noResults(),
    pairs: whole,
    compared: Object.fromEntries(
      tableOf(noResults()).flatMap(({ dataClass, capacity, cells }) =>
        cells.map(({ exit }) => [[dataClass, capacity, exit].join(separator), 1])
      )
    )
  } as Results,
  times: Object.fromEntries(hideable.map((type) => [type, 20])),
  exceptions: [],
  mutants: killed
})

const found = (results: Results, kind: string): Results => ({
  ...results,
  kinds: { [kind]: { count: 1, example: {} as never } }
})

test('a whole run fails by a cell of the table that is empty, whichever it is', () => {
  const run = complete()
  const { ['I | cell | events']: _one, ...compared } = run.results.compared
  expect(failings({ ...run, results: { ...run.results, compared } })).toEqual([
    'never compared: I cell: events'
  ])
})

test('it fails by an act that was hidden too seldom, and by a mutant that lives or was not run', () => {
  const run = complete()
  expect(failings({ ...run, times: { ...run.times, 'asylum.lodged': 19 } })).toEqual([
    'hidden 19 times: asylum.lodged'
  ])
  expect(failings({ ...run, mutants: { ...killed, exits: { ...killed.exits, mails: 0 } } })).toEqual([
    'a mutant lives: mails'
  ])
  expect(failings({ ...run, mutants: null })).toEqual(['no mutant was run'])
})

test('it fails by an exception that was never met, and one that is met excuses its class at its exit alone', () => {
  const run = complete()
  const excepted = { ...run, exceptions: [{ dataClass: 'K', exit: 'stream', why: 'a test' }] }
  expect(failings(excepted)).toEqual(['never met: K | stream'])
  expect(failings({ ...excepted, results: found(run.results, 'K | stream | []') })).toEqual([])
  expect(failings({ ...run, results: found(run.results, 'K | events | []') })).toEqual([
    'differs 1 times: K | events | []'
  ])
})

test('a short run fails by differences alone, and a whole one that saw everything passes', () => {
  const run = complete()
  expect(failings(run)).toEqual([])
  const short = { ...run, results: noResults(), times: {}, mutants: null }
  expect(failings(short)).toEqual([])
  expect(failings({ ...short, results: found(noResults(), 'K | events | []') })).toHaveLength(1)
})

test('each class is kept from somebody, and everybody who is blind has an exit', () => {
  const table = tableOf(noResults())
  const classes = Object.keys(dataClasses) as DataClass[]
  expect(classes.filter((one) => !table.some(({ dataClass }) => dataClass === one))).toEqual([])
  expect(table.filter(({ cells }) => cells.length < 2)).toEqual([])
})

const address = new URL('../../../docs/twins.md', import.meta.url)

/** Exits that came after the last whole run: the sample and shorter runs ask them, and the page is silent until it is run again. */
const since: readonly Exit[] = ['calls', 'calendar', 'search']

test('the page of a whole run speaks of every class, exit and exception', () => {
  const page = readFileSync(address, 'utf8')
  for (const { fr } of Object.values(dataClasses)) expect(page).toContain(fr)
  const spokenOf = exits.filter((exit) => page.includes(`fuit par « ${exit} »`))
  expect(exits.filter((exit) => !spokenOf.includes(exit)).toSorted()).toEqual(since.toSorted())
  expect(page, 'run npm run twins -- --write').toContain(exceptionsTable(known().exceptions))
  expect(page).not.toMatch(/\| 0 \|/)
})

test('README counts the acts that can be hidden as they are', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(`${hideable.length} of ${commandTypes.length} acts can be hidden`)
})
