import type { Actor } from '../../policies/actor.ts'
import {
  advanceReferral,
  isLive,
  isUnanswered,
  liveReferralStates,
  type ReferralCommand,
  type ReferralState
} from '../../workflows/referral/machine.ts'
import type { FollowUp } from '../../workflows/referral/refusal.ts'
import { stoppableStates } from '../../workflows/deadlines/states.ts'
import { activeStays } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { idOrNull } from '../acts/audit.ts'
import { activeParticipations, readCase } from '../cases/store.ts'
import { followedBy } from '../disclosure/referral.ts'
import { endParts } from '../cases/participation.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { referralEvents } from '../db/schema/schema.ts'
import { lockReferral, referralsWhere, type ReferralEntry } from './store.ts'

type Step = {
  command: ReferralCommand
  actor: Pick<Actor, 'personId' | 'orgId' | 'role'>
  at: Date
  input?: Record<string, unknown>
  /** The clock that takes it. */
  deadlineId?: string | undefined
}

/** The story of a referral begins with its sending. */
export const writeSending = (tx: Tx, referralId: string, { actor, at }: Pick<Step, 'actor' | 'at'>) =>
  tx.insert(referralEvents).values({
    ...{ referralId, seq: 1, at, command: 'send', input: {}, role: actor.role },
    personId: idOrNull(actor.personId),
    orgId: idOrNull(actor.orgId)
  })

const answers: readonly ReferralCommand[] = ['accept', 'decline', 'transfer', 'renounce']

// With the step goes its line in the story of the referral, and the clock of the answer stops. Once the referral is over,
// nobody writes to its address again; where it is taken back, no place is held by it.
const moving = `with step as (
    select * from jsonb_to_recordset($1::jsonb) as s (id uuid, command text, input jsonb, state text, seq integer, reason text,
      clock uuid, answers boolean, settled boolean, ended boolean, frees boolean)),
  written as (
    insert into referral_event (referral_id, seq, at, command, input, person_id, org_id, role, deadline_id)
      select id, seq, $2::timestamptz, command, input, $3::uuid, $4::uuid, $5::text, clock from step),
  stopped as (
    update deadline d set state = 'stopped', next_at = null from step
      where step.settled and d.referral_id = step.id and d.state in (${listed(stoppableStates)})),
  forgotten as (update referral_link l set address = null from step where step.ended and l.referral_id = step.id),
  freed as (
    update stay set state = 'ended', ended_at = $2 from step
      where step.frees and stay.referral_id = step.id and stay.state in (${listed(activeStays)}))
  update referral r set state = step.state, version = step.seq, moved_at = $2, reason = step.reason,
      answered_at = case when step.answers then $2 else r.answered_at end,
      answer = case when step.answers then coalesce(r.answer, step.state) else r.answer end,
      answer_seq = case when step.answers then coalesce(r.answer_seq, step.seq) else r.answer_seq end,
      told_at = case when r.answer is null or r.sender_org_id = $4 then $2 else r.told_at end
    from step where r.id = step.id`

type Stepping = { row: ReferralEntry } & Pick<Step, 'command' | 'input' | 'deadlineId'>

const stepped = ({ row, command, input = {}, deadlineId = undefined }: Stepping, frees = false) => {
  const state = advanceReferral(row.state, command)
  if (state === null) throw new Error(`${command} is not open from ${row.state}`)
  const ended = !isLive({ state })
  return {
    ...{ id: row.id, command, input, state, seq: row.version + 1, clock: deadlineId ?? null, ended },
    reason: typeof input['reason'] === 'string' ? input['reason'] : row.reason,
    answers: answers.includes(command),
    settled: !isUnanswered({ state }),
    frees: frees && row.placeId !== null
  }
}

/** `frees`: the places that these had found are free. */
type Doing = Pick<Step, 'actor' | 'at'> & { frees?: boolean }

/** Moves referrals one step each and writes it down. @throws when the machine does not open a step: callers ask first. */
const stepReferrals = async (
  tx: Tx,
  steps: readonly Stepping[],
  { actor, at, frees }: Doing
): Promise<void> => {
  const by = [idOrNull(actor.personId), idOrNull(actor.orgId), actor.role]
  await runQuery(tx, moving, [JSON.stringify(steps.map((one) => stepped(one, frees))), at, ...by])
}

export const stepReferral = async (tx: Tx, row: ReferralEntry, step: Step): Promise<ReferralState> => {
  await stepReferrals(tx, [{ row, ...step }], step)
  return stepped({ row, ...step }).state
}

type Leaving = Pick<ReferralEntry, 'caseId' | 'kind' | 'recipientOrgId'>

const holding = `select recipient_org_id as "recipientOrgId", kind, state from referral where case_id = $1 and state in (${listed(liveReferralStates)})`
const keepFor = `update participation set basis = $4, scope = $5 where case_id = $1 and org_id = $2 and capacity = $3 and until is null`

