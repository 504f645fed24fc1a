import { eq } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { openness } from '../../workflows/case/advance.ts'
import { refusalsOffered } from '../../workflows/configuration/lists.ts'
import { poolsBeside } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds.ts'
import {
  advanceReferral,
  referralRow,
  type ReferralCommand,
  type ReferralState
} from '../../workflows/referral/machine.ts'
import { consequence, type FollowUp } from '../../workflows/referral/refusal.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { audit, fieldsFilled } from '../audit/audit.ts'
import { actOn } from '../commands/apply-command.ts'
import { settleParticipants, type Desk } from '../commands/notify-participants.ts'
import { invite } from '../cases/participation.ts'
import { situationOf, type CaseRow } from '../cases/store.ts'
import { configurationOf } from '../configuration/version-cache.ts'
import { ask, type Tx } from '../db/context.ts'
import { referrals } from '../db/schema/schema.ts'
import { NotOpen, RuleRefused } from '../errors.ts'
import { tell, type Line } from '../outbox/enqueue.ts'
import { holdsStay, othersSeek, sleepsInPlace, stayUnderWay } from '../places/stays.ts'
import { leaveCase, settleRefusals, stepReferral, withdrawReferrals, type ReferralEntry } from './close.ts'
import { answered, asked } from './questions.ts'
import { nameSomeone, otherRecipient } from './recipients.ts'
import { sendReferral } from './send.ts'

export type Move = {
  row: ReferralEntry
  caseRow: CaseRow
  command: ReferralCommand
  input: Record<string, unknown>
  actor: Actor
  at: Date
  /** The clock that moves it, and when it spoke as counted where she was met. */
  clock?: { id: string; metAt: Date }
}

export type Handler = (desk: Desk, move: Move) => Promise<CaseRow>

const toldIn = ({ told }: Record<string, unknown>) => (told ?? {}) as Record<string, unknown>

const kindOf = ({ row }: Move) => kindRow(row.kind as ReferralKind)

/** With `settling: false` the move writes the worklists once, when it is known who came in and who left. */
const actOnCase = async (
  desk: Desk,
  { caseRow, actor, at, row }: Move,
  act: { command: Parameters<typeof actOn>[2]['command']; input: Record<string, unknown> } | null
) =>
  act
    ? actOn({ ...desk, settling: false }, caseRow, {
        ...act,
        actor,
        at,
        offer: row.placeId
          ? { referralId: row.id, placeId: row.placeId, kind: row.kind as ReferralKind }
          : null
      })
    : caseRow

/** Withdraws earlier moves of the case: the new cell takes part by its competence, not by a consent. */
const forgetMoves = (tx: Tx, { row, actor, at }: Move) =>
  withdrawReferrals(tx, {
    caseId: row.caseId,
    kinds: [row.kind as ReferralKind],
    actor,
    at,
    except: [row.id]
  })

/** Acceptance opens the case to the recipient, for the classes of its capacity, and moves the case where the kind says so. */
const accepted: Handler = async (desk, move) => {
  const { row, at } = move
  const { capacity, consent, onAccept } = kindOf(move)
  await settleRefusals(desk.tx, {
    caseId: row.caseId,
    kinds: [row.kind as ReferralKind],
    by: row.senderOrgId
  })
  const next = await actOnCase(desk, move, onAccept && { command: onAccept, input: {} })
  if (capacity === 'cell') {
    await forgetMoves(desk.tx, move)
    return next
  }
  await invite(desk.tx, {
    caseId: row.caseId,
    orgId: row.recipientOrgId,
    capacity,
    at,
    basis: row.kind,
    scope: consent
  })
  return next
}

/** Who is left with the refusal: the sender, to send again; or the person who is named, to decide. */
const leaveWith = async (tx: Tx, move: Move, followUp: FollowUp) => {
  const { row } = move
  await tx
    .update(referrals)
    .set({ followUp, awaitsOrgId: row.senderOrgId, awaitsPersonId: null })
    .where(eq(referrals.id, row.id))
  if (followUp === 'escalate') await nameSomeone(tx, move)
}

/**
 * A coded refusal leads somewhere: elsewhere, to the waiting list, or to a named person. The second of two offers may be
 * refused when the first refusal has already moved the case: then it moves no more.
 */
const declined: Handler = async (desk, move) => {
  const { row, at, caseRow } = move
  const configuration = await configurationOf(desk.tx, caseRow.configVersion)
  const kind = row.kind as ReferralKind
  const leadsTo = refusalsOffered(kind, configuration)[String(move.input['reason'])]!
  const { act: command, awaits } = consequence(kind, leadsTo)
  await leaveCase(desk.tx, {
    caseId: row.caseId,
    kind: row.kind as ReferralKind,
    orgId: row.recipientOrgId,
    at
  })
  const moves = command !== null && openness(situationOf(caseRow), command).open
  const reason = move.input['reason']
  const next = await actOnCase(desk, move, moves ? { command, input: { reason } } : null)
  // Last: the act may withdraw what else was asked, and with it what earlier refusals had left.
  if (awaits) await leaveWith(desk.tx, move, awaits)
  return next
}

