import type { Knowledge, Row, Unknown } from './rows.ts'
import { partOfKnowledge, placesAlong } from './parts.ts'
import type { World } from './reader.ts'

/** That an unknown may be as low as `level`, or as high, for all that is known. */
export type Demand = { at: number; side: 'low' | 'high'; level: number }

const near = 1e-6

export const isReached = ({ side, level }: Omit<Demand, 'at'>, value: number): boolean =>
  side === 'high' ? value >= level - near : value <= level + near

export const isMet = (demand: Demand, world: World): boolean => isReached(demand, world[demand.at]!)

/** Two of each small count: it may be one or less, and the threshold less one or more. */
const ofSmall = ({ threshold, low }: Unknown, at: number): Demand[] => {
  // What was shown once, and only grows, is no small count, though it is masked now.
  if (threshold === null || low > 1) return []
  return [
    { at, side: 'low', level: 1 },
    { at, side: 'high', level: threshold - 1 }
  ]
}

export const demandsOf = ({ unknowns }: Knowledge): Demand[] => unknowns.flatMap(ofSmall)

type Held = ReadonlyMap<string, number>

/**
 * Whoever gave cases to the count, and knows how many of them are in each cell: now, and at the moments `before` of the year. `along`: parts
 * of names, one of which the only cells that are looked at have, where most of those who stand in them are its own.
 */
export type Contributor = {
  name: string
  own: Held
  before?: ReadonlyMap<number, Held>
  along?: readonly string[]
}

/** How many of a count are a contributor's own; null of a moment of which that is not known. */
export type Own = (of: Pick<Unknown, 'moment' | 'cell'>) => number | null

/** `newest`: the moment of the release. */
export const ownOf =
  ({ own, before }: Contributor, newest: number): Own =>
  ({ moment, cell }) => {
    const held = moment === newest ? own : before?.get(moment)
    return held ? (held.get(cell) ?? 0) : null
  }

/** What a contributor's own make of a sum; nought where that is not known. */
const ownIn = ({ of, signs }: Row, unknowns: readonly Unknown[], own: Own): number => {
  const held = of.map((at) => own(unknowns[at]!))
  return held.includes(null) ? 0 : held.reduce<number>((sum, one, at) => sum + signs[at]! * one!, 0)
}

/**
 * A sum that holds of whoever is counted, and so of the others alone: a part of them is no more than all of them. An equation says of the
 * others what it says of all.
 */
const ofOthers = (row: Row, theirs: number): Row =>
  row.least === row.most ? row : { ...row, least: row.least + theirs, most: row.most + theirs }

/**
 * What a contributor knows: no count is less than its own, what holds of all holds of the others, and where a count grows from one moment
 * to the next, so does that of the others. Where its own have not changed, whoever came to a count is of the others; where they have, it may be its own.
 */
export const knownTo = ({ unknowns, rows, assumed }: Knowledge, own: Own): Knowledge => ({
  rows: rows.map((row) => ofOthers(row, ownIn(row, unknowns, own))),
  unknowns: unknowns.map((unknown) => {
    const low = Math.max(unknown.low, own(unknown) ?? 0)
    return { ...unknown, low, high: Math.max(low, unknown.high) }
  }),
  assumed: assumed.map((row) => ({ ...row, most: ownIn(row, unknowns, own) || row.most }))
})

/** Of what everybody knows, what this one looks at. */
export const lookedAtBy = (knowledge: Knowledge, { along }: Contributor): Knowledge =>
  along === undefined ? knowledge : partOfKnowledge(knowledge, placesAlong(knowledge, along))

/** A line longer than this hangs together too loosely for one count to tell another, or to get in its way. */
export const short = 15

/** What a contributor may learn of: what its own cases narrow, alone or by their growth, and what stands in a line with that. */
const touched = ({ unknowns, rows, assumed }: Knowledge, own: Own): Set<number> => {
  const grown = new Set(assumed.flatMap((row) => (ownIn(row, unknowns, own) < 0 ? row.of : [])))
  const narrowed = (at: number) => grown.has(at) || (own(unknowns[at]!) ?? 0) > unknowns[at]!.low
  const beside = rows.flatMap(({ of }) => (of.length <= short && of.some(narrowed) ? of : []))
  return new Set([...[...unknowns.keys()].filter(narrowed), ...beside])
}

/**
 * How many others there can be of each count by masks alone: a masked one says of itself, and of each part of it, that it is small. Whoever
 * gave most of it knows that few others are there, whatever else is masked.
 */
const roomsBeside = ({ unknowns, rows }: Knowledge, own: Own, deviation: number): number[] => {
  const rooms = unknowns.map((one) => {
    if (one.threshold === null) return Infinity
    // What was shown to reach the threshold before may be masked for its noise or to pass, and be as many as it will.
    const most = Math.max(one.high, one.threshold - 1 + deviation)
    return Math.max(0, most - (own(one) ?? 0))
  })
  const parts = rows.flatMap(({ of, signs, most }) => {
    const wholes = of.filter((_, at) => signs[at] === -1)
    return most <= 0 && wholes.length === 1
      ? of.flatMap((part, at) => (signs[at] === 1 ? [{ part, whole: wholes[0]! }] : []))
      : []
  })
  // A part of a part is one of the whole: each pass goes one further down.
  const narrowed = () =>
    parts.filter(({ part, whole }) => {
      const isWider = rooms[part]! > rooms[whole]!
      if (isWider) rooms[part] = rooms[whole]!
      return isWider
    }).length
  while (narrowed() > 0);
  return rooms
}

/**
 * For a contributor: of a masked count, that nobody else or one more may be in it, and as many more as noise can hide, as far as the masks of
 * it and of what it is a part of let; of a shown one, that it is not known to be all its own. Of what was published before the `newest` release,
 * which was held to all of that, only that nobody need be there: how many there can be at most is told by who came since. `knowledge` is that
 * of everybody.
 */
export const demandsFor = (
  knowledge: Knowledge,
  own: Own,
  { deviation, newest }: { deviation: number; newest: number }
): Demand[] => {
  const rooms = roomsBeside(knowledge, own, deviation)
  return [...touched(knowledge, own)].flatMap((at): Demand[] => {
    const { threshold, low, high, moment } = knowledge.unknowns[at]!
    const mine = own(knowledge.unknowns[at]!) ?? 0
    const isNew = moment === newest
    if (threshold === null)
      return isNew && mine > low && Number.isFinite(high) ? [{ at, side: 'high', level: mine + 1 }] : []
    if (low > 1) return []
    // Where none are its own it knows of the count what everybody does.
    const most = Math.max(threshold - 1, mine > 0 ? mine + deviation : 0)
    if (!isNew) return [{ at, side: 'low', level: mine + 1 }]
    const room = rooms[at]!
    // Where there is room for one other, that there is one may not be certain either.
    const few = room === 1 ? 0 : 1
    return [
      { at, side: 'low', level: mine + few },
      { at, side: 'high', level: Math.min(most, mine + room) }
    ]
  })
}
