import type { Actor } from '../../policies/actor.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { isExpected } from '../../workflows/case/advance.ts'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { addedWords } from '../../workflows/configuration/added.ts'
import { refusalsOffered } from '../../workflows/configuration/lists.ts'
import { poolsBeside } from '../../workflows/places/places.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { advanceReferral, referralRow, type ReferralCommand } from '../../workflows/referral/machine.ts'
import { consequence } from '../../workflows/referral/refusal.ts'
import { audit, fieldsFilled } from '../acts/audit.ts'
import { actOn } from '../commands/apply-command.ts'
import { settleParticipants, type Desk } from '../outbox/notify-participants.ts'
import { invite } from '../cases/participation.ts'
import { situationOf, type CaseRow } from '../cases/store.ts'
import { configurationOf } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { NotOpen, RuleRefused } from '../errors.ts'
import { resumeAnswer, suspendAnswer } from '../deadlines/suspension.ts'
import { keepAnswerDays } from '../deadlines/answer-day.ts'
import { writeAgain } from './by-link.ts'
import { isHeldBy, othersSeek, staysOf, stayUnderWay } from '../places/stays.ts'
import { leaveCase, leaveWith, stepReferral, withdrawReferrals } from './close.ts'
import { nameSomeone, otherRecipient } from './recipients.ts'
import { openAnswerClock, sendReferral } from './send.ts'
import type { ReferralEntry } from './store.ts'

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

type Handler = (desk: Desk, move: Move) => Promise<CaseRow>

type Act = { command: Parameters<typeof actOn>[2]['command']; input: Record<string, unknown> }

/** With `settling: false` the move writes the worklists once, when it is known who came in and who left. */
const actOnCase = async (desk: Desk, { caseRow, actor, at, row }: Move, act: Act | null) => {
  if (!act) return caseRow
  const { id: referralId, placeId, kind } = row
  const offer = placeId ? { referralId, placeId, kind } : null
  return actOn({ ...desk, settling: false }, caseRow, { ...act, actor, at, offer })
}

/** The days of the sending and of the answer, of which the act asks: a text may count from either. */
const acceptedOn = (command: CommandType, { row, caseRow, at }: Move) => {
  const zone = zoneOf(caseRow.territory)
  const days = { sentOn: civilDate(row.sentAt, zone), takenOn: civilDate(at, zone) }
  const { properties } = commandRow(command).input
  return Object.fromEntries(Object.entries(days).filter(([field]) => field in properties))
}

/** Acceptance opens the case to the recipient, for the classes of its capacity, and moves the case where the kind says so. */
const accepted: Handler = async (desk, move) => {
  const { tx } = desk
  const { actor, at } = move
  const { id, caseId, kind, recipientOrgId: orgId } = move.row
  const { capacity, consent, onAccept } = kindRow(kind)
  const input = onAccept ? acceptedOn(onAccept, move) : {}
  const next = await actOnCase(desk, move, onAccept && { command: onAccept, input })
  // The new cell takes part by its competence, not by a consent: earlier moves of the case are withdrawn.
  if (capacity === 'cell')
    await withdrawReferrals(tx, { ...{ caseId, actor, at }, facts: next.facts, kinds: [kind], except: [id] })
  else await invite(tx, { caseId, orgIds: [orgId], capacity, at, basis: kind, scope: consent })
  return next
}

/**
 * A coded refusal leads somewhere: elsewhere, to the waiting list, or to a named person. The second of two offers may be
 * refused when the first refusal has already moved the case: then it moves no more.
 */
const declined: Handler = async (desk, move) => {
  const { row, at, caseRow } = move
  const { reason } = move.input
  const configuration = await configurationOf(desk.tx, caseRow.configVersion)
  const given = addedWords(move.input)?.code ?? String(reason)
  const leadsTo = refusalsOffered(row.kind, configuration)[given]!
  const { act: command, awaits } = consequence(row.kind, leadsTo)
  await leaveCase(desk.tx, row, at)
  const moves = command !== null && isExpected(situationOf(caseRow), command)
  const next = await actOnCase(desk, move, moves ? { command, input: { reason } } : null)
  // Last: the act may withdraw what else was asked, and with it what earlier refusals had left.
  if (awaits === 'reoffer') await leaveWith(desk.tx, row.id, awaits)
  if (awaits === 'escalate') await nameSomeone(desk.tx, move, awaits)
  return next
}

/** Taken note of: nobody is waited for any more. */
const noted: Handler = async ({ tx }, { row, caseRow }) => {
  if (row.followUp === null) throw new NotOpen(referralRow('note').label)
  await runQuery(tx, 'update referral set follow_up = null where id = $1', [row.id])
  return caseRow
}

