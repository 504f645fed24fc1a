import type { Actor } from '../../policies/actor.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'
import { notMet } from '../../workflows/case/advance.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { isUnanswered, type ReferralCommand } from '../../workflows/referral/machine.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Bilingual, ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import type { ReferralRow } from './snapshot.ts'

/** What whoever takes part in these capacities may follow: the referrals of a kind, and which prosecution leads. */
export const followedBy = (held: readonly Capacity[], facts: Facts) => {
  const sight = sightOf(held, facts)
  return { referral: (kind: ReferralKind) => sight.referral(kind), prosecution: sight.sees('F') }
}

type Follows = { follows: boolean }

/**
 * A referral as one of its readers is told it. What is asked and what is answered is known to both sides; what becomes of a
 * yes belongs to the case, and is told to who `follows` it: its recipient, and whoever may know of such a referral.
 */
export type DisclosedReferral = Disclosed<ReferralRow & Follows>

/** `sight`: what the reader may see of the case; undefined where they take no part in it. */
export const discloseReferral = (
  row: ReferralRow,
  sight: Pick<Sight, 'referral'> | undefined,
  { orgId }: Pick<Actor, 'orgId'>
): DisclosedReferral => {
  const follows = row.senderOrgId !== orgId || row.recipientOrgId === orgId || !!sight?.referral(row.kind)
  return asDisclosed({ ...row, ...(!follows && asAnswered(row)), follows })
}

/** After a no its sender takes note, and is told that they did; after any other answer nothing more is theirs. */
const asAnswered = ({ answer, answerSeq }: ReferralRow): Partial<ReferralRow> =>
  answer === null || answer === 'declined' ? {} : { state: answer, version: answerSeq!, reason: null }

type Step = { referralId: string; seq: number; orgId: string | null }

/** The steps of which its reader is told, and whether by whom: none after the answer, nor who else than its two sides took it back. */
export const stepsTold = <T extends Step>(told: DisclosedReferral, steps: readonly T[]) =>
  steps
    .filter(({ referralId, seq }) => referralId === told.id && seq <= told.version)
    .map((step) => ({
      ...step,
      byWhom: told.follows || [told.senderOrgId, told.recipientOrgId, null].includes(step.orgId)
    }))

/**
 * Why who does not follow it takes nothing back after the answer: what rests on a yes, a place that is held or nothing, is
 * not theirs to know, so they are refused alike. Who follows it may end it.
 */
export const keptFrom = (
  { follows, state }: Pick<DisclosedReferral, 'follows' | 'state'>,
  command: ReferralCommand
): Bilingual | null => (!follows && command === 'withdraw' && !isUnanswered({ state }) ? notMet : null)
