import type { Highs } from 'highs'
import { allOf, programmeOver } from '../programme/sums.ts'
import { sizesOf, stridesOf, type Table } from '../table/table.ts'
import type { Demand } from './demands.ts'
import { shuffled, type Below } from './greedy.ts'

/** How many places of the longest dimension one programme looks at: it stays small however long that is. */
const places = 6
/** How many worlds are looked for in each group of places before others are drawn. */
const rounds = 4
/** How often others are drawn in vain. */
const patience = 2

/** What is not met yet, by cell. */
type Open = Map<number, Demand[]>

type Search = { highs: Highs; table: Table; below: Below; open: Open }

const isMet = ({ sides, level }: Demand, moved: number): boolean =>
  sides.some((side) => (side === 'up' ? moved : -moved) >= level - 1e-6)

/** The hidden cells in groups of places along the longest dimension, each with those of its total. */
const groupsOf = (table: Table, hidden: readonly number[], below: Below): number[][] => {
  const sizes = sizesOf(table)
  const longest = sizes.indexOf(Math.max(...sizes))
  const [size, stride] = [sizes[longest]!, stridesOf(sizes)[longest]!]
  const order = shuffled([...Array(size - 1).keys()], below)
  const groupAt = new Map(order.map((place, rank) => [place, Math.floor(rank / places)]))
  const groups = Map.groupBy(hidden, (cell) => groupAt.get(Math.floor(cell / stride) % size) ?? null)
  const totals = groups.get(null) ?? []
  groups.delete(null)
  return [...groups.values()].map((cells) => [...cells, ...totals])
}

type Drawn = Record<'cost' | 'lower' | 'upper', Float64Array>

/** Draws for each cell of which something is asked whether it shall go up or down, as far as is asked. */
const draw = (
  cells: readonly number[],
  { table, below, open }: Search,
  { cost, lower, upper }: Drawn
): void =>
  cells.forEach((cell, at) => {
    const count = table.counts[cell]!
    ;[cost[at], lower[at], upper[at]] = [0, -count, Infinity]
    const asked = open.get(cell)
    if (!asked) return
    const { sides, level } = asked[below(asked.length)]!
    const isUp = sides[below(sides.length)] === 'up'
    cost[at] = (isUp ? 1 : -1) / level
    if (isUp) upper[at] = level
    else lower[at] = -Math.min(level, count)
  })

/** Strikes out what a world meets. */
const strike = (cells: readonly number[], { open }: Search, world: Float64Array): void =>
  cells.forEach((cell, at) => {
    const left = open.get(cell)?.filter((demand) => !isMet(demand, world[at]!)) ?? []
    if (left.length > 0) open.set(cell, left)
    else open.delete(cell)
  })

/** Looks for worlds that move persons among these cells alone and meet as much as can be at once. */
const meet = (cells: readonly number[], search: Search): void => {
  const drawn: Drawn = {
    cost: new Float64Array(cells.length),
    lower: new Float64Array(cells.length),
    upper: new Float64Array(cells.length)
  }
  const model = programmeOver(search.highs, search.table, cells)
  try {
    for (let round = 0; round < rounds && cells.some((cell) => search.open.has(cell)); round += 1) {
      draw(cells, search, drawn)
      model.changeColsCost(allOf(cells), drawn.cost)
      model.changeColsBounds(allOf(cells), drawn.lower, drawn.upper)
      model.run()
      strike(cells, search, model.getSolution().colValue)
    }
  } finally {
    model.dispose()
  }
}

type Asked = { hidden: readonly number[]; demands: readonly Demand[]; below: Below; inTime: () => boolean }

/** The demands for which no world was found that moves hidden cells alone. For some of them there may be one. */
export const unmetBy = (highs: Highs, table: Table, { hidden, demands, below, inTime }: Asked): Demand[] => {
  const open: Open = Map.groupBy(demands, ({ cell }) => cell)
  const search = { highs, table, below, open }
  let [fewest, idle] = [Infinity, 0]
  while (open.size > 0 && idle < patience && inTime()) {
    for (const cells of groupsOf(table, hidden, below)) if (inTime()) meet(cells, search)
    idle = open.size < fewest ? 0 : idle + 1
    fewest = open.size
  }
  return [...open.values()].flat()
}
