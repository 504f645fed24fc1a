import type { Table } from '../table/table.ts'
import { cubesOf, partsOf, type Cube, type CubeSearch } from './cubes.ts'
import type { Demand, Primaries } from './demands.ts'

/** A number below another, drawn. */
export type Below = (end: number) => number

type Kept = {
  demands: readonly Demand[]
  cubes: (Cube | null)[]
  /** Of how many demands each cell is hidden for. */
  users: Int32Array
  hidden: Uint8Array
}

const uses = ({ users, hidden }: Kept, cube: Cube, by: 1 | -1): void => {
  for (const cell of cube) {
    users[cell]! += by
    hidden[cell] = users[cell]! > 0 ? 1 : 0
  }
}

const drop = (kept: Kept, at: number): void => {
  const cube = kept.cubes[at]
  if (cube) uses(kept, cube, -1)
  kept.cubes[at] = null
}

const take = (kept: Kept, at: number, cube: Cube): void => {
  kept.cubes[at] = cube
  uses(kept, cube, 1)
}

export const shuffled = <T>(all: readonly T[], below: Below): T[] => {
  const mixed = all.slice()
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = below(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

const hiddenIn = ({ hidden }: Kept) => hidden.reduce((sum, one) => sum + one, 0)

/** Protects the demands at these places one after another, each with as few cells more as it can. */
const protect = (kept: Kept, table: Table, search: CubeSearch, places: readonly number[]): void => {
  for (const at of places) {
    const demand = kept.demands[at]!
    take(kept, at, search(demand, kept.hidden) ?? partsOf(table, demand))
  }
}

/** The demands whose cubes hide one of these cells. */
const through = ({ cubes }: Kept, cells: ReadonlySet<number>): number[] =>
  [...cubes.keys()].filter((at) => cubes[at]!.some((cell) => cells.has(cell)))

/** Takes away a few cells that are hidden with the others, and chooses anew for whom they were hidden; keeps what is no worse. */
const chooseAgain = (
  kept: Kept,
  table: Table,
  search: CubeSearch,
  { out, below }: { out: Set<number>; below: Below }
) => {
  const places = through(kept, out)
  const before = { size: hiddenIn(kept), cubes: places.map((at) => kept.cubes[at]!) }
  for (const at of places) drop(kept, at)
  protect(kept, table, search, shuffled(places, below))
  if (hiddenIn(kept) <= before.size) return
  for (const at of places) drop(kept, at)
  places.forEach((at, index) => take(kept, at, before.cubes[index]!))
}

/**
 * Hides cubes until every demand is met, then takes some away and chooses again, so many times. Quick, and every demand
 * is met by construction; how far from the best it ends is for `exact.ts` to say.
 */
export const greedy = (
  table: Table,
  { cells, demands }: Primaries,
  { below, tries }: { below: Below; tries: number }
): Uint8Array => {
  const search = cubesOf(table)
  const kept: Kept = {
    demands: demands.toSorted((one, other) => other.level - one.level),
    cubes: demands.map(() => null),
    users: new Int32Array(table.counts.length),
    hidden: new Uint8Array(table.counts.length)
  }
  uses(kept, cells, 1)
  protect(kept, table, search, [...demands.keys()])
  const primary = new Set(cells)
  for (let tried = 0; tried < tries; tried += 1) {
    const beside = [...kept.hidden.keys()].filter((cell) => kept.hidden[cell] === 1 && !primary.has(cell))
    if (beside.length === 0) break
    const out = new Set(Array.from({ length: 1 + below(3) }, () => beside[below(beside.length)]!))
    chooseAgain(kept, table, search, { out, below })
  }
  return kept.hidden
}
