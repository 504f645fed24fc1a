import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/case/facts.ts'
import type { Regions } from '../../workflows/regions/states.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { toldClock } from '../deadlines/disclosure.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import { clockTold, type Opening } from './clocks.ts'
import { factsTold, type ToldFacts } from './facts.ts'
import { regionTold, type ToldRegion } from './regions.ts'
import { sightOf } from './sight.ts'

/** A line of a list is of one part that an organisation takes; each has its own. */
export type Part = { capacity: Capacity; facts: Facts }

export type ToldLine = { facts: ToldFacts; territory: string }

export const discloseLine = ({ capacity, facts }: Part): Disclosed<ToldLine> => {
  const sight = sightOf([capacity], facts)
  return asDisclosed({ facts: factsTold(sight), territory: sight.territory })
}

export const identificationTold = (
  { capacity, facts }: Part,
  { identification }: { identification: string }
): ToldRegion =>
  regionTold('identification', { regions: { identification } as Regions, facts }, sightOf([capacity], facts))

/** The clocks of a line that its reader is told, by the count that they are told. */
export const clocksOfLine = <T extends DeadlineEntry>(
  { capacity, facts }: Part,
  clocks: readonly T[],
  { open, now }: { open: Opening; now: Date }
): T[] => {
  const sight = sightOf([capacity], facts)
  return clocks
    .filter(({ code }) => sight.clock(code))
    .map((one) => ({ ...one, ...clockTold(sight, open, now)(one) }))
}

/** Whether the reader of a line may read the birth date that the day of a clock tells. */
export const readsBirthDate = ({ capacity, facts }: Part): boolean => sightOf([capacity], facts).sees('B')

/** The very day of the clock that falls due in this month, for whoever may read it. */
export const dayInMonth = (
  { capacity, facts }: Part,
  month: Date,
  { clocks, open }: { clocks: readonly DeadlineEntry[]; open: Opening }
): Date | null => {
  const sight = sightOf([capacity], facts)
  const clock = clocks.find((one) => toldClock(one, sight).dueAt.getTime() === month.getTime())
  return clock ? toldClock(open(clock), sight).dueAt : null
}
