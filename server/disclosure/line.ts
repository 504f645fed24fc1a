import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { regionClass } from '../../policies/disclosure.ts'
import type { RegionState, Regions } from '../../workflows/vocabulary/states.ts'
import type { RegionId } from '../../workflows/vocabulary/vocabulary.ts'
import type { DeadlineEntry, EventRow } from '../cases/store.ts'
import { toldClock } from '../deadlines/disclosure.ts'
import { asDisclosed } from './brand.ts'
import { discloseClock, type Opening } from './clocks.ts'
import { discloseEvents, type Telling } from './events.ts'
import { discloseFacts } from './facts.ts'
import { discloseRegion } from './regions.ts'
import { sightOf } from '../../policies/sight.ts'

export type Part = { capacity: Capacity; facts: Facts }

/** What the reader of a line of a list is told: it is of one part that their organisation takes, and each has its own. */
export const discloseLine = ({ capacity, facts }: Part, asked?: readonly (keyof Facts)[]) => {
  const sight = sightOf([capacity], facts)
  return asDisclosed({
    facts: discloseFacts(sight, asked),
    territory: sight.territory,
    identification: (identification: string) =>
      discloseRegion('identification', { regions: { identification } as Regions, facts }, sight),
    /** Where a region stands, to whoever is told all of it. */
    whole: (id: RegionId, regions: Regions): string | null =>
      sight.whole(regionClass(id)) ? discloseRegion(id, { regions, facts }, sight).state : null,
    /** Where her asylum stands, to who may know of it. */
    asylum: (state: string) => (sight.sees('I') ? (state as RegionState<'asylum'>) : null),
    /** The clock by the count that they are told, if they are. */
    clock: (clock: DeadlineEntry, { open, now }: { open: Opening; now: Date }) =>
      sight.clock(clock.code) ? discloseClock(sight, open, now)(clock) : null,
    /** Of these acts of hers, what they may follow. */
    events: (rows: readonly EventRow[], actor: Telling['actor']) => discloseEvents(rows, { sight, actor }),
    /** Whether they may read the birth date that the day of a clock tells. */
    readsBirthDate: sight.sees('B'),
    /** The very day of the clock that falls due in this month. */
    dayIn: (month: Date, clocks: readonly DeadlineEntry[], open: Opening): Date | null => {
      const clock = clocks.find((one) => toldClock(one, sight).dueAt.getTime() === month.getTime())
      return clock ? toldClock(open(clock), sight).dueAt : null
    }
  })
}

export type DisclosedLine = ReturnType<typeof discloseLine>
