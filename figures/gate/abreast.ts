import { short, type Demand } from './demands.ts'
import { openOf, type Fraction, type Open } from './open.ts'
import type { Knowledge } from './rows.ts'

/** Draws of what is open: what to ask for next, and no verdict, since only a world that is found strikes a demand out. */
export type Draws = {
  /** Of so many counts. */
  some: (open: Open, most: number) => Open
  /** Of as many as are of no short line together, nor of two that add up to one count. */
  apart: (open: Open) => Open
}

/** By unknown, the first of those that are one count at several moments, as what is assumed of them binds them. */
const chainsIn = ({ unknowns, assumed }: Knowledge): Int32Array => {
  const heads = Int32Array.from(unknowns.keys())
  const headOf = (at: number): number => (heads[at] === at ? at : headOf(heads[at]!))
  for (const { of } of assumed) for (const at of of) heads[headOf(at)] = headOf(of[0]!)
  return heads.map((_, at) => headOf(at))
}

const totalsIn = ({ rows }: Knowledge) => {
  const totals = new Map<number, number[]>()
  for (const { of } of rows)
    if (of.length <= short) for (const at of of) totals.set(at, [...(totals.get(at) ?? []), of.at(-1)!])
  return (asked: readonly Demand[]) => asked.flatMap(({ at }) => totals.get(at) ?? [])
}

/**
 * One count at several moments is asked for one way at all of them: where it may be high at first and only grows, it is so later in the same
 * world, and drawn one by one its moments would get in each other's way.
 */
export const drawsOf = (knowledge: Knowledge, fraction: Fraction): Draws => {
  const chains = chainsIn(knowledge)
  const totalsOf = totalsIn(knowledge)
  const counts = (open: Open): Demand[][] => [
    ...Map.groupBy([...open.values()].flat(), ({ at }) => chains[at]!).values()
  ]
  const oneWay = (demands: readonly Demand[]): Demand[] => {
    const { side } = demands[Math.floor(fraction() * demands.length)]!
    return demands.filter((one) => one.side === side)
  }
  return {
    some: (open, most) => {
      const all = counts(open)
      const drawn = Array.from({ length: most }, () => all[Math.floor(fraction() * all.length)]!)
      return openOf([...new Set(drawn)].flatMap(oneWay))
    },
    apart: (open) => {
      const taken = new Set<number>()
      const drawn = counts(open)
        .map((one) => [fraction(), oneWay(one)] as const)
        .toSorted(([one], [other]) => one - other)
      return openOf(
        drawn.flatMap(([, asked]) => {
          const totals = totalsOf(asked)
          if (totals.some((at) => taken.has(at))) return []
          for (const at of totals) taken.add(at)
          return asked
        })
      )
    }
  }
}
