import type { Actor } from '../../policies/actor.ts'
import { mayBeAsked, takesAnother } from '../../policies/repair.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { repairOf, type Kept, type Repair } from '../../workflows/repair/repair.ts'
import type { LoggedEvent } from '../../workflows/case/replay.ts'
import { keptByLaw } from '../../workflows/referral/kinds/kinds.ts'
import { isUnanswered, openReferralStates } from '../../workflows/referral/machine.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import {
  columnsOf,
  selectAll,
  situationOf,
  type CaseRow,
  type DeadlineEntry,
  type EventRow
} from '../cases/store.ts'
import { runQuery, setCaseScope, settleAll, type Tx } from '../db/context.ts'
import { caseEvents, deadlines } from '../db/schema/schema.ts'
import { asksOf } from '../disclosure/repair/undone.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { referralsWhere, type ReferralEntry } from '../referrals/store.ts'
import { refOf } from '../cases/act-ref.ts'
import { lastOf, type UndoRequest } from './requests.ts'

/** With the kind of its organisation, which some acts keep. */
type Told = EventRow & { orgType: string }

const journal = `select ${columnsOf(caseEvents)},
    coalesce((select o.type from organisation o where o.id = case_event.org_id), 'platform') as "orgType"
  from case_event where case_id = $1 order by seq`

const past = `select ${columnsOf(deadlines)} from (
  select (jsonb_populate_record(null::deadline, was)).* from deadline_trace where case_id = $1 and seq = $2 and was is not null) was`
const begun = `${selectAll(deadlines)} where referral_id is null
  and id in (select deadline_id from deadline_trace where case_id = $1 and seq = $2 and was is null)`
const touchedSince = `select distinct l.seq from deadline_trace t join deadline_trace l on l.deadline_id = t.deadline_id and l.seq > t.seq
    join case_event e on e.case_id = l.case_id and e.seq = l.seq
  where t.case_id = $1 and t.seq = $2 and e.struck_by is null and e.command <> 'act.undone'`

const stepped = `select 1 from referral_event s join referral r on r.id = s.referral_id
  where r.case_id = $1 and s.at = $2 and s.org_id = $3 and s.command <> 'send' limit 1`
// Requests went with the house that sent them; the journal keeps its name of that day.
const sentBy = 'case_id = $1 and sent_at = $2 and sender_org_id = house_today($3) order by id'
const letIn = 'select 1 from participation where case_id = $1 and basis = $2 and since = $3 limit 1'
const asked = 'case_id = $1 and sent_at < $2 and kind = any($3::text[]) and state = any($4::text[])'

const ensured = (command: string) =>
  commandRow(command as never).effects.flatMap((one) => (one.type === 'ensureReferral' ? [one.kind] : []))

/** What an act did to what stands beside its case. `past`: the clocks that it touched, as they were; `begun`: those that it opened. */
type Beside = {
  past: readonly DeadlineEntry[]
  begun: readonly DeadlineEntry[]
  since: readonly number[]
  sent: readonly ReferralEntry[]
  kept: Kept | null
}

/** What the law told is nobody's to take back; a request that was answered or passed on lives with whoever has it. */
const keptOfSent = (sent: readonly ReferralEntry[], situation: Situation): Kept | null => {
  if (sent.some(({ kind, state }) => keptByLaw(kind, 'withdraw', { state, situation }))) return 'law'
  return sent.some((one) => !isUnanswered(one) || one.answer !== null) ? 'replied' : null
}

type Read = Pick<Beside, 'sent'> & Record<'steps' | 'joined' | 'others', readonly unknown[]>

const keptBeside = ({ sent, steps, joined, others }: Read, situation: Situation): Kept | null => {
  const told = keptOfSent(sent, situation)
  if (told !== null) return told
  if (others.length > 0) return 'lasting'
  if (steps.length > 0) return 'answered'
  // Where nothing was sent, what it asked was added to a request that is still read.
  return sent.length === 0 && joined.length > 0 ? 'joined' : null
}

const besideOf = async (tx: Tx, event: EventRow, situation: Situation): Promise<Beside> => {
  const { caseId, seq, at, orgId, command } = event
  const one = [caseId, seq]
  const [was, opened, later, sent, steps, joined, others] = await settleAll([
    runQuery<DeadlineEntry>(tx, past, one),
    runQuery<DeadlineEntry>(tx, begun, one),
    runQuery<{ seq: number }>(tx, touchedSince, one),
    referralsWhere(tx, sentBy, [caseId, at, orgId]),
    runQuery(tx, stepped, [caseId, at, orgId]),
    referralsWhere(tx, asked, [caseId, at, ensured(command), openReferralStates]),
    runQuery(tx, letIn, [caseId, command, at])
  ])
  const kept = keptBeside({ sent, steps, joined, others }, situation)
  return { past: was, begun: opened, since: later.map((row) => row.seq), sent, kept }
}

