import type { CivilDate } from '../calendar/calendar.ts'
import type { Facts } from '../facts/facts.ts'
import type { Regions } from '../vocabulary/states.ts'

/** Who does it; `today`: the day on which it is written down, where the person is. Whoever only walks the tables has none. */
export type Envelope = { personId: string; orgId: string; orgType: string; today?: CivilDate }
/** What an act teaches; `from` is where each region stood before it. */
export type Apply<I> = (facts: Facts, input: I, by: Envelope, from: Readonly<Regions>) => Partial<Facts>

/**
 * What a record teaches where it leaves its region as it is. `older`: since its own day another record has moved the region.
 */
export type Recalls<I> = (facts: Facts, input: I, of: Recalled) => Partial<Facts>
/** Whether a record is, by what it answers, about something else than what stands: its region is then left as it is. */
export type Leaves<I> = (input: I, situation: { facts: Facts; regions: Readonly<Regions> }) => boolean
type Recalled = { older: boolean; by: Envelope; from: Readonly<Regions> }
