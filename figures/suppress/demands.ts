import type { Side } from '../attack/attacker.ts'
import type { Table } from '../table/table.ts'

/** How far a hidden count must reach from its truth, upwards and downwards together where both sides count. */
export type Demand = { cell: number; sides: readonly Side[]; level: number }

/** What is hidden first, and why. */
export type Primaries = {
  cells: readonly number[]
  demands: readonly Demand[]
}

/** Every count from one to one below the threshold: it may be one or less, and the threshold less one or more, for all that is published. */
export const smallCounts = ({ counts }: Table, threshold: number): Primaries => {
  const cells = [...counts.keys()].filter((cell) => counts[cell]! > 0 && counts[cell]! < threshold)
  const demands = cells.flatMap((cell): Demand[] => [
    { cell, sides: ['up'], level: threshold - 1 - counts[cell]! },
    { cell, sides: ['down'], level: counts[cell]! - 1 }
  ])
  return { cells, demands: demands.filter(({ level }) => level > 0) }
}

/** Cells that somebody names: what they may be is at least as wide as the threshold. */
export const namedCells = (cells: readonly number[], threshold: number): Primaries => ({
  cells,
  demands: cells.map((cell) => ({ cell, sides: ['up', 'down'], level: threshold }))
})
