import type { Highs } from 'highs'
import { isMet, short, type Demand } from './demands.ts'
import type { Knowledge } from './knowledge.ts'
import { partsOf } from './names.ts'
import { readerOf, type Reader, type World } from './reader.ts'

/** A number from nought to one, one excluded. */
export type Fraction = () => number

/** How often is asked in vain. */
const patience = 3
/** How many demands anywhere are asked for at once, when that is given up, and of how few met it was in vain. */
const [atOnce, fewest, few] = [1024, 128, 3]

/** What is not met yet, by unknown. */
export type Open = Map<number, Demand[]>

export const openOf = (demands: readonly Demand[]): Open => Map.groupBy(demands, ({ at }) => at)

/** Strikes out what a world meets. */
export const strike = (open: Open, world: World): void => {
  for (const [at, demands] of open) {
    const left = demands.filter((demand) => !isMet(demand, world))
    if (left.length === 0) open.delete(at)
    else if (left.length < demands.length) open.set(at, left)
  }
}

const roomOf = ({ unknowns }: Knowledge) => ({
  low: Float64Array.from(unknowns, ({ low }) => low),
  high: Float64Array.from(unknowns, ({ high }) => high)
})

/** One world that meets as much at once as can be: each unknown goes one way, drawn, and no further than is asked. */
const meet = (
  reader: Reader,
  knowledge: Knowledge,
  { open, from, fraction }: { open: Open; from: World; fraction: Fraction }
): World => {
  const { low, high } = roomOf(knowledge)
  const weights = new Float64Array(low.length)
  for (const [at, demands] of open) {
    const { side, level } = demands[Math.floor(fraction() * demands.length)]!
    weights[at] = ((side === 'high' ? 1 : -1) * (0.5 + fraction())) / Math.max(1, level)
    if (side === 'high') high[at] = Math.min(high[at]!, Math.max(level, from[at]!))
    else low[at] = Math.max(low[at]!, Math.min(level, from[at]!))
  }
  reader.within(low, high)
  const world = reader.together(weights)
  strike(open, world)
  return world
}

/** What is left of the knowledge where all but these unknowns stay as they are in a world. */
const partOf = (
  { unknowns, rows, assumed }: Knowledge,
  places: readonly number[],
  world: World
): Knowledge => {
  const column = new Map(places.map((at, rank) => [at, rank]))
  return {
    unknowns: places.map((at) => unknowns[at]!),
    assumed: [],
    rows: [...rows, ...assumed].flatMap(({ of, signs, least, most }) => {
      const moving = [...of.keys()].filter((at) => column.has(of[at]!))
      if (moving.length === 0) return []
      const still = of.reduce(
        (sum, at, place) => (column.has(at) ? sum : sum + signs[place]! * world[at]!),
        0
      )
      return {
        of: moving.map((at) => column.get(of[at]!)!),
        signs: moving.map((at) => signs[at]!),
        least: least - still,
        most: most - still
      }
    })
  }
}

const dimensionsOf = (parts: readonly string[]) => parts.map((part) => part.split('=')[0]!)

/** How many words tell a cell apart: none of them the cell of everybody. */
const breadth = (parts: readonly string[]): number => (parts[0] === '' ? 0 : parts.length)

/** By which of them each crossing goes, where a row binds cells of several: what is one count in two of them is moved in both. */
const boundBy = ({ rows }: Knowledge, names: readonly (readonly string[])[], own: readonly string[]) => {
  const heads = new Map<string, string>()
  const headOf = (one: string): string => (heads.has(one) ? headOf(heads.get(one)!) : one)
  for (const { of } of rows) {
    const most = Math.max(...of.map((at) => breadth(names[at]!)))
    const [first, ...others] = of.filter((at) => breadth(names[at]!) === most).map((at) => headOf(own[at]!))
    for (const other of others) if (headOf(other) !== headOf(first!)) heads.set(headOf(other), headOf(first!))
  }
  return headOf
}

