import type { Highs } from 'highs'
import type { Demand } from '../suppress/demands.ts'
import type { Table } from '../table/table.ts'
import { attackerOf, type Side } from './attacker.ts'

/** Where a hidden count can be, for all that is published. `high` is null where nothing bounds it. */
export type Interval = { cell: number; low: number; high: number | null }

const endless = 1e9

/** Attacks a pattern: the interval of each of these hidden cells, rounded to what a count can be. */
export const intervals = (
  highs: Highs,
  table: Table,
  hidden: readonly number[],
  asked: readonly number[]
): Interval[] => {
  const { counts } = table
  const attacker = attackerOf(highs, table, hidden)
  attacker.room(
    Float64Array.from(hidden, (cell) => counts[cell]!),
    Float64Array.from(hidden, () => endless)
  )
  const to = (cell: number, side: Side) => attacker.reach(cell, side, endless).distance
  const found = asked.map((cell): Interval => {
    const [low, high] = [counts[cell]! - to(cell, 'down'), counts[cell]! + to(cell, 'up')]
    return { cell, low: Math.ceil(low - 1e-6) || 0, high: high >= endless ? null : Math.floor(high + 1e-6) }
  })
  attacker.close()
  return found
}

/** The demands that a pattern does not meet, by an attacker that knows nothing of how it was found. */
export const unmet = (
  highs: Highs,
  table: Table,
  hidden: readonly number[],
  demands: readonly Demand[]
): Demand[] => {
  const asked = [...new Set(demands.map(({ cell }) => cell))]
  const found = new Map(intervals(highs, table, hidden, asked).map((one) => [one.cell, one]))
  return demands.filter(({ cell, sides, level }) => {
    const { low, high } = found.get(cell)!
    const count = table.counts[cell]!
    const reached = (side: Side) => (side === 'up' ? (high ?? endless) - count : count - low)
    return sides.reduce((sum, side) => sum + reached(side), 0) < level
  })
}
