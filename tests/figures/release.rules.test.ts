import { describe, expect, test } from 'vitest'
import { askedVersion, droppingRefused, publishingRefused, type Asked } from '../../figures/release/rules.ts'
import { sliceAt } from '../../figures/release/slice.ts'
import type { ReleasedTable } from '../../figures/table/counted.ts'

type Known = Parameters<typeof askedVersion>[1]['known'][number]
const lastEnded = '2026-Q4'
const out = (quarter: string, over: Partial<Known> = {}): Known => ({
  ...{ quarter, kind: 'provisional', version: 1, state: 'published' },
  ...over
})
const ask = (asked: Partial<Asked>, known: readonly Known[] = []) =>
  askedVersion(
    { quarter: '2026-Q3', kind: 'provisional', erratum: null, leftOut: [], ...asked },
    {
      known,
      lastEnded,
      first: { code: '2026-Q1', name: { fr: '1er trimestre 2026', en: 'first quarter of 2026' } }
    }
  )

describe('a release is not asked for', () => {
  test('while another one is being prepared or waits to be published', () => {
    expect(ask({}, [out('2026-Q2', { state: 'asked' })])).toMatchObject({ field: null })
    expect(ask({}, [out('2026-Q2', { state: 'ready' })])).toMatchObject({ field: null })
    expect(ask({}, [out('2026-Q2', { state: 'dropped' })])).toEqual({ version: 1 })
  })
  test('of a quarter that is not over', () => {
    expect(ask({ quarter: '2027-Q1' })).toMatchObject({ field: 'quarter' })
    expect(ask({ quarter: '2026-Q4' })).toEqual({ version: 1 })
  })
  test('of a quarter that was over before counting began, which it names; a year is final as it is known now', () => {
    expect(ask({ quarter: '2025-Q4' })).toMatchObject({
      field: 'quarter',
      why: { fr: expect.stringContaining('1er trimestre 2026') }
    })
    expect(ask({ quarter: '2026-Q1' })).toEqual({ version: 1 })
    expect(ask({ quarter: '2025-Q4', kind: 'final' })).toEqual({ version: 1 })
  })
  test('as final of anything but a year', () => {
    expect(ask({ kind: 'final' })).toMatchObject({ field: 'kind' })
    expect(ask({ quarter: '2026-Q4', kind: 'final' })).toEqual({ version: 1 })
  })
  test('as provisional of a year whose final figures are out', () => {
    expect(ask({}, [out('2026-Q4', { kind: 'final' })])).toMatchObject({ field: 'quarter' })
    expect(ask({}, [out('2025-Q4', { kind: 'final' })])).toEqual({ version: 1 })
  })
  test('of a quarter before one of the same year that is out, not even as an erratum', () => {
    expect(ask({ quarter: '2026-Q2' }, [out('2026-Q3')])).toMatchObject({ field: 'quarter' })
    expect(ask({ quarter: '2026-Q2', erratum: 'x' }, [out('2026-Q2'), out('2026-Q3')])).toMatchObject({
      field: 'quarter'
    })
    expect(ask({ quarter: '2026-Q1' }, [out('2025-Q4')])).toEqual({ version: 1 })
  })
  test('of a year of which something is out under another noise, as after the store was lost: not as final, nor as an erratum', () => {
    const lost = (over: Partial<Known> = {}) => out('2026-Q2', { otherNoise: true, ...over })
    expect(ask({}, [lost()])).toMatchObject({
      field: 'quarter',
      why: { fr: expect.stringContaining('deux bruits') }
    })
    expect(ask({ quarter: '2026-Q4', kind: 'final' }, [lost()])).toMatchObject({ field: 'quarter' })
    const final = lost({ quarter: '2026-Q4', kind: 'final' })
    expect(ask({ quarter: '2026-Q4', kind: 'final', erratum: 'Recompté' }, [final])).toMatchObject({
      field: 'quarter'
    })
    // What nobody has read binds nothing, nor does another year.
    expect(ask({}, [lost({ state: 'refused' })])).toEqual({ version: 1 })
    expect(ask({}, [lost({ quarter: '2025-Q4' })])).toEqual({ version: 1 })
  })
  test('a second time without saying what it mends, nor to mend what is not out', () => {
    expect(ask({}, [out('2026-Q3')])).toMatchObject({ field: 'erratum' })
    expect(ask({ erratum: 'Deux doublons' })).toMatchObject({ field: 'erratum' })
    expect(ask({ erratum: 'Deux doublons' }, [out('2026-Q3')])).toEqual({ version: 2 })
    expect(ask({ erratum: 'Trois' }, [out('2026-Q3'), out('2026-Q3', { version: 2 })])).toEqual({
      version: 3
    })
  })
})

