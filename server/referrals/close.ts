import type { Actor } from '../../policies/actor.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
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
import { activeParticipations } from '../cases/store.ts'
import { followedBy } from '../disclosure/referral.ts'
import { ending, endParts } from '../cases/participation.ts'
import { addedWords } from '../../workflows/configuration/added.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { lockReferral, referralsWhere, type ReferralEntry } from './store.ts'

type Step = {
  command: ReferralCommand
  actor: Pick<Actor, 'personId' | 'orgId' | 'role'>
  at: Date
  input?: Record<string, unknown>
  /** The clock that takes it. */
  deadlineId?: string | undefined
  /** For whom what earlier refusals of the kind left to do is done with it. */
  doneBy?: string | undefined
}

const answers: readonly ReferralCommand[] = ['accept', 'decline', 'transfer', 'renounce']

// With the step goes its line in the story of the referral, and the clock of the answer stops. Once the referral is over,
// nobody writes to its address again; where it is taken back, no place is held by it. `doneBy`: what earlier refusals of the
// kind left them to do is done. `leaves`: the capacity in which its recipient takes part no more.
const moving = `with step as (
    select * from jsonb_to_recordset($1::jsonb) as s (id uuid, command text, input jsonb, state text, seq integer, reason text,
      added jsonb, clock uuid, answers boolean, settled boolean, ended boolean, frees boolean, "caseId" uuid, kind text, "doneBy" uuid,
      recipient uuid, leaves text)),
  written as (
    insert into referral_event (referral_id, seq, at, command, input, person_id, org_id, role, deadline_id)
      select id, seq, $2::timestamptz, command, input, $3::uuid, $4::uuid, $5::text, clock from step),
  stopped as (
    update deadline d set state = 'stopped', next_at = null from step
      where step.settled and d.referral_id = step.id and d.state in (${listed(stoppableStates)})),
  noted as (
    update referral r set follow_up = null from step
      where r.case_id = step."caseId" and r.kind = step.kind and r.id <> step.id and r.follow_up is not null
        and step."doneBy" in (r.sender_org_id, r.awaits_org_id)),
  gone as (
    update participation p set ${ending} from step
      where p.case_id = step."caseId" and p.org_id = step.recipient and p.capacity = step.leaves and p.until is null),
  forgotten as (update referral_link l set address = null from step where step.ended and l.referral_id = step.id),
  freed as (
    update stay set state = 'ended', ended_at = $2 from step
      where step.frees and stay.referral_id = step.id and stay.state in (${listed(activeStays)}))
  update referral r set state = step.state, version = step.seq, moved_at = $2, reason = step.reason,
      reason_added = step.added, answered_at = case when step.answers then $2 else r.answered_at end,
      answer = case when step.answers then coalesce(r.answer, step.state) else r.answer end,
      answer_seq = case when step.answers then coalesce(r.answer_seq, step.seq) else r.answer_seq end,
      told_at = case when r.answer is null or r.sender_org_id = $4 then $2 else r.told_at end
    from step where r.id = step.id`

type Stepping = { row: ReferralEntry; leaves?: boolean } & Pick<
  Step,
  'command' | 'input' | 'deadlineId' | 'doneBy'
>

