import { blocksOf } from './blocks.ts'
import { isReached, short, type Demand } from './demands.ts'
import { partsOf } from './names.ts'
import { strike, type Open } from './open.ts'
import type { World } from './reader.ts'
import type { Knowledge, Row, Unknown } from './rows.ts'
import type { Bounds } from './squeeze.ts'

const near = 1e-6

/** Unknowns that short lines bind to one another, in an order that each of its peers has, and these lines by their ranks in it. */
type Block = { members: readonly number[]; rows: readonly Row[] }

/** What each unknown of a block is called but for what they all are: of a département, what is counted there. */
const calledIn = (members: readonly number[], unknowns: readonly Unknown[]): string[] => {
  const named = members.map((at) => partsOf(unknowns[at]!.cell))
  const shared = new Set(named[0])
  for (const parts of named) for (const one of shared) if (!parts.includes(one)) shared.delete(one)
  return named.map((parts, rank) => {
    const rest = parts.filter((part) => !shared.has(part))
    return `${unknowns[members[rank]!]!.moment} ${rest.join(' & ')}`
  })
}

/** By unknown: the short lines it is the first of, and the long ones that it stands in, each with its sign. */
const linesOf = ({ unknowns, rows, assumed }: Knowledge) => {
  const brief = unknowns.map((): Row[] => [])
  const long = unknowns.map((): string[] => [])
  for (const [line, row] of [...rows, ...assumed].entries()) {
    if (row.of.length <= short) brief[row.of[0]!]!.push(row)
    else for (const [place, at] of row.of.entries()) long[at]!.push(`${line} ${row.signs[place]!}`)
  }
  return { brief, long }
}

/** The blocks that may change places: name by name, each long line counts the one where it counts the other. */
const peersOf = (knowledge: Knowledge): Block[][] => {
  const { brief, long } = linesOf(knowledge)
  const signed = blocksOf(knowledge).members.map((those) => {
    const called = calledIn(those, knowledge.unknowns)
    const order = [...those.keys()].toSorted((one, other) => called[one]!.localeCompare(called[other]!))
    const members = order.map((rank) => those[rank]!)
    const ranks = new Map(members.map((at, rank) => [at, rank]))
    const rows = members.flatMap((at) =>
      brief[at]!.map((row) => ({ ...row, of: row.of.map((one) => ranks.get(one)!) }))
    )
    const sign = order.map((rank) => `${called[rank]!} ${long[those[rank]!]!.join(', ')}`).join('\n')
    return { sign, block: { members, rows } }
  })
  return [...Map.groupBy(signed, ({ sign }) => sign).values()]
    .filter(({ length }) => length > 1)
    .map((peers) => peers.map(({ block }) => block))
}

/** Whether a block may be what another one is in this world. */
const fits = ({ members, rows }: Block, other: Block, world: World, { low, high }: Bounds): boolean => {
  const value = (rank: number) => world[other.members[rank]!]!
  return (
    members.every((at, rank) => value(rank) >= low[at]! - near && value(rank) <= high[at]! + near) &&
    rows.every(({ of, signs, least, most }) => {
      const sum = of.reduce((before, rank, place) => before + signs[place]! * value(rank), 0)
      return sum >= least - near && sum <= most + near
    })
  )
}

/** Strikes out what a world meets, within these bounds, and what it meets once two blocks have changed places. */
export type Strike = (open: Open, world: World, bounds: Bounds) => void

/**
 * A world in which two départements change places is one as well, where each may be what the other was: the long lines of the country add up
 * to the same, and what binds each within itself is looked at, number by number. So one programme answers for all of whom little is shown.
 */
export const swapping = (knowledge: Knowledge): Strike => {
  const groups = peersOf(knowledge)
  return (open, world, bounds) => {
    strike(open, world)
    for (const peers of groups)
      for (const one of peers) {
        const asked = one.members.flatMap((at, rank): (readonly [number, Demand])[] =>
          (open.get(at) ?? []).map((demand) => [rank, demand])
        )
        if (asked.length === 0) continue
        const met = new Set<Demand>()
        for (const other of peers) {
          const more = asked.filter(
            ([rank, demand]) => !met.has(demand) && isReached(demand, world[other.members[rank]!]!)
          )
          if (more.length === 0 || !fits(one, other, world, bounds) || !fits(other, one, world, bounds))
            continue
          for (const [, demand] of more) met.add(demand)
        }
        giveUp(open, met)
      }
  }
}

/** Asks for these no more. */
const giveUp = (open: Open, given: ReadonlySet<Demand>): void => {
  for (const at of new Set([...given].map((demand) => demand.at))) {
    const rest = open.get(at)!.filter((one) => !given.has(one))
    if (rest.length > 0) open.set(at, rest)
    else open.delete(at)
  }
}
