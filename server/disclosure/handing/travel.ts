import { actClass } from '../../../policies/disclosure.ts'
import { leads } from '../../../policies/organisations/handing.ts'
import { sightOf } from '../../../policies/sight.ts'
import { isCommandType } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { dataClasses, type DataClass } from '../../../workflows/vocabulary/vocabulary.ts'
import type { DeadlineEntry, EventRow } from '../../cases/store.ts'
import { asDisclosed } from '../brand.ts'
import type { ReferralRow } from '../snapshot.ts'

type Kept = { events: readonly EventRow[]; sent: readonly ReferralRow[]; clocks: readonly DeadlineEntry[] }

/** Of what classes an act of the log speaks: its own, and those of what it sealed. */
const classesOf = ({ command, sealed }: EventRow): readonly (string | null)[] =>
  isCommandType(command) ? [actClass(command), ...sealed] : sealed

/** The classes that whoever accompanies the person reads in any case: they say nothing of what one holds. */
export const classesOpened = (facts: Facts) => {
  const sight = sightOf([leads], facts)
  return (Object.keys(dataClasses) as DataClass[]).filter((one) => sight.accessTo(one).access !== 'closed')
}

/** What the next association will read of a case, as the one that accompanies now does: by the same sight, class by class. */
export const discloseTravel = ({ events, sent, clocks }: Kept, facts: Facts) => {
  const sight = sightOf([leads], facts)
  const told = events.filter((one) => one.struckBy === null && sight.hearsOf(one))
  return asDisclosed({
    territory: sight.territory,
    /** Whether she follows an exit programme, or asks for one. */
    programme: sight.accessTo('E').access !== 'closed' && ['asked', 'running'].includes(facts.exitProgramme),
    classes: classesOpened(facts).map((one) => ({
      dataClass: one,
      acts: told.filter((event) => classesOf(event).includes(one)).length
    })),
    acts: told.length,
    referrals: sent.filter(({ kind }) => sight.referral(kind)),
    clocks: clocks.filter(({ code }) => sight.clock(code))
  })
}
