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
import { kindRow } from '../../workflows/referral/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { idOrNull } from '../acts/audit.ts'
import { endParticipation } from '../cases/participation.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { forgetAddress } from './by-link.ts'
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

type Written = Omit<Step, 'command'> & { referralId: string; seq: number; command: ReferralCommand | 'send' }

/** Writes a step into the story of a referral. */
export const writeStep = (tx: Tx, { actor, input = {}, deadlineId = undefined, ...step }: Written) =>
  tx.insert(referralEvents).values({
    ...step,
    input,
    personId: idOrNull(actor.personId),
    orgId: idOrNull(actor.orgId),
    role: actor.role,
    deadlineId: deadlineId ?? null
  })

const answers: readonly ReferralCommand[] = ['accept', 'decline', 'transfer', 'renounce']

const moving = `update referral set state = $2, version = $3, moved_at = $4, reason = $5, answered_at = coalesce($6, answered_at)
  where id = $1`
const stopClock = `update deadline set state = 'stopped', next_at = null where referral_id = $1 and state = any($2::text[])`

/** Moves a referral one step and writes it down. @throws when the machine does not open the step: callers ask first. */
export const stepReferral = async (tx: Tx, row: ReferralEntry, step: Step): Promise<ReferralState> => {
  const { command, at, input = {} } = step
  const state = advanceReferral(row.state, command)
  if (state === null) throw new Error(`${command} is not open from ${row.state}`)
  const reason = typeof input['reason'] === 'string' ? input['reason'] : row.reason
  const seq = row.version + 1
  await runQuery(tx, moving, [row.id, state, seq, at, reason, answers.includes(command) ? at : null])
  await writeStep(tx, { ...step, referralId: row.id, seq })
  if (!isUnanswered({ state })) await runQuery(tx, stopClock, [row.id, stoppableStates])
  if (!isLive({ state })) await forgetAddress(tx, row.id)
  return state
}

const keeping = `select from referral where case_id = $1 and recipient_org_id = $2 and kind = $3 and state = any($4::text[]) limit 1`
const keepFor = `update participation set basis = $4, scope = $5 where case_id = $1 and org_id = $2 and capacity = $3 and until is null`

type Leaving = Pick<ReferralEntry, 'caseId' | 'kind' | 'recipientOrgId'>

/**
 * The recipient reads nothing more of the case; it keeps its own record that it answered. Another referral of the same
 * case that it still answers, or has accepted, in the same capacity keeps it in, for the consent of that one.
 */
export const leaveCase = async (tx: Tx, { caseId, kind, recipientOrgId: orgId }: Leaving, at: Date) => {
  const { capacity, opensAtOnce, consent } = kindRow(kind)
  // A case always has its cell: only a move to another one ends its part.
  if (capacity === 'cell') return
  const holding: readonly ReferralState[] = opensAtOnce ? liveReferralStates : ['accepted']
  const kept = await runQuery(tx, keeping, [caseId, orgId, kind, holding])
  if (kept.length === 0) await endParticipation(tx, { caseId, at, capacity, orgId })
  else await runQuery(tx, keepFor, [caseId, orgId, capacity, kind, consent])
}

const freeing = `update stay set state = 'ended', ended_at = $2 where referral_id = $1 and state = any($3::text[])`

/** No place is held by a referral that is over. */
const freePlace = (tx: Tx, referralId: string, at: Date) =>
  runQuery(tx, freeing, [referralId, at, activeStays])

type Settled = { caseId: string; kinds: readonly ReferralKind[]; by?: string }

const settling = `update referral set follow_up = null where case_id = $1 and kind = any($2::text[]) and follow_up is not null
  and ($3::uuid is null or $3 in (sender_org_id, awaits_org_id))`

/** What earlier refusals of these kinds left to do is done, or has lost its ground. */
export const settleRefusals = (tx: Tx, { caseId, kinds, by }: Settled) =>
  runQuery(tx, settling, [caseId, kinds, by ?? null])

const leaving = `update referral set follow_up = $2, awaits_org_id = sender_org_id, awaits_person_id = null where id = $1`

/** The sender is left with the refusal. */
export const leaveWith = (tx: Tx, id: string, followUp: FollowUp) => runQuery(tx, leaving, [id, followUp])

type Renouncing = { referralId: string; actor: Step['actor']; at: Date; reason: unknown }

/** A structure that had agreed declines: its place is free, and whoever had sent the offer is left with the refusal. */
export const renounce = async (tx: Tx, { referralId, actor, at, reason }: Renouncing) => {
  const row = await lockReferral(tx, referralId)
  if (!row) throw new Error(`no referral ${referralId}`)
  await stepReferral(tx, row, { command: 'renounce', actor, at, input: { reason } })
  await freePlace(tx, row.id, at)
  await leaveCase(tx, row, at)
  await leaveWith(tx, row.id, 'reoffer')
}

type Withdrawal = Settled & { actor: Step['actor']; at: Date; except?: readonly string[] }

const sought = `case_id = $1 and kind = any($2::text[]) and state = any($3::text[]) order by id for update`

/** Ends what was accepted and withdraws what was not yet answered; the recipients lose the case at once. */
export const withdrawReferrals = async (tx: Tx, { caseId, kinds, actor, at, except = [] }: Withdrawal) => {
  await settleRefusals(tx, { caseId, kinds })
  const rows = await referralsWhere(tx, sought, [caseId, kinds, liveReferralStates])
  for (const row of rows.filter(({ id }) => !except.includes(id))) {
    await stepReferral(tx, row, { command: row.state === 'accepted' ? 'end' : 'withdraw', actor, at })
    if (row.placeId !== null) await freePlace(tx, row.id, at)
    await leaveCase(tx, row, at)
  }
}
