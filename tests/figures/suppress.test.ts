import { beforeAll, describe, expect, test } from 'vitest'
import type { Highs } from 'highs'
import { intervals, unmet } from '../../figures/attack/intervals.ts'
import { openSolver } from '../../figures/programme/solver.ts'
import { namedCells, smallCounts, type Primaries } from '../../figures/suppress/demands.ts'
import { leastOf } from '../../figures/suppress/exact.ts'
import { suppress } from '../../figures/suppress/suppress.ts'
import { wide } from '../../figures/suppress/wide.ts'
import { nameOf, withMargins, type Table } from '../../figures/table/table.ts'
import { chanceFrom, type Below } from '../../verify/chance.ts'
import { drawnTable, table } from './support/tables.ts'

let highs: Highs
beforeAll(async () => {
  highs = await openSolver()
})

const always = () => true
const given = (below: Below) => ({ highs, below, inTime: always, mayBound: always })
const hiddenBy = (one: Table, primaries: Primaries, seed = 1): number[] => {
  const pattern = suppress(one, primaries, given(chanceFrom(seed)))
  return [...pattern.primaries, ...pattern.secondaries]
}
const called = (one: Table, name: string) =>
  [...one.counts.keys()].find((cell) => nameOf(one, cell) === name)!

// sdcTable 0.34 (R), tests/testthat/test-protectTable.r: microdata1 as counts, with A|female to be hidden.
const microdata = table(
  { region: ['A', 'B', 'C', 'D'], sex: ['female', 'male'] },
  [2, 18, 19, 14, 10, 12, 14, 11]
)

describe('who knows every published count and every sum', () => {
  test('finds one hidden count alone, and two that stand in one line and column each', () => {
    const [one, other] = [called(microdata, 'A|female'), called(microdata, 'B|male')]
    expect(intervals(highs, microdata, [one], [one])).toEqual([{ cell: one, low: 2, high: 2 }])
    expect(
      intervals(highs, microdata, [one, other], [one, other]).map(({ low, high }) => high! - low)
    ).toEqual([0, 0])
  })

  test('finds of a whole pattern the intervals that the published test names', () => {
    const names = ['A|female', 'A|male', 'C|female', 'C|male']
    const cells = names.map((name) => called(microdata, name))
    const found = intervals(highs, microdata, cells, cells).map(({ low, high }) => [low, high])
    expect(found).toEqual([
      [0, 12],
      [8, 20],
      [0, 12],
      [10, 22]
    ])
  })

  test('finds a count that is hidden beside a block which closes without it', () => {
    const one = table({ a: ['1', '2', '3'], b: ['1', '2', '3'] }, [3, 40, 9, 12, 20, 7, 30, 8, 5])
    const cells = ['1|1', '1|2', '2|1', '2|2', '3|3'].map((name) => called(one, name))
    const found = intervals(highs, one, cells, cells).map(({ low, high }) => high! - low)
    expect(found).toEqual([15, 15, 15, 15, 0])
  })
})

describe('what is hidden', () => {
  test('is never a nought, and always the small counts', () => {
    const one = drawnTable([5, 4], 6, chanceFrom(3))
    const primaries = smallCounts(one, 5)
    const hidden = new Set(hiddenBy(one, primaries))
    expect([...hidden].filter((cell) => one.counts[cell] === 0)).toEqual([])
    expect(primaries.cells.filter((cell) => !hidden.has(cell))).toEqual([])
    expect(primaries.cells.length).toBeGreaterThan(3)
  })

  test('is of the one named cell as few others as the published optimum', () => {
    const { secondaries, proved } = suppress(
      microdata,
      namedCells([called(microdata, 'A|female')], 5),
      given(chanceFrom(1))
    )
    expect(secondaries).toHaveLength(3)
    expect(proved).toBe(true)
  })

  test.each([1, 2, 3, 4, 5, 6])('is as little as trying every set finds (table %i)', (seed) => {
    const one = drawnTable([4, 3], 8, chanceFrom(seed))
    const primaries = smallCounts(one, 5)
    const { secondaries, atLeast, proved } = suppress(one, primaries, given(chanceFrom(seed)))
    const optimum = fewestByTrying(one, primaries)
    expect(secondaries.length).toBeLessThanOrEqual(1.15 * optimum + 1)
    expect(secondaries).toHaveLength(optimum)
    expect({ atLeast, proved }).toEqual({ atLeast: secondaries.length, proved: true })
  })

  test.each([
    ['two dimensions', drawnTable([9, 7], 12, chanceFrom(7))],
    ['three dimensions', drawnTable([6, 3, 2], 15, chanceFrom(7))],
    ['one dimension', table({ a: ['1', '2', '3'] }, [4, 30, 20])]
  ])('leaves an attacker no count that is hidden: %s', (_what, one) => {
    const primaries = smallCounts(one, 11)
    expect(unmet(highs, one, primaries.cells, primaries.demands).length, 'positive control').toBeGreaterThan(
      0
    )
    expect(unmet(highs, one, hiddenBy(one, primaries), primaries.demands)).toEqual([])
  })

  test('without a proof too: of a table too large for one', () => {
    const one = drawnTable([24, 6, 4], 9, chanceFrom(5))
    const primaries = smallCounts(one, 11)
    const hidden = wide(one, primaries, given(chanceFrom(1)))
    const asked = primaries.demands.filter((_, at) => at % 12 === 0)
    expect(unmet(highs, one, hidden, asked)).toEqual([])
    expect(asked.length).toBeGreaterThan(20)
    expect(hidden.length - primaries.cells.length).toBeLessThan(primaries.cells.length)
  })

  test.each([2, 3, 4])(
    'of a table too large for a proof is told a bound: no fewer than the fewest, and no more (table %i)',
    (seed) => {
      const one = drawnTable([5, 4], 8, chanceFrom(seed))
      const primaries = smallCounts(one, 5)
      const { secondaries } = suppress(one, primaries, given(chanceFrom(seed)))
      const bound = leastOf(highs, one, primaries, always)
      expect(bound).toBeLessThanOrEqual(secondaries.length)
      expect(secondaries.length).toBeLessThanOrEqual(1.15 * bound + 1)
      // Cut off at once, it says nothing that is not so.
      expect(leastOf(highs, one, primaries, () => false)).toBe(0)
    }
  )

  test('is nothing where nobody is counted', () => {
    const empty = withMargins([{ name: 'a', values: ['1', '2'] }], new Int32Array(3))
    expect(hiddenBy(empty, smallCounts(empty, 11))).toEqual([])
  })
})

/** The fewest secondary cells that leave no demand open, by trying every set of one size after another. */
const fewestByTrying = (one: Table, { cells, demands }: Primaries): number => {
  const others = [...one.counts.keys()].filter((cell) => one.counts[cell]! > 0 && !cells.includes(cell))
  const isSafe = (more: readonly number[]) => unmet(highs, one, [...cells, ...more], demands).length === 0
  const some = (size: number, from: number, chosen: readonly number[]): boolean =>
    size === 0
      ? isSafe(chosen)
      : others.slice(from).some((cell, at) => some(size - 1, from + at + 1, [...chosen, cell]))
  let size = 0
  while (!some(size, 0, [])) size += 1
  return size
}