const logOf = (events: readonly Told[]): LoggedEvent[] =>
  events.map(({ seq, command, input, personId, orgId, orgType, basisOn: on }) => ({
    ...{ seq, command, input, personId, orgId, orgType, on }
  }))

/** What an act of others did is read while their request is looked at, be it of a place that is not this reader's. */
const besideAsked = async (tx: Tx, event: EventRow, situation: Situation): Promise<Beside> => {
  await setCaseScope(tx, event.caseId)
  const beside = await besideOf(tx, event, situation)
  await setCaseScope(tx, '')
  return beside
}

const keptBy = (event: Told, { repair, resting, kept }: Found & Beside, by: By): Kept | null => {
  if (kept !== null) return kept
  if (repair.lasting) return 'lasting'
  if (resting.length > 0) return 'resting'
  if (!repair.faithful) return 'untold'
  const zone = zoneOf(by.row.territory)
  const entered = { personId: event.personId, on: civilDate(event.at, zone) }
  return takesAnother(entered, by.actor, civilDate(by.at, zone)) ? 'second' : null
}

const colleague = `select from membership where org_id = $1 and person_id <> $2 and role = $3
  and (until is null or until > $4) limit 1`

/**
 * Nobody else of their house could take it back, then or since: an error on somebody's file would stand for ever. A colleague who was let go
 * after the act still counts, or whoever manages access would be alone at will. The journal says who did.
 */
const isAlone = async (tx: Tx, { orgId, personId, role }: Actor, { at }: EventRow): Promise<boolean> =>
  (await runQuery(tx, colleague, [orgId, personId, role, at])).length === 0

type By = { keys: Keys; actor: Actor; held: readonly Capacity[]; row: CaseRow; at: Date }
type Found = { repair: Repair; resting: readonly EventRow[] }

/**
 * What taking an act back would come to. `kept`: why it is not taken back, if it is not. `own`: this reader's organisation entered it.
 * `request`: the latest that those who entered it asked.
 */
export type Looked = Beside & Found & { event: EventRow; own: boolean; request: UndoRequest | null }

/** Of an act that is not looked at: nothing of it, nor of what came after. */
const unread = (event: EventRow, stands: Situation): Omit<Looked, 'own' | 'request'> => ({
  ...{ event, past: [], begun: [], since: [], sent: [], resting: [] },
  kept: mayBeAsked(event.command) ? 'asks' : 'partial',
  repair: { was: stands, will: stands, resting: [], lasting: false, faithful: true }
})

/**
 * Looks at an act of a case as those who entered it may take it back, or whoever concludes where these asked.
 * @throws NotFound where it is not theirs, was taken back already, or is in a file that was left.
 */
export const lookAt = async (tx: Tx, ref: string, by: By): Promise<Looked> => {
  const { keys, row, actor, held } = by
  const stands = situationOf(row)
  const events = await runQuery<Told>(tx, journal, [row.id])
  const event = events.find((one) => refOf(keys, one) === ref)
  const asks =
    event && event.struckBy === null && event.traced ? asksOf(event, { actor, held, stands }) : null
  if (!event || !asks || !guards.inThisFile.holds(stands) || row.facts.archived)
    throw new NotFound('no such act for this person')
  const { own, follows, concludes } = asks
  const request = own || concludes ? await lastOf(tx, event) : null
  if (!own && request?.state !== 'asked') throw new NotFound('not theirs to take back')
  if (!follows) return { ...unread(event, stands), own, request }
  const beside = await (own ? besideOf : besideAsked)(tx, event, stands)
  const touched = [...beside.past, ...beside.begun].map(({ code }) => code)
  const repair = repairOf(logOf(events), event.seq, { stands, touched })
  const seqs = new Set([...repair.resting, ...beside.since])
  const found = { repair, resting: events.filter(({ seq }) => seqs.has(seq)) }
  // Who works for two of the houses of a case does not answer themselves.
  const asker = !own && request?.askedBy === actor.personId ? 'asker' : null
  const first = keptBy(event, { ...found, ...beside }, by)
  const kept = (first === 'second' && (await isAlone(tx, actor, event)) ? null : first) ?? asker
  return { event, own, request, ...beside, ...found, kept }
}