describe('a table is left out of a release', () => {
  const asked: Partial<Asked> = { leftOut: ['sector'] }
  const was = (over: Partial<Known> = {}) => out('2026-Q3', { state: 'refused', ...over })
  test('only where an attack has refused this very one', () => {
    expect(ask(asked)).toMatchObject({ field: 'leftOut' })
    expect(ask(asked, [was({ quarter: '2026-Q2' })])).toMatchObject({ field: 'leftOut' })
    expect(ask(asked, [was({ kind: 'final' })])).toMatchObject({ field: 'leftOut' })
    expect(ask(asked, [was({ state: 'failed' })])).toMatchObject({ field: 'leftOut' })
    expect(ask(asked, [was()])).toEqual({ version: 1 })
  })
  test('of an erratum that was refused itself, whatever became of the version before', () => {
    const known = [was(), out('2026-Q3')]
    expect(ask({ ...asked, erratum: 'Deux doublons' }, known)).toMatchObject({ field: 'leftOut' })
    expect(ask({ ...asked, erratum: 'Deux doublons' }, [was({ version: 2 }), ...known])).toEqual({
      version: 2
    })
  })
})

describe('a release is not published', () => {
  test('by who asked for it, nor unless it has withstood the attacks', () => {
    const ready = { state: 'ready', askedBy: 'one', overtaken: false } as const
    expect(publishingRefused(ready, { personId: 'one' })?.fr).toMatch(/une autre personne/)
    expect(publishingRefused({ ...ready, state: 'asked' }, { personId: 'two' })?.fr).toMatch(/pas prête/)
    expect(publishingRefused({ ...ready, state: 'refused' }, { personId: 'two' })).not.toBeNull()
    expect(publishingRefused(ready, { personId: 'two' })).toBeNull()
  })
  test('nor where exact numbers have left since it was attacked, by whoever it is', () => {
    const ready = { state: 'ready', askedBy: 'one', overtaken: true } as const
    for (const personId of ['one', 'two'])
      expect(publishingRefused(ready, { personId })?.fr).toMatch(/sont partis depuis/)
  })
  test('nor given up once it is out', () => {
    expect(droppingRefused({ state: 'published' })).not.toBeNull()
    expect(droppingRefused({ state: 'refused' })).not.toBeNull()
    expect(droppingRefused({ state: 'ready' })).toBeNull()
  })
})

describe('a line of a table', () => {
  const table: ReleasedTable = {
    id: 'drawn',
    dimensions: [
      { name: 'territory', values: ['69', '976'], several: false },
      { name: 'form', values: ['sexual', 'labour', 'begging'], several: true }
    ],
    shown: [20, 12, null, 30, 14, null, null, 17, 34, 16, 11, 47]
  }
  test('is what stands there, and nothing else', () => {
    const line = sliceAt(table, 'territory', '976')
    expect(line.dimensions.map(({ name }) => name)).toEqual(['form'])
    expect(line.shown).toEqual([14, null, null, 17])
    expect(sliceAt(table, 'territory', null).shown).toEqual([34, 16, 11, 47])
    expect(sliceAt(table, 'form', 'labour').shown).toEqual([12, null, 16])
  })
  test('of what the table does not have is an error', () => {
    expect(() => sliceAt(table, 'territory', '75')).toThrow(RangeError)
    expect(() => sliceAt(table, 'zone', null)).toThrow(RangeError)
  })
})
