import {
  followedByAllWhoSee,
  mayHearOf,
  referralClass,
  capacitiesHearing,
  type Happening
} from '../../policies/disclosure.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'

/** Who hears of what happened: whether those of a capacity do. */
export const hearersOf = (happening: Happening, facts: Facts) => {
  const hearing = capacitiesHearing(happening, facts)
  return (capacity: Capacity) => hearing.includes(capacity)
}

/** What those of a capacity may know of where a case stands: a line of their list is written so. */
export type Seeing = Pick<Sight, 'placed' | 'clock' | 'referral'>

export const seenBy =
  (facts: Facts) =>
  (capacity: Capacity): Seeing => {
    const { placed, clock, referral } = sightOf([capacity], facts)
    return { placed, clock, referral }
  }

/** To whom a refusal or a silence falls: the cell, where it may know of such a referral, else who accompanies the person. */
export const heirOf = (kind: ReferralKind, facts: Facts): Capacity =>
  sightOf(['cell'], facts).referral(kind) ? 'cell' : 'referent'

/**
 * Whether an answer to a referral tells of an act to nobody who may not follow it: whoever sees the referral, and whoever works for
 * one of these readers, by each of the capacities in which it takes part. One who has no seat in the cell knows nothing of what it hears.
 */
export const answerTellsNothing = (
  kind: ReferralKind,
  happening: Happening,
  { facts, readers }: { facts: Facts; readers: readonly (readonly Capacity[])[] }
): boolean =>
  followedByAllWhoSee(referralClass(kind), happening, facts) &&
  readers.every((held) => held.length > 0 && held.every((one) => mayHearOf(happening, one, facts)))
