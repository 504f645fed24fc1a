import type { Highs } from 'highs'
import type { Knowledge } from './rows.ts'
import { left, strike, type Fraction, type Open } from './open.ts'
import { readerOf, type Reader, type World } from './reader.ts'

/** How often is asked in vain. */
export const patience = 3

export const roomOf = ({ unknowns }: Knowledge) => ({
  low: Float64Array.from(unknowns, ({ low }) => low),
  high: Float64Array.from(unknowns, ({ high }) => high)
})

/** One world that meets as much at once as can be: each unknown goes one way, drawn, and no further than is asked. */
export const meet = (
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

/** One after another, each as far as it goes: of so few the way is short. */
const meetEach = (reader: Reader, part: Knowledge, asked: Open): void => {
  const { low, high } = roomOf(part)
  reader.within(low, high)
  for (const [at, demands] of [...asked])
    for (const demand of demands) {
      if (!asked.get(at)?.includes(demand)) continue
      const weights = new Float64Array(low.length)
      weights[at] = demand.side === 'high' ? 1 : -1
      strike(asked, reader.furthest(weights))
    }
}

/** Moves one group alone, until that meets no more. */
export const meetIn = (
  highs: Highs,
  knowledge: Knowledge,
  places: readonly number[],
  { open, from, fraction, each = false }: { open: Open; from: World; fraction: Fraction; each?: boolean }
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
  if (found && each) meetEach(reader, part, asked)
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
