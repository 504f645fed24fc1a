import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { askedOf, countsOf, exitCodeOf } from '../../verify/mutation/house/asked.ts'
import { standingOf, withFound, witnessOf, type Measured } from '../../verify/mutation/house/kept.ts'
import type { Mistake } from '../../verify/mutation/mistake.ts'
import type { Fate, Found } from '../../verify/mutation/put-back.ts'

const seen = 'tests/mutants/asked.test.ts'
const mistake = (why: string, more: Partial<Mistake> = {}): Mistake => ({
  ...{ why, file: 'server/app.ts', text: 'one', instead: 'other', seen },
  ...more
})
const [opened, closed, argued] = [
  mistake('a door would be open'),
  mistake('a door would be closed', { sql: 'select 1' }),
  mistake('a door would creak', { argued: 'nobody hears it' })
]
const list = [opened, closed, argued]
const areas = { doors: [opened, closed], hinges: [argued] }
const outcomes = (...of: [Mistake, Fate][]) => new Map(of.map(([{ why }, fate]) => [why, fate]))

describe('which mistakes a run makes', () => {
  it('is an error where none bears the text', () => {
    expect(() => askedOf(areas, { only: 'window' })).toThrow('no mistake of the list')
    const { status, stderr } = spawnSync(
      process.execPath,
      ['verify/mutation/house/main.ts', '--only', 'no such mistake'],
      { encoding: 'utf8' }
    )
    expect([status, stderr]).toEqual([1, expect.stringContaining('no mistake of the list')])
  })

  it('is all, or those of an area, a sentence, a file, a test or a statement', () => {
    expect(askedOf(areas, {})).toEqual(list)
    expect(askedOf(areas, { only: 'hinges' })).toEqual([argued])
    expect(askedOf(areas, { only: 'be open' })).toEqual([opened])
    expect(askedOf(areas, { only: 'select 1' })).toEqual([closed])
    expect(askedOf(areas, { only: 'asked.test' })).toEqual(list)
  })

  it('and of these, those that stand no longer', () => {
    expect(askedOf(areas, { standing: ({ why }) => why === opened.why })).toEqual([closed, argued])
    expect(askedOf(areas, { standing: () => true })).toEqual([])
  })
})

describe('a run fails', () => {
  it.each(['green', 'none', 'broken', 'late', 'untried'] as const)('where one is %s', (fate) => {
    expect(exitCodeOf(areas, outcomes([opened, 'red'], [closed, fate]))).toBe(1)
  })

  it('not where all are seen, nor over one that the list argues', () => {
    expect(exitCodeOf(areas, outcomes([opened, 'red'], [argued, 'green']))).toBe(0)
    expect(countsOf(areas, outcomes([opened, 'red'], [argued, 'green']))).toEqual([
      'doors: 1 of 1 seen',
      'hinges: 0 of 1 seen',
      '1 of 2 seen; 3 in the list'
    ])
  })
})

describe('what a run has found', () => {
  const nothing: Measured = { mistakes: {}, tests: {} }
  const found = (of: Mistake, more: Partial<Found> = {}): Found => ({
    ...{ mistake: of, outcome: 'red', witness: witnessOf(seen), whole: ['one', 'two'], failed: ['one'] },
    ...more
  })
  const after = (...all: Found[]) => all.reduce((known, one) => withFound(known, one, list), nothing)

  it('is nothing of a mistake that was not made, ran out of time, or whose test was red before', () => {
    expect(standingOf(opened, nothing)).toBe('not run')
    expect(standingOf(opened, after(found(opened, { outcome: 'late', failed: [] })))).toBe('not run')
    expect(after(found(opened, { outcome: 'untried' }))).toEqual(nothing)
  })

  it('holds for the test as it was asked', () => {
    expect(standingOf(opened, after(found(opened)))).toBe('seen')
    expect(standingOf(opened, after(found(opened, { witness: 'changed' })))).toBe('before')
    expect(standingOf(opened, after(found(opened, { outcome: 'green' })))).toBe('not seen')
    expect(standingOf(opened, after(found(opened, { outcome: 'green', witness: 'changed' })))).toBe('not run')
  })

  it('holds for the mistake as it was made', () => {
    expect(standingOf({ ...opened, instead: 'another' }, after(found(opened)))).toBe('not run')
  })

  it('keeps what runs before it found, and forgets what is no longer listed', () => {
    const gone = mistake('a door would be gone', { seen: 'tests/architecture.test.ts', text: 'gone' })
    const with_ = withFound(nothing, found(gone), [...list, gone])
    expect(Object.keys(with_.tests)).toEqual([gone.seen])
    const kept = withFound(with_, found(opened), list)
    expect([Object.keys(kept.tests), Object.keys(kept.mistakes).length]).toEqual([[seen], 1])
    const other = { ...closed, text: 'two' }
    expect(Object.keys(withFound(kept, found(other), [opened, other]).mistakes)).toHaveLength(2)
  })

  it('names the tests that no mistake of their file brought down, as long as the file is the same', () => {
    const untouched = (known: Measured) => known.tests[seen]?.never
    expect(untouched(after(found(opened)))).toEqual(['two'])
    expect(untouched(after(found(opened), found(closed, { failed: ['two'] })))).toEqual([])
    expect(
      untouched(after(found(opened, { witness: 'changed' }), found(closed, { failed: ['two'] })))
    ).toEqual(['one'])
  })

  it('is kept beside the list', () => {
    expect(
      Object.keys(JSON.parse(readFileSync('docs/mutants.json', 'utf8')) as object).length
    ).toBeGreaterThan(0)
  })
})
