import type { Knowledge, Unknown } from './knowledge.ts'
import { partOfKnowledge, placesAlong } from './parts.ts'
import type { World } from './reader.ts'

/** That an unknown may be as low as `level`, or as high, for all that is known. */
export type Demand = { at: number; side: 'low' | 'high'; level: number }

const near = 1e-6

export const isMet = ({ at, side, level }: Demand, world: World): boolean =>
  side === 'high' ? world[at]! >= level - near : world[at]! <= level + near

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

/**
 * Whoever gave cases to the count, and knows how many of them are in each cell of the moment. `along`: parts of names, one of which the
 * only cells that are looked at have, where most of those who stand in them are its own.
 */
export type Contributor = { name: string; own: ReadonlyMap<string, number>; along?: readonly string[] }

/** What a contributor knows: no count is less than its own. */
export const knownTo = (knowledge: Knowledge, { own }: Contributor): Knowledge => ({
  ...knowledge,
  unknowns: knowledge.unknowns.map((unknown) => {
    const low = Math.max(unknown.low, own.get(unknown.cell) ?? 0)
    return { ...unknown, low, high: Math.max(low, unknown.high) }
  })
})

/** Of what everybody knows, what this one looks at. */
export const lookedAtBy = (knowledge: Knowledge, { along }: Contributor): Knowledge =>
  along === undefined ? knowledge : partOfKnowledge(knowledge, placesAlong(knowledge, along))

/** A line longer than this hangs together too loosely for one count to tell another. */
const short = 15

/** What a contributor may learn of: what its own cases narrow, and what stands in a line with that. */
const touched = ({ unknowns, rows }: Knowledge, own: ReadonlyMap<string, number>): Set<number> => {
  const narrowed = (at: number) => (own.get(unknowns[at]!.cell) ?? 0) > unknowns[at]!.low
  const beside = rows.flatMap(({ of }) => (of.length <= short && of.some(narrowed) ? of : []))
  return new Set([...[...unknowns.keys()].filter(narrowed), ...beside])
}

/**
 * For a contributor: of a masked count, that nobody else or one more may be in it, and as many more as noise can hide, as far as the mask itself
 * lets; of a shown one, that it is not known to be all its own. `knowledge` is that of everybody.
 */
export const demandsFor = (knowledge: Knowledge, { own }: Contributor, deviation: number): Demand[] =>
  [...touched(knowledge, own)].flatMap((at): Demand[] => {
    const { threshold, cell, low, high } = knowledge.unknowns[at]!
    const mine = own.get(cell) ?? 0
    if (threshold === null)
      return mine > low && Number.isFinite(high) ? [{ at, side: 'high', level: mine + 1 }] : []
    if (low > 1) return []
    const most = Math.max(threshold - 1, mine + deviation)
    return [
      { at, side: 'low', level: mine + 1 },
      { at, side: 'high', level: Math.min(most, threshold - 1 + deviation) }
    ]
  })
