import type { Highs } from 'highs'
import { allOf, programmeOver } from '../programme/sums.ts'
import type { Table } from '../table/table.ts'

/** Upwards or downwards from the truth. */
export type Side = 'up' | 'down'

/** How far a hidden count can be from its truth for all that is published, and what one unit more of room at each cell would add. */
export type Reach = { distance: number; worth: Float64Array }

/**
 * Whoever reads a table from which counts were left out, and knows each published count, every sum, and that no count is
 * negative. By the linear programme of Fischetti and Salazar (Models and Algorithms for Optimizing Cell Suppression, 2000).
 */
export type Attacker = {
  /** What is hidden from now on: the room of each cell below and above its truth. */
  room: (below: Float64Array, above: Float64Array) => void
  /** How far this cell reaches, `atMost` at the most. */
  reach: (cell: number, side: Side, atMost: number) => Reach
  close: () => void
}

/** An attacker of this table; what it knows of `cells` alone can be taken away, since a count of nought is published. */
export const attackerOf = (highs: Highs, table: Table, cells: readonly number[]): Attacker => {
  const model = programmeOver(highs, table, cells)
  const column = new Map(cells.map((cell, at) => [cell, at]))
  let [below, above]: Float64Array[] = [new Float64Array(cells.length), new Float64Array(cells.length)]
  return {
    room: (newBelow, newAbove) => {
      ;[below, above] = [newBelow, newAbove]
      model.changeColsBounds(
        allOf(cells),
        below.map((room) => -room),
        above
      )
    },
    reach: (cell, side, atMost) => {
      const at = column.get(cell)!
      const [down, up] = [below![at]!, above![at]!]
      if (side === 'up') model.changeColBounds(at, -down, Math.min(up, atMost))
      else model.changeColBounds(at, -Math.min(down, atMost), up)
      model.changeColCost(at, side === 'up' ? 1 : -1)
      model.run()
      const { colValue, colDual } = model.getSolution()
      model.changeColCost(at, 0)
      model.changeColBounds(at, -down, up)
      return { distance: Math.abs(colValue[at]!), worth: colDual }
    },
    close: () => model.dispose()
  }
}
