import type { Highs, Model } from 'highs'
import { attackerOf, type Attacker, type Side } from '../attack/attacker.ts'
import type { Table } from '../table/table.ts'
import type { Demand, Primaries } from './demands.ts'

/** The fewest cells to hide beside the primaries: `cells` if that was proved in time, and in any case no fewer than `atLeast`. */
export type Fewest = { cells: readonly number[] | null; atLeast: number }

/** At least `right`, summed over what is hidden of each cell that may be. */
type Cut = { indices: number[]; values: number[]; right: number }

const nothing = 1e-7

type Problem = {
  counts: Int32Array
  /** Cells that hold somebody: primaries first, then those that may be hidden with them. */
  cells: readonly number[]
  primaries: number
  demands: readonly Demand[]
  attacker: Attacker
  master: Model
  highs: Highs
}

const openProblem = (highs: Highs, table: Table, { cells: first, demands }: Primaries): Problem => {
  const { counts } = table
  const primary = new Set(first)
  const others = [...counts.keys()].filter((cell) => counts[cell]! > 0 && !primary.has(cell))
  const cells = [...first, ...others]
  const master = highs.createModel()
  master.options.set({ output_flag: false })
  if (others.length > 0)
    master.addVars(new Float64Array(others.length), new Float64Array(others.length).fill(1))
  others.forEach((_, at) => master.changeColCost(at, 1))
  return {
    counts,
    cells,
    primaries: first.length,
    demands,
    attacker: attackerOf(highs, table, cells),
    master,
    highs
  }
}

/** Gives the attacker the room of what is hidden, by parts where a cell is hidden by a part of it. */
const hide = (
  { attacker, cells, counts, primaries, demands }: Problem,
  share: Float64Array,
  whole: boolean
): void => {
  const most = Math.max(...demands.map(({ level }) => level))
  const room = (full: (cell: number) => number, cut: (cell: number) => number) =>
    Float64Array.from(cells, (cell, at) => {
      if (at < primaries) return full(cell)
      const part = share[at - primaries]!
      if (part < nothing) return 0
      return whole ? full(cell) : part * cut(cell)
    })
  attacker.room(
    room(
      (cell) => counts[cell]!,
      (cell) => Math.min(counts[cell]!, most)
    ),
    room(
      () => Infinity,
      () => most
    )
  )
}

/** What one side of a demand says of what must be hidden, by the worth of room at each cell (strong duality). */
const worthOf = ({ cells, counts }: Problem, worth: Float64Array, level: number) =>
  Float64Array.from(cells, (cell, at) => {
    const one = worth[at]!
    if (one > nothing) return level
    return one < -nothing ? Math.min(level, -one * counts[cell]!) : 0
  })

/** The cut that a demand which is not met makes, or null if it is met. */
const cutOf = (problem: Problem, { cell, sides, level }: Demand): Cut | null => {
  const { attacker, cells, primaries } = problem
  const reached = sides.map((side: Side) => attacker.reach(cell, side, level))
  if (reached.reduce((sum, { distance }) => sum + distance, 0) > level - 1e-6) return null
  const weights = reached.map(({ worth }) => worthOf(problem, worth, level))
  const weightAt = (at: number) => weights.reduce((sum, one) => sum + one[at]!, 0)
  const own = cells.indexOf(cell)
  let right = level
  for (let at = 0; at < primaries; at += 1) if (at !== own) right -= weightAt(at)
  const cut: Cut = { indices: [], values: [], right }
  for (let at = primaries; at < cells.length; at += 1) {
    const value = Math.min(weightAt(at), right)
    if (value <= nothing) continue
    cut.indices.push(at - primaries)
    cut.values.push(value)
  }
  return cut
}

const solved = ({ master, cells, primaries }: Problem): { share: Float64Array; atLeast: number } => {
  if (cells.length === primaries) return { share: new Float64Array(), atLeast: 0 }
  master.run()
  return { share: Float64Array.from(master.getSolution().colValue), atLeast: master.getObjectiveValue() }
}

/** Solves again with what each answer still leaves open, until nothing is, or time is out (null). */
const settled = (problem: Problem, whole: boolean, inTime: () => boolean, bound: { atLeast: number }) => {
  while (inTime()) {
    const { share, atLeast } = solved(problem)
    bound.atLeast = Math.max(bound.atLeast, Math.ceil(atLeast - 1e-6))
    hide(problem, share, whole)
    let open = 0
    for (const demand of problem.demands) {
      if (!inTime()) break
      const cut = cutOf(problem, demand)
      if (!cut) continue
      open += 1
      problem.master.addRow(cut.right, Infinity, {
        indices: Int32Array.from(cut.indices),
        values: Float64Array.from(cut.values)
      })
    }
    if (open === 0 && inTime()) return share
  }
  return null
}

/**
 * No fewer secondary cells than these would do: by parts of cells alone, which every pattern obeys, and by as many of the cuts as
 * there is time for. For a table too large for a proof.
 */
export const leastOf = (highs: Highs, table: Table, given: Primaries, inTime: () => boolean): number => {
  const problem = openProblem(highs, table, given)
  const bound = { atLeast: 0 }
  try {
    settled(problem, false, inTime, bound)
    return Math.max(bound.atLeast, Math.ceil(solved(problem).atLeast - 1e-6))
  } finally {
    problem.attacker.close()
    problem.master.dispose()
  }
}

/** The fewest secondary cells by cuts that every safe pattern obeys: first by parts of cells, then by whole ones. */
export const fewest = (highs: Highs, table: Table, given: Primaries, inTime: () => boolean): Fewest => {
  const problem = openProblem(highs, table, given)
  const { master, cells, primaries } = problem
  const bound = { atLeast: 0 }
  try {
    if (!settled(problem, false, inTime, bound)) return { cells: null, atLeast: bound.atLeast }
    for (let at = 0; at < cells.length - primaries; at += 1)
      master.changeColIntegrality(at, highs.constants.variableType.integer)
    const share = settled(problem, true, inTime, bound)
    const chosen = share && cells.slice(primaries).filter((_, at) => share[at]! > 0.5)
    return { cells: chosen, atLeast: bound.atLeast }
  } finally {
    problem.attacker.close()
    master.dispose()
  }
}
