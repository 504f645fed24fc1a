import { beforeAll, expect, test } from 'vitest'
import { dataClasses } from '../../workflows/vocabulary/vocabulary.ts'
import { testApp } from '../support/running/app.ts'
import { openHouse } from './house/house.ts'
import {
  askedOfGuest,
  classesControlled,
  controls,
  isHidden,
  pairOf,
  plainLife,
  seenOnce,
  type Plain
} from './controls.ts'
import { exits } from './exits.ts'
import { against, counted, known, unmet } from './verdict/known.ts'
import { copying } from './leaks.ts'
import { byExit, readers } from './mutants.ts'
import { comparedBy, noResults, type Results } from './results.ts'
import { another, begun, sample } from './twins.ts'
import { forFile } from '../support/for-file.ts'

let results: Results

const house = await forFile(openHouse((given) => testApp({ ...given, web: true })))
beforeAll(async () => {
  const progress = begun()
  while (progress.lives < sample.lives) await another(house, progress, sample)
  results = progress.results
})

test('two lives that differ in what a reader may not know differ for them in nothing beyond the counted list', () => {
  const { exceptions, differences } = known()
  const { grown } = against(counted(results, exceptions), differences)
  expect(grown, 'a difference that nobody knew of, or more of one than before').toEqual([])
})

test('the list of known differences shrinks with them', () => {
  const { exceptions, differences } = known()
  const { shrunk } = against(counted(results, exceptions), differences)
  expect(shrunk, 'found no more or less often: run `npm run twins -- --known`').toEqual([])
})

test('at most eight differences are excepted, each with its reason', () => {
  const { exceptions } = known()
  expect(exceptions.length).toBeLessThanOrEqual(8)
  expect(exceptions.filter(({ why }) => why.length < 20)).toEqual([])
})

test('something was compared', () => {
  expect(results.pairs).toBeGreaterThan(sample.lives)
  expect(Object.keys(comparedBy(results, 0)).length).toBeGreaterThan(5)
})

test('a kind that is new, or found more often, is more than is known; one found less often is less', () => {
  const list = { 'I | events | [].seq': 2, 'I | stream | [] longer': 1 }
  const found = { 'I | events | [].seq': 1, 'I | stream | [] longer': 2, 'K | case | badges': 1 }
  expect(against(found, list)).toEqual({
    grown: [
      ['I | stream | [] longer', 2],
      ['K | case | badges', 1]
    ],
    shrunk: [['I | events | [].seq', 2]]
  })
})

test('an exception speaks for one class at one exit, and is told of when it is not met', () => {
  const [met, idle] = [
    { dataClass: 'I', exit: 'versions', why: 'a test' },
    { dataClass: 'L', exit: 'versions', why: 'a test' }
  ]
  const kind = { count: 1, example: {} as never }
  const found = { ...noResults(), kinds: { 'I | versions | etag': kind, 'I | events | [].seq': kind } }
  expect(counted(found, [met!])).toEqual({ 'I | events | [].seq': 1 })
  expect(unmet(found, [met!, idle!])).toEqual([idle])
})

test('two lives that differ in nothing differ for nobody', async () => {
  expect(await pairOf(house, [], { readers, browsing: readers })).toEqual([])
})

test('a reminder to whoever the secret itself asked is theirs to know, and the same letter to anybody else tells', async () => {
  const asked = { readers: ['ofii'], days: 15 }
  expect(await pairOf(house, askedOfGuest(house), asked)).toEqual([])
  const reminders = house.letters.filter(({ subject, link }) => subject.startsWith('Rappel') && link !== null)
  expect(reminders.length).toBeGreaterThan(1)
  const found = await pairOf(copying(house), askedOfGuest(house), asked)
  expect([...new Set(found.map(({ exit }) => exit))]).toEqual(['mails'])
})

test('an exit that counts the hidden acts is seen, whichever it is', async () => {
  const seen = await byExit(house)
  expect(Object.keys(seen).sort()).toEqual([...exits].sort())
  expect(Object.entries(seen).filter(([, differences]) => differences === 0)).toEqual([])
})

let plain: Plain
test('the life in which nothing is hidden is read under each of the controls', async () => {
  plain = await plainLife(house)
  expect([...plain.keys()].sort()).toEqual(Object.keys(dataClasses).sort())
})

test.each(classesControlled)(
  'class %s is seen as soon as one capacity is shown it that the matrix keeps blind',
  async (dataClass) => {
    expect(isHidden(controls[dataClass], dataClass)).toBe(true)
    expect(await seenOnce(house, plain, dataClass)).not.toEqual([])
  }
)
