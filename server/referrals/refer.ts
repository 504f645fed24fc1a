import { liveReferralStates } from '../../workflows/referral/machine.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import { capacitiesOf } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'
import { seenBy } from '../disclosure/hearers.ts'
import { RuleRefused } from '../errors.ts'
import { addressIn } from './by-link.ts'
import { candidates, recipientOf, type Sending } from './competent.ts'
import { alreadyReferred, sendReferral, tellAgain } from './send.ts'
import { referralsWhere } from './store.ts'

const taking = `select from participation where case_id = $1 and org_id = $2 and capacity = $3 and until is null`

/** Whoever flagged the case itself, or was let in at its birth, is not referred what it holds. */
const takesPart = async (tx: Tx, sending: Sending): Promise<boolean> => {
  if (addressIn(sending)) return false
  const { capacity } = kindRow(sending.kind)
  return (await ask(tx, taking, [sending.caseId, await recipientOf(tx, sending), capacity])).length > 0
}

const liveOf = (tx: Tx, { caseId, kind }: Sending) =>
  referralsWhere(tx, `case_id = $1 and kind = $2 and state = any($3::text[])`, [
    caseId,
    kind,
    liveReferralStates
  ])

/** Whether the sender may know that others have asked the same: by what it may read of the case, or as it asked itself. */
const knowsOf = async (tx: Tx, { caseId, kind, actor, situation }: Sending): Promise<boolean> => {
  const held = await capacitiesOf(tx, caseId, actor)
  return held.map(seenBy(situation.facts)).some((sight) => sight.referral(kind))
}

/**
 * An act that refers to a partner which has already accepted: it holds the case, so that the act says it again without a
 * second referral. One that still has to answer is waited for.
 */
export const referOnce = async (tx: Tx, sending: Sending): Promise<void> => {
  const live = await liveOf(tx, sending)
  const { route, opensAtOnce } = kindRow(sending.kind)
  if (opensAtOnce && live.length > 0) {
    // A recipient that the law had told reads the case already: nothing is refused. Another prosecution that is
    // competent is told as well.
    const recipient = route === 'factsPlace' ? await recipientOf(tx, sending) : null
    if (recipient && live.every(({ recipientOrgId }) => recipientOrgId !== recipient))
      await sendReferral(tx, sending)
    return
  }
  if (route === 'placeOwner') return void (await sendReferral(tx, sending))
  // A move that was accepted is over: another one may be asked.
  const all = route === 'transferTarget' ? live.filter(({ state }) => state !== 'accepted') : live
  // With a typed address a particular person is meant: send it, or refuse with the reason; never treat it as already
  // asked.
  const named = addressIn(sending) !== null
  const knows = named || (await knowsOf(tx, sending))
  // A sender who may not know that others have asked the same is answered by its own requests alone.
  const waiting = knows ? all : all.filter(({ senderOrgId }) => senderOrgId === sending.actor.orgId)
  if (!knows && waiting.length === 0 && all.length > 0) return void (await sendReferral(tx, sending))
  const unanswered = waiting.filter(({ state }) => named || state !== 'accepted')
  if (unanswered.length > 0) throw new RuleRefused('already referred', alreadyReferred)
  if (waiting.length === 0 && !(await takesPart(tx, sending))) await sendReferral(tx, sending)
}

/**
 * What the act asks reaches the recipient: sent where nobody is asked, added to what one who must still answer reads, and
 * read in the case by one who takes part. In a département that has none, what was done is recorded all the same.
 */
export const ensureReferred = async (tx: Tx, sending: Sending): Promise<void> => {
  const live = await liveOf(tx, sending)
  if (live.some(({ state }) => state !== 'accepted')) return tellAgain(tx, sending)
  const { route } = kindRow(sending.kind)
  const reachable = (await candidates[route](tx, sending)).length > 0
  if (live.length === 0 && reachable && !(await takesPart(tx, sending))) await sendReferral(tx, sending)
}

/**
 * The person has moved: the service of the new département is asked what that of the old one had accepted, which keeps
 * its part until its sender ends it, so that nobody is left without one.
 */
export const referAnew = async (tx: Tx, sending: Sending): Promise<void> => {
  const live = await liveOf(tx, sending)
  const here = await candidates.territory(tx, sending)
  const followed = live.some(({ state }) => state === 'accepted')
  const known = live.some(({ recipientOrgId }) => here.includes(recipientOrgId))
  if (followed && !known && here.length > 0) await sendReferral(tx, sending)
}