/** The unknowns by what they cross: where the margins of a crossing stay, its cells have nothing to do with those of another that nothing binds. */
const byCrossing = (knowledge: Knowledge, names: readonly (readonly string[])[]): number[][] => {
  const own = names.map((parts) => dimensionsOf(parts).join())
  const headOf = boundBy(knowledge, names, own)
  return [...Map.groupBy(names.keys(), (at) => headOf(own[at]!)).values()]
}

const left = (open: Open): number => [...open.values()].reduce((sum, { length }) => sum + length, 0)

/** Moves one group alone, until that meets no more. */
const meetIn = (
  highs: Highs,
  knowledge: Knowledge,
  places: readonly number[],
  { open, from, fraction }: { open: Open; from: World; fraction: Fraction }
): void => {
  const asked: Open = new Map(
    places.flatMap((at, rank) =>
      open.has(at) ? [[rank, open.get(at)!.map((one) => ({ ...one, at: rank }))]] : []
    )
  )
  if (asked.size === 0) return
  const part = partOf(knowledge, places, from)
  const reader = readerOf(highs, part)
  const still = Float64Array.from(places, (at) => from[at]!)
  const found = reader.any() !== null
  for (let idle = 0; found && idle < patience && asked.size > 0;) {
    const before = left(asked)
    meet(reader, part, { open: asked, from: still, fraction })
    idle = left(asked) < before ? 0 : idle + 1
  }
  reader.close()
  places.forEach((at, rank) => {
    const rest = asked.get(rank)
    if (rest)
      open.set(
        at,
        rest.map((one) => ({ ...one, at }))
      )
    else open.delete(at)
  })
}

/** Of what is open as many, drawn, as are of no short line together, nor of two that add up to one count. */
const apartIn = ({ rows }: Knowledge) => {
  const sums = new Map<number, number[]>()
  for (const { of } of rows)
    if (of.length <= short) for (const at of of) sums.set(at, [...(sums.get(at) ?? []), of.at(-1)!])
  return (open: Open, fraction: Fraction): Open => {
    const taken = new Set<number>()
    const drawn = [...open].map((one) => [fraction(), one] as const).toSorted(([one], [other]) => one - other)
    return new Map(
      drawn.flatMap(([, one]) => {
        const own = sums.get(one[0]) ?? []
        if (own.some((at) => taken.has(at))) return []
        for (const at of own) taken.add(at)
        return [one]
      })
    )
  }
}

/** So many of what is open, drawn, one demand each. */
const some = (open: Open, most: number, fraction: Fraction): Open => {
  const all = [...open]
  const chosen = Array.from({ length: most }, () => all[Math.floor(fraction() * all.length)]!)
  return new Map(chosen)
}

/**
 * Looks for worlds that meet many demands at once, and leaves open those for which none was found: for some of them there may be one. `from` is a
 * world that the reader found. Many are asked for anywhere at once, then fewer, as they get in each other's way, and at last those that
 * are least in each other's; and from each world that is found small groups are moved alone, crossing by crossing, for as long as
 * that meets about as much.
 */
export const meetMany = (
  highs: Highs,
  reader: Reader,
  knowledge: Knowledge,
  { open, from, fraction }: { open: Open; from: World; fraction: Fraction }
): void => {
  const crossings = byCrossing(
    knowledge,
    knowledge.unknowns.map(({ cell }) => partsOf(cell))
  )
  let isWorth = true
  strike(open, from)
  for (let most = atOnce; most > fewest && open.size > 0;) {
    const before = left(open)
    const world = meet(reader, knowledge, { open: some(open, most, fraction), from, fraction })
    strike(open, world)
    const then = left(open)
    if (isWorth) for (const one of crossings) meetIn(highs, knowledge, one, { open, from: world, fraction })
    isWorth &&= 2 * (then - left(open)) > before - then
    if (before - left(open) < most / 4) most /= 2
  }
  const apart = apartIn(knowledge)
  for (let idle = 0; idle < patience && open.size > 0;) {
    const before = left(open)
    const asked = apart(open, fraction)
    strike(open, meet(reader, knowledge, { open: asked, from, fraction }))
    idle = before - left(open) < few ? idle + 1 : 0
  }
  const { low, high } = roomOf(knowledge)
  reader.within(low, high)
}
