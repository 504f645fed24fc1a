import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import {
  advanceReferral,
  liveReferralStates,
  openReferralStates,
  type ReferralCommand,
  type ReferralState
} from '../../workflows/referral/machine.ts'
import { stoppableStates } from '../../workflows/deadlines/states.ts'
import { activeStays } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { idOrNull } from '../audit/audit.ts'
import { endParticipation } from '../cases/participation.ts'
import type { Tx } from '../db/context.ts'
import { forgetAddress } from '../links/open.ts'
import { deadlines, participations, referralEvents, referrals, stays } from '../db/schema/schema.ts'

export type ReferralEntry = typeof referrals.$inferSelect
type Step = {
  command: ReferralCommand
  actor: Pick<Actor, 'personId' | 'orgId' | 'role'>
  at: Date
  input?: Record<string, unknown>
  /** The clock that takes it. */
  deadlineId?: string | undefined
}

const answers: readonly ReferralCommand[] = ['accept', 'decline', 'transfer', 'renounce']

/** Moves a referral one step and writes it down. @throws when the machine does not open the step: callers ask first. */
export const stepReferral = async (
  tx: Tx,
  row: ReferralEntry,
  { command, actor, at, input = {}, deadlineId }: Step
): Promise<ReferralState> => {
  const next = advanceReferral(row.state as ReferralState, command)
  if (next === null) throw new Error(`${command} is not open from ${row.state}`)
  const answered = answers.includes(command)
  const reason = typeof input['reason'] === 'string' ? input['reason'] : row.reason
  const version = row.version + 1
  await tx
    .update(referrals)
    .set({ state: next, version, movedAt: at, reason, ...(answered && { answeredAt: at }) })
    .where(eq(referrals.id, row.id))
  await tx.insert(referralEvents).values({
    referralId: row.id,
    seq: version,
    at,
    command,
    input,
    personId: idOrNull(actor.personId),
    orgId: idOrNull(actor.orgId),
    role: actor.role,
    deadlineId: deadlineId ?? null
  })
  if (!(openReferralStates as readonly string[]).includes(next)) await stopAnswerClock(tx, row.id)
  if (!(liveReferralStates as readonly string[]).includes(next)) await forgetAddress(tx, row.id)
  return next
}

const stopAnswerClock = (tx: Tx, referralId: string) =>
  tx
    .update(deadlines)
    .set({ state: 'stopped', nextAt: null })
    .where(and(eq(deadlines.referralId, referralId), inArray(deadlines.state, [...stoppableStates])))

type Leaving = { caseId: string; kind: ReferralKind; orgId: string; at: Date }

/**
 * The recipient reads nothing more of the case; it keeps its own record that it answered. Another referral of the same
 * case that it still answers, or has accepted, in the same capacity keeps it in, for the consent of that one.
 */
export const leaveCase = async (tx: Tx, { caseId, kind, orgId, at }: Leaving) => {
  const { capacity } = kindRow(kind)
  // A case always has its cell: only a move to another one ends its part.
  if (capacity === 'cell') return
  const others = await tx
    .select({ kind: referrals.kind, state: referrals.state })
    .from(referrals)
    .where(and(eq(referrals.caseId, caseId), eq(referrals.recipientOrgId, orgId)))
  const keeper = others.find((other) => {
    const row = kindRow(other.kind as ReferralKind)
    const open = row.opensAtOnce && (liveReferralStates as readonly string[]).includes(other.state)
    return row.capacity === capacity && (other.state === 'accepted' || open)
  })
  if (!keeper) return endParticipation(tx, { caseId, at, capacity, orgId })
  const scope = kindRow(keeper.kind as ReferralKind).consent
  await tx
    .update(participations)
    .set({ basis: keeper.kind, scope })
    .where(
      and(
        eq(participations.caseId, caseId),
        eq(participations.orgId, orgId),
        eq(participations.capacity, capacity),
        isNull(participations.until)
      )
    )
}

/** No place is held by a referral that is over. */
const freePlace = (tx: Tx, referralId: string, at: Date) =>
  tx
    .update(stays)
    .set({ state: 'ended', endedAt: at })
    .where(and(eq(stays.referralId, referralId), inArray(stays.state, [...activeStays])))

type Settled = { caseId: string; kinds: readonly ReferralKind[]; by?: string }

/** What earlier refusals of these kinds left to do is done, or has lost its ground. */
export const settleRefusals = (tx: Tx, { caseId, kinds, by }: Settled) =>
  tx
    .update(referrals)
    .set({ followUp: null })
    .where(
      and(
        eq(referrals.caseId, caseId),
        inArray(referrals.kind, [...kinds]),
        isNotNull(referrals.followUp),
        by === undefined ? undefined : or(eq(referrals.senderOrgId, by), eq(referrals.awaitsOrgId, by))
      )
    )

type Renouncing = { referralId: string; actor: Step['actor']; at: Date; reason: unknown }

/** A structure that had agreed declines: its place is free, and whoever had sent the offer is left with the refusal. */
export const renounce = async (tx: Tx, { referralId, actor, at, reason }: Renouncing) => {
  const [row] = await tx.select().from(referrals).where(eq(referrals.id, referralId)).for('update')
  if (!row) throw new Error(`no referral ${referralId}`)
  await stepReferral(tx, row, { command: 'renounce', actor, at, input: { reason } })
  await freePlace(tx, row.id, at)
  const { caseId, recipientOrgId: orgId, senderOrgId } = row
  await leaveCase(tx, { caseId, kind: row.kind as ReferralKind, orgId, at })
  await tx
    .update(referrals)
    .set({ followUp: 'reoffer', awaitsOrgId: senderOrgId, awaitsPersonId: null })
    .where(eq(referrals.id, row.id))
}

type Withdrawal = {
  caseId: string
  kinds: readonly ReferralKind[]
  actor: Step['actor']
  at: Date
  except?: readonly string[]
}

/** Ends what was accepted and withdraws what was not yet answered; the recipients lose the case at once. */
export const withdrawReferrals = async (tx: Tx, { caseId, kinds, actor, at, except = [] }: Withdrawal) => {
  await settleRefusals(tx, { caseId, kinds })
  const rows = await tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.caseId, caseId),
        inArray(referrals.kind, [...kinds]),
        inArray(referrals.state, [...liveReferralStates])
      )
    )
    .orderBy(sql`id`)
    .for('update')
  for (const row of rows.filter(({ id }) => !except.includes(id))) {
    await stepReferral(tx, row, { command: row.state === 'accepted' ? 'end' : 'withdraw', actor, at })
    if (row.placeId !== null) await freePlace(tx, row.id, at)
    await leaveCase(tx, { caseId, kind: row.kind as ReferralKind, orgId: row.recipientOrgId, at })
  }
}