const stepped = (
  { row, command, input = {}, deadlineId, doneBy, leaves = false }: Stepping,
  frees = false
) => {
  const state = advanceReferral(row.state, command)
  if (state === null) throw new Error(`${command} is not open from ${row.state}`)
  const ended = !isLive({ state })
  return {
    ...{ id: row.id, caseId: row.caseId, kind: row.kind, command, input, state, seq: row.version + 1, ended },
    ...{ clock: deadlineId ?? null, doneBy: doneBy ?? null },
    ...{ recipient: row.recipientOrgId, leaves: leaves ? kindRow(row.kind).capacity : null },
    reason: typeof input['reason'] === 'string' ? input['reason'] : row.reason,
    added: typeof input['reason'] === 'string' ? addedWords(input) : row.reasonAdded,
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
const keepFor = `update participation p set basis = one.basis, scope = one.scope
  from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as one (org_id, capacity, basis, scope)
  where p.case_id = $1 and p.until is null and p.org_id = one.org_id and p.capacity = one.capacity`

type Other = Pick<ReferralEntry, 'kind' | 'recipientOrgId' | 'state'>

/** Another referral of the kind that its recipient still answers, or has accepted, keeps it in. */
const keeps =
  ({ kind, recipientOrgId }: Leaving) =>
  (other: Other) =>
    other.kind === kind &&
    other.recipientOrgId === recipientOrgId &&
    (kindRow(kind).opensAtOnce || other.state === 'accepted')

const partOf = ({ kind, recipientOrgId: orgId }: Leaving) => ({ orgId, capacity: kindRow(kind).capacity })

/** A case always has its cell: only a move to another one ends its part. */
const isGoing = ({ kind }: Leaving) => kindRow(kind).capacity !== 'cell'

/** Kept in by another referral: for the consent of that one. */
const keepIn = async (tx: Tx, caseId: string, kept: readonly Leaving[]) => {
  if (kept.length === 0) return
  await runQuery(tx, keepFor, [
    caseId,
    kept.map(({ recipientOrgId }) => recipientOrgId),
    kept.map(({ kind }) => kindRow(kind).capacity),
    kept.map(({ kind }) => kind),
    kept.map(({ kind }) => kindRow(kind).consent)
  ])
}

/**
 * Its recipient reads nothing more of the case; it keeps its own record that it answered. Another referral of the same case that
 * it still answers, or has accepted, in the same capacity keeps it in, for the consent of that one.
 */
export const leaveCase = async (tx: Tx, one: Leaving, at: Date) => {
  if (!isGoing(one)) return
  const others = await runQuery<Other>(tx, holding, [one.caseId])
  if (others.some(keeps(one))) await keepIn(tx, one.caseId, [one])
  else await endParts(tx, one.caseId, [partOf(one)], at)
}

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
const settleFollowed = async (
  tx: Tx,
  { caseId, facts }: Pick<Withdrawal, 'caseId' | 'facts'>,
  rows: readonly ReferralEntry[]
) => {
  const left = rows.filter(({ followUp }) => followUp !== null)
  if (left.length === 0) return
  const parties = await activeParticipations(tx, caseId)
  const blind = ({ kind, awaitsOrgId, senderOrgId }: ReferralEntry) => {
    const held = parties.filter(({ orgId }) => orgId === senderOrgId).map(({ capacity }) => capacity)
    return awaitsOrgId === senderOrgId && !followedBy(held, facts).referral(kind)
  }
  const done = left.filter((one) => !blind(one)).map(({ id }) => id)
  if (done.length > 0) await runQuery(tx, settlingThese, [done])
}

/** `facts`: of the case as it is now. */
type Withdrawal = {
  caseId: string
  kinds: readonly ReferralKind[]
  facts: Facts
  actor: Step['actor']
  at: Date
  except?: readonly string[]
  /** What the step itself says. */
  input?: Step['input']
}

const sought = `case_id = $1 and kind = any($2::text[]) and (state = any($3::text[]) or follow_up is not null) order by id for update`

/** All that withdrawing these kinds may touch, locked. */
export const soughtOf = (tx: Tx, { caseId, kinds }: Pick<Withdrawal, 'caseId' | 'kinds'>) =>
  referralsWhere(tx, sought, [caseId, kinds, liveReferralStates])

/** `rows`: all that is sought of their kinds. */
export const withdrawAll = async (
  tx: Tx,
  rows: readonly ReferralEntry[],
  withdrawal: Omit<Withdrawal, 'kinds'>
) => {
  const { caseId, actor, at, except = [], input = {} } = withdrawal
  await settleFollowed(tx, withdrawal, rows)
  const live = rows.filter(isLive)
  const over = live.filter(({ id }) => !except.includes(id))
  if (over.length === 0) return
  const others = live.filter(({ id }) => except.includes(id))
  const kept = over.filter((row) => isGoing(row) && others.some(keeps(row)))
  const steps = over.map((row): Stepping => ({
    row,
    command: row.state === 'accepted' ? 'end' : 'withdraw',
    input,
    leaves: isGoing(row) && !kept.includes(row)
  }))
  await stepReferrals(tx, steps, { actor, at, frees: true })
  await keepIn(tx, caseId, kept)
}

/** Ends what was accepted and withdraws what was not yet answered; the recipients lose the case at once. */
export const withdrawReferrals = async (tx: Tx, withdrawal: Withdrawal) =>
  withdrawAll(tx, await soughtOf(tx, withdrawal), withdrawal)
