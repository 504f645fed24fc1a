import type { Facts } from '../../workflows/facts/facts.ts'
import { isUnanswered, liveReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { organisationsOf } from '../cases/participation.ts'
import { capacitiesOf, type CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { followedBy } from '../disclosure/referral.ts'
import { addressIn } from './by-link.ts'
import { candidatesFor, recipientOf, type Sending } from './competent.ts'
import { sendReferral, tellAgain } from './send.ts'
import { referralsWhere, type ReferralEntry } from './store.ts'

const taking = `select from participation where case_id = $1 and org_id = $2 and capacity = $3 and until is null`

/** Whoever flagged the case itself, or was let in at its birth, is not referred what it holds. */
const takesPart = async (tx: Tx, sending: Sending): Promise<boolean> => {
  if (addressIn(sending)) return false
  const { capacity } = kindRow(sending.kind)
  return (await runQuery(tx, taking, [sending.caseId, await recipientOf(tx, sending), capacity])).length > 0
}

const liveIn = (tx: Tx, caseId: string) =>
  referralsWhere(tx, 'case_id = $1 and state = any($2::text[])', [caseId, liveReferralStates])
const liveOf = async (tx: Tx, { caseId, kind }: Pick<Sending, 'caseId' | 'kind'>) =>
  (await liveIn(tx, caseId)).filter((one) => one.kind === kind)

type Knowing = Pick<Sending, 'caseId' | 'actor'> & { facts: Facts }

/**
 * Which of these requests count for this sender. Of a kind that they may not follow, their own alone, and only until it is answered:
 * whether a yes still holds is not theirs to know, so that they ask again and are answered again.
 */
const knownTo = async (tx: Tx, rows: readonly ReferralEntry[], { caseId, actor, facts }: Knowing) => {
  const isOwn = (row: ReferralEntry) => row.senderOrgId === actor.orgId && isUnanswered(row)
  if (rows.every(isOwn)) return { known: rows, follows: true }
  const { referral } = followedBy(await capacitiesOf(tx, caseId, actor), facts)
  const followed = ({ kind }: ReferralEntry) => referral(kind)
  return { known: rows.filter((row) => isOwn(row) || followed(row)), follows: rows.every(followed) }
}

/** Kinds of which a request stands in the way of another by this sender. */
export const unansweredOf = async (
  tx: Tx,
  { id, facts }: Pick<CaseRow, 'id' | 'facts'>,
  { actor, input }: Pick<Sending, 'actor' | 'input'>
): Promise<ReferralKind[]> => {
  const named = addressIn({ input }) !== null
  const { known } = await knownTo(tx, await liveIn(tx, id), { caseId: id, actor, facts })
  return known
    .filter(({ state, kind }) => state !== 'accepted' || (named && kindRow(kind).route !== 'transferTarget'))
    .map(({ kind }) => kind)
}

/**
 * An act that refers to a partner which has already accepted: it holds the case, so that the act says it again without a
 * second referral. One that still has to answer is waited for.
 */
export const referOnce = async (tx: Tx, sending: Sending): Promise<void> => {
  const live = await liveOf(tx, sending)
  const { route, opensAtOnce } = kindRow(sending.kind)
  if (route === 'placeOwner') return void (await sendReferral(tx, sending))
  // A move that was accepted is over: another one may be asked.
  const all = route === 'transferTarget' ? live.filter(({ state }) => state !== 'accepted') : live
  const { known, follows } = await knownTo(tx, all, { ...sending, facts: sending.situation.facts })
  if (opensAtOnce && known.length > 0) {
    // A recipient that the law had told reads the case already: nothing is refused. Another prosecution that is
    // competent is told as well.
    const recipient = route === 'factsPlace' ? await recipientOf(tx, sending) : null
    if (recipient && known.every(({ recipientOrgId }) => recipientOrgId !== recipient))
      await sendReferral(tx, sending)
    return
  }
  if (known.length === 0 && (!follows || !(await takesPart(tx, sending)))) await sendReferral(tx, sending)
}

/**
 * What the act asks reaches the recipient: sent where nobody is asked, added to what one who must still answer reads, and
 * read in the case by one who takes part. In a département that has none, what was done is recorded all the same.
 */
export const ensureReferred = async (tx: Tx, sending: Sending): Promise<void> => {
  const live = await liveOf(tx, sending)
  const { known, follows } = await knownTo(tx, live, { ...sending, facts: sending.situation.facts })
  if (known.some(isUnanswered)) return tellAgain(tx, sending)
  if ((await candidatesFor(tx, sending)).length === 0) return
  if (!follows || (live.length === 0 && !(await takesPart(tx, sending)))) await sendReferral(tx, sending)
}

/**
 * The person has moved: the service of the new département is asked what that of the old one had accepted, which keeps
 * its part until its sender ends it, so that nobody is left without one.
 */
export const referAnew = async (tx: Tx, sending: Sending): Promise<void> => {
  const live = await liveOf(tx, sending)
  const followed = live.some(({ state }) => state === 'accepted')
  if (!followed) return
  const here = await organisationsOf(tx, kindRow(sending.kind).recipient, sending.situation.facts.territory)
  const known = live.some(({ recipientOrgId }) => here.includes(recipientOrgId))
  if (!known && here.length > 0) await sendReferral(tx, sending)
}
