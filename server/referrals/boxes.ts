import { live } from '../../workflows/regions/closure.return.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { decodeCursor } from '../http/cursor.ts'
import type { Actor } from '../../policies/actor.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { deadlines } from '../db/schema/schema.ts'
import { referralsWhere, type ReferralEntry } from './store.ts'
import { answerIn, whereaboutsIn } from './whereabouts.ts'

/** `settle`: what a question, a silence or a refusal leaves to this organisation, whatever else the case waits for. */
export const boxes = ['in', 'out', 'settle'] as const
export type ReferralQuery = {
  box: (typeof boxes)[number]
  view: 'open' | 'all'
  cursor?: string
  limit: number
}

const unanswered = `state in (${listed(openReferralStates)})`

/** Which referrals of the organisation $1 a page lists, and by which keys in turn. */
type Box = { where: string; keys: readonly string[]; descends?: boolean }

const answerClocks = `${selectAll(deadlines)} where referral_id = any($1::uuid[])`

/** The day until which each of these is awaited, as this reader is told it: another day would tell where she is. */
const awaitedUntil = async (tx: Tx, rows: readonly ReferralEntry[], actor: Actor) => {
  const ids = rows.map(({ id }) => id)
  const clocks = Map.groupBy(
    await runQuery<DeadlineEntry>(tx, answerClocks, [ids]),
    ({ referralId }) => referralId
  )
  const caseIds = rows.map(({ caseId }) => caseId)
  const known = await whereaboutsIn(tx, caseIds, actor)
  return ({ id, caseId, sentAt }: ReferralEntry) => {
    const { told } = answerIn(known.get(caseId), actor)
    const days = (clocks.get(id) ?? []).map((clock) => told(clock).dueOn)
    return days.sort().at(-1) ?? sentAt.toISOString().slice(0, 10)
  }
}

const urgency = ({ preview, state }: ReferralEntry) =>
  (preview['danger'] === 'immediate' ? 0 : 2) + (state === 'escalated' ? 0 : 1)

const isUnanswered = ({ state }: ReferralEntry) => openReferralStates.some((open) => open === state)

/** Those that wait, and the one after which a page begins, though it be answered meanwhile. */
const waiting = `recipient_org_id = $1 and (${unanswered} or id = $2)`

/**
 * Of what waits for an answer: danger as its preview tells it, then what was escalated, then the soonest due: by its day, since
 * the hour at which that ends would tell where the person is.
 */
const toAnswer = async (tx: Tx, { cursor, limit }: ReferralQuery, actor: Actor) => {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0]!
  const rows = await referralsWhere(tx, waiting, [actor.orgId, after])
  const until = await awaitedUntil(tx, rows, actor)
  const sorted = rows
    .map((row) => ({ row, keys: [urgency(row), until(row), row.sentAt.toISOString(), row.id].join(' ') }))
    .sort((one, other) => (one.keys < other.keys ? -1 : 1))
    .map(({ row }) => row)
  const begins = sorted.findIndex(({ id }) => id === after) + 1
  return sorted
    .slice(begins)
    .filter(isUnanswered)
    .slice(0, limit + 1)
}

const lastMoved = (side: string, view: ReferralQuery['view']): Box => ({
  where: `${side} = $1${view === 'open' ? ` and ${unanswered}` : ''}`,
  keys: ['moved_at', 'id'],
  descends: true
})

/**
 * What this organisation has to settle: a question that it was asked, a silence or a refusal that waits for it; the
 * oldest request first. By the day of sending, which never changes: settling one referral moves no other, so the next
 * page begins where it would have begun.
 */
const toSettle: Box = {
  where: `(sender_org_id = $1 and state = 'questioned' or awaits_org_id = $1 and (state = 'escalated'
    or follow_up is not null and exists (select from "case" c where c.id = referral.case_id and c.closure in (${listed(live)}))))`,
  keys: ['sent_at', 'id']
}

const boxOf = ({ box, view }: ReferralQuery): Box => {
  if (box === 'settle') return toSettle
  // What follows a yes is not told to every sender, and moves no line of theirs.
  if (box === 'out') return { ...lastMoved('sender_org_id', view), keys: ['told_at', 'id'] }
  return lastMoved('recipient_org_id', view)
}

const linesOf = (tx: Tx, query: ReferralQuery, { orgId }: Actor) => {
  const { where, keys, descends = false } = boxOf(query)
  // A cursor holds the id of the last line and not its sort key: the key contains the moment at which a referral moved,
  // which may follow a clock of the place where the person lives.
  const after = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['id'])
  const beyond = `and (${keys.join(', ')}) ${descends ? '<' : '>'} (select ${keys.join(', ')} from referral where id = $3)`
  const order = keys.map((key) => (descends ? `${key} desc` : key))
  return referralsWhere(
    tx,
    `${where} ${after.length > 0 ? beyond : ''} order by ${order.join(', ')} limit $2`,
    [orgId, query.limit + 1, ...after]
  )
}

/** One page and where the next one starts: what waits for one's own answer by urgency, all the rest by its last move. */
export const pageOf = async (tx: Tx, query: ReferralQuery, actor: Actor) => {
  const answering = query.box === 'in' && query.view === 'open'
  const found = await (answering ? toAnswer : linesOf)(tx, query, actor)
  const page = found.slice(0, query.limit)
  return { page, next: (found.length > query.limit && page.at(-1)?.id) || null }
}