const goingOn = `select from referral where case_id = $1 and kind = $2 and id <> $3 and state = 'accepted' limit 1`

/** What the end of a referral does to the case: its recipient is done, or what was sought is sought no more. */
const actWhenOver = async (
  tx: Tx,
  { row, caseRow, command: done }: Move,
  sleeps: boolean
): Promise<Act | null> => {
  const { id, caseId, kind } = row
  const { onEnd, onWithdraw } = kindRow(kind)
  const command = done === 'end' && onEnd ? onEnd : onWithdraw
  if (command === null || !isExpected(situationOf(caseRow), command)) return null
  const act = { command, input: {} }
  // Another sender's request of the same kind goes on: what the case says of it is not over.
  if (command === onEnd && (await runQuery(tx, goingOn, [caseId, kind, id])).length > 0) return null
  if (command !== onWithdraw) return act
  // Withdrawing the search of somebody who sleeps in a place would record that she has none, and hide the bed.
  return sleeps || (await othersSeek(tx, row)) ? null : act
}

/** A recipient whose part is over reads nothing more of the case; it keeps its own record that it answered. */
const over: Handler = async (desk, move) => {
  const { row, at } = move
  const beside = await staysOf(desk.tx, { caseId: row.caseId, pools: poolsBeside(row.kind) })
  if (isHeldBy(row, beside)) throw new RuleRefused('a stay rests on it', stayUnderWay)
  const next = await actOnCase(desk, move, await actWhenOver(desk.tx, move, beside.bed !== null))
  await leaveCase(desk.tx, row, at)
  return next
}

/** Passing on appends: the first referral keeps its history, a second one starts, with its own clock. */
const passedOn: Handler = async ({ tx, keys }, { row, caseRow, actor, at, input }) => {
  const { id: previousId, caseId, kind, senderOrgId, preview } = row
  const orgId = await otherRecipient(tx, row, String(input['orgId']))
  const to = { orgId, previousId, senderOrgId, told: (preview['told'] ?? {}) as Record<string, unknown> }
  await leaveCase(tx, row, at)
  const [situation, version] = [situationOf(caseRow), caseRow.configVersion]
  await sendReferral(tx, { caseId, kind, actor, situation, input: {}, at, version, keys, to })
  return caseRow
}

/** Silence is never an answer: it is said to someone, and the answer stays awaited. */
const escalated: Handler = async ({ tx }, move) => {
  await nameSomeone(tx, move)
  return move.caseRow
}

/** While its question waits, the recipient does not run out of time. */
const asked: Handler = async ({ tx }, { row, caseRow, at }) => {
  await suspendAnswer(tx, row.id, at)
  return caseRow
}

/** An answer to a question gives the floor back with the time that was left; where it had run out, a new one starts. */
const answered: Handler = async ({ tx, keys }, { row, caseRow, at }) => {
  await writeAgain(tx, row.id)
  const { territory, facts, configVersion } = caseRow
  const where = { territory, met: facts.met, at, config: await configurationOf(tx, configVersion) }
  if (!(await resumeAnswer({ tx, keys }, row.id, where))) await openAnswerClock(tx, row, where)
  await keepAnswerDays(tx, row.caseId)
  return caseRow
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

/**
 * Moves one locked referral of one locked case, with what follows for the case, in the open transaction.
 * @throws NotOpen where the machine does not open the step, and whatever the rules of the case refuse.
 */
export const moveReferral = async (desk: Desk, move: Move): Promise<CaseRow> => {
  const { row, command, input, actor, at } = move
  if (advanceReferral(row.state, command) === null) throw new NotOpen(referralRow(command).label)
  const doneBy = command === 'accept' ? row.senderOrgId : undefined
  const state = await stepReferral(desk.tx, row, {
    ...{ command, actor, at, input, doneBy },
    deadlineId: move.clock?.id
  })
  const next = await handlers[command](desk, { ...move, row: { ...row, state, version: row.version + 1 } })
  await audit(desk.tx, actor, at, {
    chain: `case:${row.caseId}`,
    action: `referral.${command}`,
    object: `referral:${row.id}`,
    outcome: 'allowed',
    detail: fieldsFilled(input)
  })
  const happening = { kind: row.kind }
  const line = { about: 'referral', id: row.id, seq: row.version + 1 } as const
  const metAt = move.clock?.metAt ?? at
  const told = { actor, at, metAt, happening, line, moved: row }
  await settleParticipants(desk, row.caseId, situationOf(next), told)
  return next
}
