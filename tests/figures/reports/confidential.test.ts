import { expect, test } from 'vitest'
import { confidentialIn } from '../../../figures/reports/confidential.ts'
import type { FilledLine } from '../../../figures/reports/fill.ts'
import { formally, registered, type At } from '../../../figures/reports/report.ts'
import { sexes } from '../../../workflows/vocabulary/words.ts'

const line = (id: string, persons: number, at: At = {}): FilledLine => ({
  id,
  label: { fr: id, en: id },
  from: { ours: 'status_age_sex', at },
  state: 'filled',
  value: persons,
  persons,
  editions: []
})
const flagged = (...lines: FilledLine[]) => [...confidentialIn(lines)]
const bySex = (persons: number) =>
  Object.keys(sexes).map((sex) => line(`sex.${sex}`, persons, { status: registered, sex }))

test('few persons, and nobody as well', () => {
  expect(flagged(line('one', 10), line('two', 0), line('three', 11))).toEqual(['one', 'two'])
})

test('with one of few, the whole of its breakdown, however many variables it crosses', () => {
  const of = (sex: string, age: string, persons: number) =>
    line(`sex_age.${sex}.${age}`, persons, { status: registered, age, sex })
  const crossed = [of('female', 'minor', 4), of('female', 'adult', 50), of('male', 'adult', 60)]
  expect(flagged(...crossed, line('other', 70))).toEqual(crossed.map(({ id }) => id))
  expect(flagged(...crossed.slice(1))).toEqual([])
})

test('a part of which few are left in the whole', () => {
  const whole = line('victims', 246, { status: registered })
  expect(flagged(whole, line('victims.formal', 240, { status: formally }))).toEqual(['victims.formal'])
  expect(flagged(whole, line('victims.formal', 246, { status: formally }))).toEqual(['victims.formal'])
  expect(flagged(whole, line('victims.formal', 200, { status: formally }))).toEqual([])
  // Of another place nothing is left over.
  expect(flagged(whole, line('women', 240, { sex: 'female' }))).toEqual([])
})

test('a part of a whole that no line tells, and a complete breakdown adds up to', () => {
  const all = 50 * Object.keys(sexes).length
  const formal = line('formal', all - 5, { status: formally })
  const parts = [line('presumed', 5, { status: 'presumed' }), formal]
  expect(flagged(...parts, ...bySex(50))).toEqual(['presumed', 'formal'])
  expect(flagged(...parts, ...bySex(50).slice(1))).toEqual(['presumed'])
  expect(flagged(...parts)).toEqual(['presumed'])
})

test('what is masked or of others says nothing', () => {
  expect(flagged({ ...line('masked', 0), persons: null })).toEqual([])
})
