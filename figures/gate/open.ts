import { isMet, type Demand } from './demands.ts'
import type { World } from './reader.ts'

/** A number from nought to one, one excluded. */
export type Fraction = () => number

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

export const left = (open: Open): number => [...open.values()].reduce((sum, { length }) => sum + length, 0)
