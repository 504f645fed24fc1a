import { speaksAs } from '../../policies/grants.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { isUnanswered, liveReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { organisationsOf } from '../cases/participation.ts'
import type { CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { followedBy } from '../disclosure/referral.ts'
import { addressIn } from './by-link.ts'
import { candidatesFor, recipientOf, type Sending } from './competent.ts'
import { sendReferral, tellAgain } from './send.ts'
import type { ReferralEntry } from './store.ts'

type Live = Pick<ReferralEntry, 'kind' | 'state' | 'senderOrgId' | 'recipientOrgId'>
type Part = { orgId: string; capacity: Capacity; takes: boolean; now: boolean }

// Nothing in either is an instant or a day: both come in one row.
const beside = `select (select coalesce(jsonb_agg(r), '[]') from (
    select kind, state, sender_org_id as "senderOrgId", recipient_org_id as "recipientOrgId"
    from referral where case_id = $1 and state = any($2::text[])) r) as live,
  (select coalesce(jsonb_agg(p), '[]') from (
    select org_id as "orgId", capacity, until is null as takes,
      since <= (select wall_clock()) and (until is null or until > (select wall_clock())) as now
    from participation where case_id = $1) p) as parts`

type Beside = { live: Live[]; parts: Part[] }

/** What a request of a case is held against: those that go on, and who takes part. */
const besideOf = async (tx: Tx, caseId: string): Promise<Beside> =>
  (await runQuery<Beside>(tx, beside, [caseId, liveReferralStates]))[0]!

/** Whoever flagged the case itself, or was let in at its birth, is not referred what it holds. */
const takesPart = async (tx: Tx, sending: Sending, parts: readonly Part[]): Promise<boolean> => {
  if (addressIn(sending)) return false
  const { capacity } = kindRow(sending.kind)
  const recipient = await recipientOf(tx, sending)
  return parts.some((one) => one.takes && one.orgId === recipient && one.capacity === capacity)
}

type Knowing = Pick<Sending, 'actor'> & { facts: Facts; parts: readonly Part[] }

/**
 * Which of these requests count for this sender. Of a kind that they may not follow, their own alone, and only until it is answered:
 * whether a yes still holds is not theirs to know, so that they ask again and are answered again.
 */
const knownTo = (rows: readonly Live[], { actor, facts, parts }: Knowing) => {
  const isOwn = (row: Live) => row.senderOrgId === actor.orgId && isUnanswered(row)
  if (rows.every(isOwn)) return { known: rows, follows: true }
  const own = parts.filter(({ orgId, now }) => now && orgId === actor.orgId)
  const held = speaksAs(
    actor.role,
    own.map(({ capacity }) => capacity)
  )
  const { referral } = followedBy(held, facts)
  const followed = ({ kind }: Live) => referral(kind)
  return { known: rows.filter((row) => isOwn(row) || followed(row)), follows: rows.every(followed) }
}

/** Kinds of which a request stands in the way of another by this sender. */
export const unansweredOf = async (
  tx: Tx,
  { id, facts }: Pick<CaseRow, 'id' | 'facts'>,
  { actor, input }: Pick<Sending, 'actor' | 'input'>
): Promise<ReferralKind[]> => {
  const named = addressIn({ input }) !== null
  const { live, parts } = await besideOf(tx, id)
  const { known } = knownTo(live, { actor, facts, parts })
  return known
    .filter(({ state, kind }) => state !== 'accepted' || (named && kindRow(kind).route !== 'transferTarget'))
    .map(({ kind }) => kind)
}

/** The same for what is about to be sent, and of its kind alone. */
const standing = async (tx: Tx, { caseId, kind }: Pick<Sending, 'caseId' | 'kind'>): Promise<Beside> => {
  const { live, parts } = await besideOf(tx, caseId)
  return { live: live.filter((one) => one.kind === kind), parts }
}

/**
 * An act that refers to a partner which has already accepted: it holds the case, so that the act says it again without a
 * second referral. One that still has to answer is waited for.
 */
export const referOnce = async (tx: Tx, sending: Sending): Promise<void> => {
  const { route, opensAtOnce } = kindRow(sending.kind)
  if (route === 'placeOwner') return sendReferral(tx, sending)
  const { live, parts } = await standing(tx, sending)
  // A move that was accepted is over: another one may be asked.
  const all = route === 'transferTarget' ? live.filter(({ state }) => state !== 'accepted') : live
  const { known, follows } = knownTo(all, { actor: sending.actor, facts: sending.situation.facts, parts })
  if (opensAtOnce && known.length > 0) {
    // A recipient that the law had told reads the case already: nothing is refused. Another prosecution that is
    // competent is told as well.
    const recipient = route === 'factsPlace' ? await recipientOf(tx, sending) : null
    if (recipient && known.every(({ recipientOrgId }) => recipientOrgId !== recipient))
      await sendReferral(tx, sending)
    return
  }
  if (known.length === 0 && (!follows || !(await takesPart(tx, sending, parts))))
    await sendReferral(tx, sending)
}

/**
 * What the act asks reaches the recipient: sent where nobody is asked, added to what one who must still answer reads, and
 * read in the case by one who takes part. In a département that has none, what was done is recorded all the same, unless the act
 * is nothing but the asking.
 */
export const ensureReferred = async (
  tx: Tx,
  { orRefused, ...sending }: Sending & { orRefused?: true | undefined }
): Promise<void> => {
  const { live, parts } = await standing(tx, sending)
  const { known, follows } = knownTo(live, { actor: sending.actor, facts: sending.situation.facts, parts })
  if (known.some(isUnanswered)) return tellAgain(tx, sending)
  if ((await candidatesFor(tx, sending)).length === 0)
    return orRefused ? sendReferral(tx, sending) : undefined
  if (!follows || (live.length === 0 && !(await takesPart(tx, sending, parts))))
    await sendReferral(tx, sending)
}

/**
 * The person has moved: the service of the new département is asked what that of the old one had accepted, which keeps
 * its part until its sender ends it, so that nobody is left without one.
 */
export const referAnew = async (
  tx: Tx,
  moved: Omit<Sending, 'kind'>,
  kinds: readonly ReferralKind[]
): Promise<void> => {
  const { live } = await besideOf(tx, moved.caseId)
  for (const kind of kinds) {
    const asked = live.filter((one) => one.kind === kind)
    if (!asked.some(({ state }) => state === 'accepted')) continue
    const here = await organisationsOf(tx, kindRow(kind).recipient, moved.situation.facts.territory)
    const known = asked.some(({ recipientOrgId }) => here.includes(recipientOrgId))
    if (!known && here.length > 0) await sendReferral(tx, { ...moved, kind })
  }
}
