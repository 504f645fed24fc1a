import type { Actor } from '../../policies/actor.ts'
import { sightOf, type Sight } from '../../policies/sight.ts'
import { notMet } from '../../workflows/case/advance.ts'
import { withoutAdded } from '../../workflows/configuration/added.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { isLive, isUnanswered, type ReferralCommand } from '../../workflows/referral/machine.ts'
import { previewRows } from '../../workflows/referral/preview.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { asDisclosed, type Disclosed } from './brand.ts'
import type { ReferralRow } from './snapshot.ts'

/** What whoever takes part in these capacities may follow: the referrals of a kind, and which prosecution leads. */
export const followedBy = (held: readonly Capacity[], facts: Facts) => {
  const { referral, whole, sees, origin } = sightOf(held, facts)
  return { referral, whole, origin, prosecution: sees('F') }
}

type Told = {
  follows: boolean
  /** They were asked. */
  mine: boolean
  /** Its preview and its steps are theirs to read: after a refusal or an end, its recipient keeps its own answer and nothing else. */
  shown: boolean
  /** It waits for somebody of their own organisation. */
  awaitsOwn: boolean
  /** The reasons that the place where the person was met added are told in their own words, and not in those of the tables. */
  addedTold: boolean
}

/**
 * A referral as one of its readers is told it. What is asked and what is answered is known to both sides; what becomes of a
 * yes belongs to the case, and is told to who `follows` it: its recipient, and whoever may know of such a referral.
 */
export type DisclosedReferral = Disclosed<ReferralRow & Told>

/** Who asked somebody else: how much of it they are told hangs on what they may see of the case. Everybody else reads all of it. */
export const asksAnother = (
  { senderOrgId, recipientOrgId }: Pick<ReferralRow, 'senderOrgId' | 'recipientOrgId'>,
  { orgId }: Pick<Actor, 'orgId'>
): boolean => senderOrgId === orgId && recipientOrgId !== orgId

type Seeing = Pick<Sight, 'referral' | 'whole' | 'origin'> | undefined

/** Whoever sent it, or is waited for, reads what it asks, and of the person only what it may read in the case as well. */
const previewTold = ({ kind, preview }: ReferralRow, sight: Seeing): ReferralRow['preview'] => {
  const hidden = previewRows(kind)
    .filter(({ from, dataClass }) => from === 'case' && dataClass !== null && !sight?.whole(dataClass))
    .map(({ field }) => field)
  return Object.fromEntries(Object.entries(preview).filter(([field]) => !hidden.includes(field)))
}

/** `sight`: what the reader may see of the case; undefined where they take no part in it. Its recipient needs none. */
export const discloseReferral = (
  row: ReferralRow,
  sight: Seeing,
  actor: Pick<Actor, 'orgId'>
): DisclosedReferral => {
  const follows = !asksAnother(row, actor) || !!sight?.referral(row.kind)
  const mine = row.recipientOrgId === actor.orgId
  const addedTold = sight?.origin ?? true
  return asDisclosed({
    ...row,
    ...(!follows && asAnswered(row)),
    ...(!addedTold && { reasonAdded: null }),
    // Who settles its refusal is not for who was asked.
    ...(mine ? { escalatedTo: null } : { preview: previewTold(row, sight) }),
    ...{ follows, mine, addedTold, shown: !mine || isLive(row) },
    awaitsOwn: (row.awaitsOrgId ?? row.senderOrgId) === actor.orgId
  })
}

const isNotYes = (answer: ReferralRow['answer']) => answer === null || answer === 'declined'

/** After a no its sender takes note, and is told that they did; after any other answer nothing more is theirs. */
const asAnswered = ({ answer, answerSeq }: ReferralRow): Partial<ReferralRow> =>
  isNotYes(answer) ? {} : { state: answer!, version: answerSeq!, reason: null, reasonAdded: null }

/** Whether its sender, who may follow so much, is told its last step. */
export const isToldLast = (
  { kind, answer }: Pick<ReferralRow, 'kind' | 'answer'>,
  { referral }: Pick<Sight, 'referral'>
): boolean => isNotYes(answer) || referral(kind)

type Step = {
  referralId: string
  seq: number
  orgId: string | null
  command: string
  input?: Record<string, unknown>
}

/**
 * The steps of which its reader is told, and whether by whom: none after the answer, nor who else than its two sides took it
 * back; and to who was asked and never answered, not even which of them. `theirs`: those that are shown beside the last.
 */
export const stepsTold = <T extends Step>(told: DisclosedReferral, steps: readonly T[]) =>
  steps
    .filter(({ referralId, seq }) => referralId === told.id && seq <= told.version)
    .map((step) => {
      const own = step.orgId === told.recipientOrgId
      const taken = told.mine && !own && step.command === 'withdraw' && told.answeredAt === null
      const sides = [told.senderOrgId, told.recipientOrgId, null]
      return {
        ...step,
        ...(step.input && !told.addedTold && { input: withoutAdded(step.input) }),
        theirs: told.shown || own,
        byWhom: !taken && (told.follows || sides.includes(step.orgId))
      }
    })

/**
 * Why who does not follow it takes nothing back after the answer: what rests on a yes, a place that is held or nothing, is
 * not theirs to know, so they are refused alike. Who follows it may end it.
 */
export const keptFrom = (
  { follows, state }: Pick<DisclosedReferral, 'follows' | 'state'>,
  command: ReferralCommand
): Bilingual | null => (!follows && command === 'withdraw' && !isUnanswered({ state }) ? notMet : null)
