import { describe, expect, test } from 'vitest'
import { squeezing } from '../../figures/gate/squeeze.ts'
import { linesTelling, tellingBeside, type Surroundings } from '../../figures/release/leaving.ts'
import type { FilledReport } from '../../figures/reports/fill.ts'
import type { CountedTable } from '../../figures/table/counted.ts'
import { counted, method, release } from './gate/given.ts'

const sexes = ['f', 'm', 'x']
const beside = { public: [], partner: [], lifted: [] }
const exactOf = ({ id, dimensions, counts }: CountedTable) => ({ id, dimensions, shown: [...counts] })

/** What is out of these counts, as the public and as partners read it, of the year after. */
const outOf = (table: CountedTable, partners: Record<string, number> = {}): Surroundings => ({
  exact: [],
  year: 2025,
  out: {
    asOf: Date.UTC(2026, 1, 1),
    beside,
    tables: {
      public: release([table]).tables,
      partner: release([table], partners, { threshold: 5 }).tables
    }
  }
})
const people = (counts: number[]) => counted('sex', { sex: sexes }, counts)
const all = (n: number) => ({ of: [''], n })
const women = { of: ['sex=f'], n: 60 }
const others = { of: ['sex=x'], n: 40 }
const both = { of: ['sex=f', 'sex=x'], n: 100 }

describe('an exact number is not to be published', () => {
  test('beside a release with which a reader narrows a masked count down by it', () => {
    const out = outOf(people([60, 4, 40]))
    const telling = (...sums: Parameters<typeof tellingBeside>[0]) => [...tellingBeside(sums, out, method)]
    // Of a hundred and four, sixty and forty with the noise of each leave fourteen at the most; without the noise of one of them, nine.
    expect(telling(all(104))).toEqual([])
    expect(telling(all(104), women)).toEqual([1])
    expect(telling(all(104), women, others)).toEqual([1, 2])
    // Together as one number they leave the same over.
    expect(telling(all(104), both)).toEqual([1])
  })

  test('beside what partners alone read, where that leaves fewer than they are refused', () => {
    // Of six, five and two the public reads nothing; partners are shown the six and the five, as ten each.
    const table = counted('sex', { sex: ['f', 'm', 'n', 'x'] }, [60, 6, 5, 2])
    const out = outOf(table, { 'sex=m': 4, 'sex=n': 5 })
    const open = { ...out, out: { ...out.out!, tables: { ...out.out!.tables, partner: [] } } }
    expect([...tellingBeside([all(73), women], open, method)]).toEqual([])
    expect([...tellingBeside([all(73), women], out, method)]).toEqual([1])
  })

  test('beside another one that left before, with no release out: what is between them are few', () => {
    const exact = [exactOf(people([60, 4, 40]))]
    const alone: Surroundings = { exact, out: null, year: 2025 }
    const telling = (...sums: Parameters<typeof tellingBeside>[0]) => [...tellingBeside(sums, alone, method)]
    expect(telling(both)).toEqual([])
    expect(telling(all(104), both)).toEqual([1])
    expect(telling(both, all(104))).toEqual([1])
    // Of two numbers that no sum of a table holds: four are in the one and not in the other.
    expect(telling({ of: ['sex=f', 'sex=m'], n: 64 }, women)).toEqual([1])
    expect(telling({ of: ['sex=f', 'sex=x'], n: 100 }, women)).toEqual([])
    // Each of three parts is many, and what all of them leave is few.
    const ages = { age: ['a', 'b', 'c', 'd', 'e'] }
    const four: Surroundings = { ...alone, exact: [exactOf(counted('age', ages, [20, 20, 30, 30, 3]))] }
    const parts = [
      { of: ['age=a', 'age=b'], n: 40 },
      { of: ['age=c', 'age=d'], n: 60 }
    ]
    expect([...tellingBeside([all(103), ...parts], four, method)]).toEqual([2])
  })
})

test('one that contradicts the release is of counts that have changed since, and one of what it has not says nothing', () => {
  const out = outOf(people([60, 4, 40]))
  expect([...tellingBeside([{ of: ['sex=f'], n: 90 }], out, method)]).toEqual([])
  expect([...tellingBeside([{ of: ['age=old'], n: 90 }], out, method)]).toEqual([])
})

test('of a département nothing is sent, and nothing of it is looked at', () => {
  const out = outOf(counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [26, 4, 30, 40]))
  expect([...tellingBeside([{ of: ['sex=m & territory=93'], n: 4 }], out, method)]).toEqual([])
})

test('the lines of a report are held to those of the reports that left before it, and named by their ids', () => {
  const report = (id: string, at: Record<string, string>, persons: number) => {
    const line = { id, label: { fr: id, en: id }, from: { ours: 'sector', at }, persons }
    return { sections: [{ lines: [line] }] } as unknown as FilledReport
  }
  const exact = [exactOf(counted('sector', { sector: ['a', 'b'], sex: ['f', 'm'] }, [40, 4, 30, 30]))]
  const around = { exact, out: null, year: 2025 }
  const [everybody, part] = [report('all', { sector: 'a' }, 44), report('f', { sector: 'a', sex: 'f' }, 40)]
  expect([...linesTelling(part, { ...around, before: [] }, method)]).toEqual([])
  expect([...linesTelling(part, { ...around, before: [everybody] }, method)]).toEqual(['f'])
  // What was told before was told: it is not named again.
  expect([...linesTelling(everybody, { ...around, before: [part] }, method)]).toEqual(['all'])
})

test('row by row a reader works out what is left, in whole persons, and that nothing can be', () => {
  const rows = [
    { of: [0, 1, 2], signs: [1, 1, -1], least: 0, most: 0 },
    { of: [2, 3], signs: [1, -1], least: -Infinity, most: 0 }
  ]
  const squeeze = squeezing({ rows })
  const bounds = { low: Float64Array.of(3, 0, 0, 0), high: Float64Array.of(9, Infinity, Infinity, 10.5) }
  expect(squeeze(bounds)).toBe(true)
  expect([[...bounds.low], [...bounds.high]]).toEqual([
    [3, 0, 3, 3],
    [9, 7, 10, 10.5]
  ])
  expect(squeeze({ low: Float64Array.of(11, 0, 0, 0), high: Float64Array.of(12, 5, 20, 10) })).toBe(false)
})