/** Taken note of: nobody is waited for any more. */
const noted: Handler = async ({ tx }, { row, caseRow }) => {
  if (row.followUp === null) throw new NotOpen(referralRow('note').label)
  await tx.update(referrals).set({ followUp: null }).where(eq(referrals.id, row.id))
  return caseRow
}

const goingOn = `select from referral where case_id = $1 and kind = $2 and id <> $3 and state = 'accepted' limit 1`
const othersGoOn = async (tx: Tx, { caseId, kind, id }: ReferralEntry) =>
  (await ask(tx, goingOn, [caseId, kind, id])).length > 0

/** What the end of a referral does to the case: its recipient is done, or what was sought is sought no more. */
const actWhenOver = async (tx: Tx, move: Move) => {
  const { onEnd, onWithdraw } = kindOf(move)
  const command = move.command === 'end' && onEnd ? onEnd : onWithdraw
  if (command === null || !openness(situationOf(move.caseRow), command).open) return null
  // Another sender's request of the same kind goes on: what the case says of it is not over.
  if (command === onEnd && (await othersGoOn(tx, move.row))) return null
  if (command !== onWithdraw) return { command, input: {} }
  // Withdrawing the search of somebody who sleeps in a place would record that she has none, and hide the bed.
  const { caseId, kind } = move.row
  const whose = { caseId, pools: poolsBeside(kind as ReferralKind) }
  const goesOn = (await othersSeek(tx, move.row)) || (await sleepsInPlace(tx, whose))
  return goesOn ? null : { command, input: {} }
}

/** A recipient whose part is over reads nothing more of the case; it keeps its own record that it answered. */
const over: Handler = async (desk, move) => {
  const { row, at } = move
  if (await holdsStay(desk.tx, row)) throw new RuleRefused('a stay rests on it', stayUnderWay)
  const next = await actOnCase(desk, move, await actWhenOver(desk.tx, move))
  await leaveCase(desk.tx, {
    caseId: row.caseId,
    kind: row.kind as ReferralKind,
    orgId: row.recipientOrgId,
    at
  })
  return next
}

/** Passing on appends: the first referral keeps its history, a second one starts, with its own clock. */
const passedOn: Handler = async (desk, move) => {
  const { row, caseRow, actor, at } = move
  const orgId = await otherRecipient(desk.tx, row, String(move.input['orgId']))
  const kind = row.kind as ReferralKind
  const to = { orgId, previousId: row.id, senderOrgId: row.senderOrgId, told: toldIn(row.preview) }
  await leaveCase(desk.tx, { caseId: row.caseId, kind, orgId: row.recipientOrgId, at })
  await sendReferral(desk.tx, {
    caseId: row.caseId,
    kind,
    actor,
    situation: situationOf(caseRow),
    input: {},
    at,
    version: caseRow.configVersion,
    keys: desk.keys,
    to
  })
  return caseRow
}

/** Silence is never an answer: it is said to someone, and the answer stays awaited. */
const escalated: Handler = async ({ tx }, move) => {
  await nameSomeone(tx, move)
  return move.caseRow
}

const handlers: Record<ReferralCommand, Handler> = {
  accept: accepted,
  decline: declined,
  renounce: () => Promise.reject(new NotOpen(referralRow('renounce').label)),
  withdraw: over,
  end: over,
  transfer: passedOn,
  expire: escalated,
  ask: asked,
  answer: answered,
  note: noted
}

/** Both sides, and whoever is waited for now. */
const tellSides = async (tx: Tx, { row, actor }: Move, line: Line) => {
  const [now] = await tx
    .select({ awaitsOrgId: referrals.awaitsOrgId })
    .from(referrals)
    .where(eq(referrals.id, row.id))
  const sides = [row.senderOrgId, row.recipientOrgId, now?.awaitsOrgId ?? null]
  const to = sides.filter((orgId): orgId is string => orgId !== null && orgId !== actor.orgId)
  await tell(tx, { about: 'referral', id: row.id, to, line })
}

/**
 * Moves one locked referral of one locked case, with what follows for the case, in the open transaction.
 * @throws NotOpen where the machine does not open the step, and whatever the rules of the case refuse.
 */
export const moveReferral = async (desk: Desk, move: Move): Promise<CaseRow> => {
  const { row, command, input, actor, at } = move
  if (advanceReferral(row.state as ReferralState, command) === null)
    throw new NotOpen(referralRow(command).label)
  const state = await stepReferral(desk.tx, row, { command, actor, at, input, deadlineId: move.clock?.id })
  const next = await handlers[command](desk, { ...move, row: { ...row, state, version: row.version + 1 } })
  await audit(desk.tx, actor, at, {
    chain: `case:${row.caseId}`,
    action: `referral.${command}`,
    object: `referral:${row.id}`,
    outcome: 'allowed',
    detail: fieldsFilled(input)
  })
  const happening = { kind: row.kind as ReferralKind }
  const line = { about: 'referral', id: row.id, seq: row.version + 1 } as const
  const metAt = move.clock?.metAt ?? at
  await settleParticipants(desk, row.caseId, situationOf(next), { actor, at, metAt, happening, line })
  if (desk.telling) await tellSides(desk.tx, move, line)
  return next
}
