import type { Highs } from 'highs'
import { blocksOf, gathered } from './blocks.ts'
import { short } from './demands.ts'
import type { Knowledge } from './rows.ts'
import { meet, meetIn, patience, roomOf } from './moving.ts'
import { left, strike, type Fraction, type Open } from './open.ts'
import type { Reader, World } from './reader.ts'

/** How many demands anywhere are asked for at once, when that is given up, and of how few met it was in vain. */
const [atOnce, fewest, few] = [1024, 128, 3]

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

/** How many blocks are moved together, and how often others are drawn. */
const [together, draws] = [8, 2]

/** Asks one by one for what is still open, in a world of which little may move. */
const meetNear = (
  highs: Highs,
  knowledge: Knowledge,
  { open, from, fraction }: { open: Open; from: World; fraction: Fraction }
): void => {
  const blocks = blocksOf(knowledge)
  for (let draw = 0; draw < draws && open.size > 0; draw += 1) {
    const wanted = [...new Set([...open.keys()].map((at) => blocks.blockOf[at]!))]
    for (const set of gathered(blocks, wanted, { size: together, fraction })) {
      const places = set.flatMap((block) => blocks.members[block]!)
      meetIn(highs, knowledge, places, { open, from, fraction, each: true })
    }
  }
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
  { open, from, fraction }: { open: Open; from: World; fraction: Fraction }
): void => {
  strike(open, from)
  let last = from
  const met = (asked: Open): number => {
    const before = left(open)
    last = meet(reader, knowledge, { open: asked, from, fraction })
    strike(open, last)
    return before - left(open)
  }
  for (let most = atOnce; most > fewest && open.size > 0;)
    if (met(some(open, most, fraction)) < most / 8) most /= 2
  const apart = apartIn(knowledge)
  for (let idle = 0; idle < patience && open.size > 0;) idle = met(apart(open, fraction)) < few ? idle + 1 : 0
  meetNear(highs, knowledge, { open, from: last, fraction })
  const { low, high } = roomOf(knowledge)
  reader.within(low, high)
}