/** Another referral of the kind that its recipient still answers, or has accepted, keeps it in. */
const keeps =
  ({ kind, recipientOrgId }: Leaving) =>
  (other: Pick<ReferralEntry, 'kind' | 'recipientOrgId' | 'state'>) =>
    other.kind === kind &&
    other.recipientOrgId === recipientOrgId &&
    (kindRow(kind).opensAtOnce || other.state === 'accepted')

const partOf = ({ kind, recipientOrgId: orgId }: Leaving) => ({ orgId, capacity: kindRow(kind).capacity })

/**
 * The recipients read nothing more of the case; each keeps its own record that it answered. Another referral of the same
 * case that it still answers, or has accepted, in the same capacity keeps it in, for the consent of that one.
 */
const leaveAll = async (tx: Tx, caseId: string, leaving: readonly Leaving[], at: Date) => {
  // A case always has its cell: only a move to another one ends its part.
  const going = leaving.filter(({ kind }) => kindRow(kind).capacity !== 'cell')
  if (going.length === 0) return
  const others = await runQuery<Parameters<ReturnType<typeof keeps>>[0]>(tx, holding, [caseId])
  const isKept = (one: Leaving) => others.some(keeps(one))
  await endParts(tx, caseId, going.filter((one) => !isKept(one)).map(partOf), at)
  for (const one of going.filter(isKept)) {
    const { orgId, capacity } = partOf(one)
    await runQuery(tx, keepFor, [caseId, orgId, capacity, one.kind, kindRow(one.kind).consent])
  }
}

export const leaveCase = (tx: Tx, one: Leaving, at: Date) => leaveAll(tx, one.caseId, [one], at)

type Settled = { caseId: string; kinds: readonly ReferralKind[]; by: string }

const settling = `update referral set follow_up = null where case_id = $1 and kind = any($2::text[]) and follow_up is not null
  and $3 in (sender_org_id, awaits_org_id)`

/** What earlier refusals of these kinds left one to do is done. */
export const settleRefusals = (tx: Tx, { caseId, kinds, by }: Settled) =>
  runQuery(tx, settling, [caseId, kinds, by])

const leaving = `update referral set follow_up = $2, awaits_org_id = sender_org_id, awaits_person_id = null where id = $1`

/** The sender is left with the refusal. */
export const leaveWith = (tx: Tx, id: string, followUp: FollowUp) => runQuery(tx, leaving, [id, followUp])

type Renouncing = { referralId: string; actor: Step['actor']; at: Date; reason: unknown }

/** A structure that had agreed declines: its place is free, and whoever had sent the offer is left with the refusal. */
export const renounce = async (tx: Tx, { referralId, actor, at, reason }: Renouncing) => {
  const row = await lockReferral(tx, referralId)
  if (!row) throw new Error(`no referral ${referralId}`)
  await stepReferrals(tx, [{ row, command: 'renounce', input: { reason } }], { actor, at, frees: true })
  await leaveCase(tx, row, at)
  await leaveWith(tx, row.id, 'reoffer')
}

const settlingThese = `update referral set follow_up = null where id = any($1::uuid[])`

/** What refusals left to do is done with the act, for all but a sender who may not follow it: what is theirs to do stays. */
const settleFollowed = async (tx: Tx, caseId: string, rows: readonly ReferralEntry[]) => {
  const left = rows.filter(({ followUp }) => followUp !== null)
  if (left.length === 0) return
  const [caseRow, parties] = [await readCase(tx, caseId), await activeParticipations(tx, caseId)]
  const blind = ({ kind, awaitsOrgId, senderOrgId }: ReferralEntry) => {
    const held = parties.filter(({ orgId }) => orgId === senderOrgId).map(({ capacity }) => capacity)
    return awaitsOrgId === senderOrgId && !followedBy(held, caseRow!.facts).referral(kind)
  }
  await runQuery(tx, settlingThese, [left.filter((one) => !blind(one)).map(({ id }) => id)])
}

type Withdrawal = Pick<Settled, 'caseId' | 'kinds'> & {
  actor: Step['actor']
  at: Date
  except?: readonly string[]
}

const sought = `case_id = $1 and kind = any($2::text[]) and (state = any($3::text[]) or follow_up is not null) order by id for update`

/** Ends what was accepted and withdraws what was not yet answered; the recipients lose the case at once. */
export const withdrawReferrals = async (tx: Tx, { caseId, kinds, actor, at, except = [] }: Withdrawal) => {
  const rows = await referralsWhere(tx, sought, [caseId, kinds, liveReferralStates])
  await settleFollowed(tx, caseId, rows)
  const over = rows.filter(({ id, state }) => isLive({ state }) && !except.includes(id))
  if (over.length === 0) return
  const steps = over.map((row): Stepping => ({ row, command: row.state === 'accepted' ? 'end' : 'withdraw' }))
  await stepReferrals(tx, steps, { actor, at, frees: true })
  await leaveAll(tx, caseId, over, at)
}
