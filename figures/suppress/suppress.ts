import type { Highs } from 'highs'
import type { Table } from '../table/table.ts'
import type { Primaries } from './demands.ts'
import { fewest, leastOf } from './exact.ts'
import type { Below } from './greedy.ts'
import { wide } from './wide.ts'

/** Beyond so many counts that are not nought no proof is looked for, only a bound: one programme of whole cells takes minutes. */
const provable = 600

export type Pattern = {
  primaries: readonly number[]
  secondaries: readonly number[]
  /** No fewer secondary cells would do. */
  atLeast: number
  /** Whether the pattern has as few as can be. */
  proved: boolean
}

/** `mayBound`: whether there is still time to look for the bound of a table too large for a proof. */
export type Given = { highs: Highs; below: Below; inTime: () => boolean; mayBound: () => boolean }

/** What to hide of a table, so that every demand of its primaries is met. A count of nought is always published. */
export const suppress = (
  table: Table,
  primaries: Primaries,
  { highs, below, inTime, mayBound }: Given
): Pattern => {
  if (primaries.demands.length === 0)
    return { primaries: primaries.cells, secondaries: [], atLeast: 0, proved: true }
  const first = new Set(primaries.cells)
  const hidden = wide(table, primaries, { highs, below, inTime })
  const found = hidden.filter((cell) => !first.has(cell))
  const size = table.counts.filter((count) => count > 0).length
  const best =
    size > provable
      ? { cells: null, atLeast: leastOf(highs, table, primaries, mayBound) }
      : fewest(highs, table, primaries, inTime)
  const secondaries = best.cells ?? found
  const proved = secondaries.length === 0 || secondaries.length === best.atLeast
  return {
    primaries: primaries.cells,
    secondaries,
    atLeast: proved ? secondaries.length : best.atLeast,
    proved
  }
}
