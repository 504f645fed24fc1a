import type { Highs } from 'highs'
import { drawsOf, type Draws } from './abreast.ts'
import { believing } from './believed.ts'
import { isMet, type Demand } from './demands.ts'
import type { Knowledge, Unknown } from './rows.ts'
import type { Reader, World } from './reader.ts'
import { openOf, type Fraction, type Open } from './open.ts'
import { swapping, type Strike } from './swaps.ts'
import { meetAbreast, meetMany } from './worlds.ts'

/** A demand that is not met: how far the unknown reaches instead. */
export type Unmet = Demand & { cell: string; moment: number; reached: number }

/** What may be masked to pass: how wide an unknown is then, and what is lost; null where nothing would be gained. */
export type Remedy = (unknown: Unknown) => { low: number; high: number; cost: number } | null

/** What an attack found: the demands that are not met, the cells that were masked so that the others are; null: what is published contradicts itself. */
export type Attacked = { unmet: Unmet[]; masked: string[] } | null

export type Attack = {
  knowledge: Knowledge
  demands: readonly Demand[]
  remedy: Remedy | null
  fraction: Fraction
}

const nothing = 1e-7

type Mending = {
  reader: Reader
  knowledge: Knowledge
  low: Float64Array
  high: Float64Array
  remedy: Remedy | null
  strikes: Strike
}

/** Of what keeps the last world from going further, the cheapest that may be masked. */
const inTheWay = ({ reader, knowledge, low, high, remedy }: Mending) => {
  if (!remedy) return null
  const worth = reader.worth()
  const found = knowledge.unknowns.flatMap((unknown, at) => {
    const wider = Math.abs(worth[at]!) > nothing && unknown.threshold === null ? remedy(unknown) : null
    return wider && (wider.low < low[at]! || wider.high > high[at]!) ? [{ at, ...wider }] : []
  })
  return found.toSorted((one, other) => one.cost - other.cost)[0] ?? null
}

/** What is found where an unknown is held within other bounds. */
const holding = <Found>(
  { reader, low, high }: Mending,
  { at, least, most }: { at: number; least: number; most: number },
  find: () => Found
): Found => {
  const before = [low[at]!, high[at]!] as const
  ;[low[at], high[at]] = [least, most]
  reader.within(low, high)
  const found = find()
  ;[low[at], high[at]] = before
  reader.within(low, high)
  return found
}

/** Some world that meets a demand, if there is one: a fifth of the time that the way to its end takes. */
const meeting = (mending: Mending, { at, side, level }: Demand): World | null => {
  const [least, most] = [mending.low[at]!, mending.high[at]!]
  const held =
    side === 'high' ? { at, least: Math.max(least, level), most } : { at, least, most: Math.min(most, level) }
  return holding(mending, held, () => mending.reader.near())
}

/** The world that comes nearest to a demand: as far as is asked for is far enough, to go on takes longer and proves no more. */
const reaching = (mending: Mending, { at, side, level }: Demand): World => {
  const { low, high, reader } = mending
  const [least, most] = [low[at]!, high[at]!]
  const enough = Math.min(most, Math.max(level, least))
  const held = side === 'high' ? { at, least, most: enough } : { at, least: enough, most }
  const weights = new Float64Array(low.length)
  weights[at] = side === 'high' ? 1 : -1
  return holding(mending, held, () => reader.furthest(weights))
}

/** Attacks one unknown, and masks what narrows it, the cheapest first, until the demand is met or nothing is left that may be masked. */
const mendOne = (mending: Mending, open: Open, demand: Demand): { unmet: Unmet[]; masked: string[] } => {
  const { knowledge, low, high, strikes } = mending
  const { cell, moment } = knowledge.unknowns[demand.at]!
  const masked: string[] = []
  for (;;) {
    const isWithin =
      demand.side === 'high' ? high[demand.at]! >= demand.level : low[demand.at]! <= demand.level
    let world = isWithin ? meeting(mending, demand) : null
    let wider = isWithin && !world ? inTheWay(mending) : null
    if (!world && !wider) {
      world = reaching(mending, demand)
      wider = inTheWay(mending)
    }
    if (world) strikes(open, world, { low, high })
    if (world && isMet(demand, world)) return { unmet: [], masked }
    if (!wider) return { unmet: [{ ...demand, cell, moment, reached: world![demand.at]! }], masked }
    low[wider.at] = Math.min(low[wider.at]!, wider.low)
    high[wider.at] = Math.max(high[wider.at]!, wider.high)
    masked.push(knowledge.unknowns[wider.at]!.cell)
  }
}

/** What is not met, and will not be, is asked for no more. */
const giveUp = (open: Open, given: Demand): void => {
  const rest = open.get(given.at)?.filter((one) => one !== given) ?? []
  if (rest.length > 0) open.set(given.at, rest)
  else open.delete(given.at)
}

/**
 * Mends what stayed open, of each line one demand at first: what was masked for one is most often in the way of those beside it as well, so
 * that they are then met many at once.
 */
const mendAll = (
  mending: Mending,
  { open, from, draws, fraction }: { open: Open; from: World; draws: Draws; fraction: Fraction }
): ReturnType<typeof mendOne>[] => {
  const { reader, knowledge, low, high, strikes } = mending
  const found: ReturnType<typeof mendOne>[] = []
  while (open.size > 0) {
    const before = found.length
    for (const demand of [...draws.apart(open).values()].flat()) {
      if (!open.get(demand.at)?.includes(demand)) continue
      const one = mendOne(mending, open, demand)
      if (one.unmet.length > 0) giveUp(open, demand)
      found.push(one)
    }
    // Where nothing was masked, what is still open is no easier than it was.
    if (found.slice(before).every(({ masked }) => masked.length === 0)) continue
    const unknowns = knowledge.unknowns.map((one, at) => ({ ...one, low: low[at]!, high: high[at]! }))
    meetAbreast(reader, { ...knowledge, unknowns }, { open, from, draws, fraction, strikes })
  }
  return found
}

/** Attacks all that is asked for: many at once first, then one by one what stayed open. */
export const attack = (highs: Highs, { knowledge, demands, remedy, fraction }: Attack): Attacked => {
  const opened = believing(highs, knowledge)
  if (!opened) return null
  const { reader, world, knowledge: believed } = opened
  try {
    const open = openOf(demands)
    const draws = drawsOf(believed, fraction)
    const strikes = swapping(believed)
    meetMany(highs, reader, believed, { open, from: world, draws, fraction, strikes })
    const low = Float64Array.from(believed.unknowns, (one) => one.low)
    const high = Float64Array.from(believed.unknowns, (one) => one.high)
    const mending = { reader, knowledge: believed, low, high, remedy, strikes }
    const found = mendAll(mending, { open, from: world, draws, fraction })
    const unmet = found.flatMap((one) => one.unmet)
    const inOrder = (one: Unmet, other: Unmet) => one.at - other.at || other.side.localeCompare(one.side)
    return { unmet: unmet.toSorted(inOrder), masked: found.flatMap(({ masked }) => masked) }
  } finally {
    reader.close()
  }
}
