import type { Highs } from 'highs'
import type { Table } from '../table/table.ts'
import type { Primaries } from './demands.ts'
import { greedy, shuffled, type Below } from './greedy.ts'
import { unmetBy } from './worlds.ts'

/** Of what stands open, how much gets cells of its own before the rest is asked again what these do for it. */
const part = 0.2
/** How often a choice of cells is tried again. */
const tries = 500

type Wide = { highs: Highs; below: Below; inTime: () => boolean }

/**
 * A pattern for a table too large for a proof. Primaries hide each other: worlds among them meet most demands and cost
 * nothing. For a part of what stays open cells are hidden beside them, then the rest is asked again.
 */
export const wide = (
  table: Table,
  { cells, demands }: Primaries,
  { highs, below, inTime }: Wide
): readonly number[] => {
  let hidden = cells
  let open = unmetBy(highs, table, { hidden, demands, below, inTime })
  while (open.length > 0) {
    const mixed = shuffled(open, below)
    const now = inTime() ? Math.ceil(mixed.length * part) : mixed.length
    const more = greedy(table, { cells: hidden, demands: mixed.slice(0, now) }, { below, tries })
    hidden = [...more.keys()].filter((cell) => more[cell] === 1)
    open = unmetBy(highs, table, { hidden, demands: mixed.slice(now), below, inTime })
  }
  return hidden
}
