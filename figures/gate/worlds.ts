import type { Highs } from 'highs'
import type { Draws } from './abreast.ts'
import { blocksOf, gathered } from './blocks.ts'
import type { Knowledge } from './rows.ts'
import { meet, meetIn, patience, roomOf } from './moving.ts'
import { left, type Fraction, type Open } from './open.ts'
import type { Reader, World } from './reader.ts'
import type { Strike } from './swaps.ts'

/** How many demands anywhere are asked for at once, when that is given up, and of how few met it was in vain: as many as one by one take as long. */
const [atOnce, fewest, few] = [1024, 32, 6]

/** How many blocks are moved together, and how often others are drawn. */
const [together, times] = [8, 2]

/** Asks one by one for what is still open, in a world of which little may move. */
const meetNear = (
  highs: Highs,
  knowledge: Knowledge,
  { open, from, fraction }: { open: Open; from: World; fraction: Fraction }
): void => {
  const blocks = blocksOf(knowledge)
  let idle = 0
  for (let draw = 0; draw < times && open.size > 0; draw += 1) {
    const wanted = [...new Set([...open.keys()].map((at) => blocks.blockOf[at]!))]
    for (const set of gathered(blocks, wanted, { size: together, fraction })) {
      // What is not to be had near by is left to whoever may mask: one mask meets more at once.
      if (idle === patience) return
      const before = left(open)
      const places = set.flatMap((block) => blocks.members[block]!)
      meetIn(highs, knowledge, places, { open, from, fraction, each: true })
      idle = before - left(open) < few ? idle + 1 : 0
    }
  }
}

type Search = { open: Open; from: World; draws: Draws; fraction: Fraction; strikes: Strike }

/** Asks for what is least in each other's way until that meets few; the world that was found last. */
export const meetAbreast = (
  reader: Reader,
  knowledge: Knowledge,
  { open, from, draws, fraction, strikes }: Search
): World => {
  const room = roomOf(knowledge)
  let last = from
  for (let idle = 0; idle < patience && open.size > 0;) {
    const before = left(open)
    last = meet(reader, knowledge, { open: draws.apart(open), from, fraction })
    strikes(open, last, room)
    idle = before - left(open) < few ? idle + 1 : 0
  }
  return last
}

/**
 * Looks for worlds that meet many demands at once, and leaves open those for which none was found: for some of them there may be one. `from` is a
 * world that the reader found. Many are asked for anywhere at once, then fewer, as they get in each other's way, and at last those that
 * are least in each other's; what is still open is asked for where little may move.
 */
export const meetMany = (
  highs: Highs,
  reader: Reader,
  knowledge: Knowledge,
  { open, from, draws, fraction, strikes }: Search
): void => {
  const room = roomOf(knowledge)
  strikes(open, from, room)
  for (let most = atOnce; most > fewest && open.size > 0;) {
    const before = left(open)
    const world = meet(reader, knowledge, { open: draws.some(open, most), from, fraction })
    strikes(open, world, room)
    if (before - left(open) < most / 8) most /= 2
  }
  const last = meetAbreast(reader, knowledge, { open, from, draws, fraction, strikes })
  meetNear(highs, knowledge, { open, from: last, fraction })
  reader.within(room.low, room.high)
}
