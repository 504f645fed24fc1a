import { and, desc, eq, getTableColumns, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { live } from '../../workflows/regions/closure.return.ts'
import { openReferralStates } from '../../workflows/referral.machine.ts'
import { decodeCursor } from '../cases/cursor.ts'
import type { Tx } from '../db/context.ts'
import { referrals } from '../db/schema.ts'

/** `settle`: what a question, a silence or a refusal leaves to this organisation, whatever else the case waits for. */
export const boxes = ['in', 'out', 'settle'] as const
export type ReferralQuery = {
  box: (typeof boxes)[number]
  view: 'open' | 'all'
  cursor?: string
  limit: number
}

type Row = typeof referrals.$inferSelect
type Ordered = { row: Row; rank: number; due: Date | string }

/** Of what waits for an answer: danger as its preview tells it, then what was escalated, then the soonest due. */
const rank = sql<number>`case when preview->>'danger' = 'immediate' then 0 else 2 end + case when state = 'escalated' then 0 else 1 end`
const due = sql<
  Date | string
>`coalesce((select max(d.due_at) from deadline d where d.referral_id = referral.id), sent_at)`

const toAnswer = async (tx: Tx, { cursor, limit }: ReferralQuery, orgId: string): Promise<Ordered[]> => {
  const [after, at, id] = cursor === undefined ? [] : decodeCursor(cursor, ['urgency', 'at', 'id'])
  return tx
    .select({ row: getTableColumns(referrals), rank, due })
    .from(referrals)
    .where(
      and(
        eq(referrals.recipientOrgId, orgId),
        inArray(referrals.state, [...openReferralStates]),
        after ? sql`(${rank}, ${due}, id) > (${after}::int, ${at}::timestamptz, ${id}::uuid)` : undefined
      )
    )
    .orderBy(rank, due, referrals.id)
    .limit(limit + 1)
}

const lastMoved = async (
  tx: Tx,
  { box, view, cursor, limit }: ReferralQuery,
  orgId: string
): Promise<Row[]> => {
  const side = box === 'in' ? referrals.recipientOrgId : referrals.senderOrgId
  const [movedAt, id] = cursor === undefined ? [] : decodeCursor(cursor, ['at', 'id'])
  return tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(side, orgId),
        view === 'open' ? inArray(referrals.state, [...openReferralStates]) : undefined,
        movedAt ? sql`(moved_at, id) < (${movedAt}::timestamptz, ${id}::uuid)` : undefined
      )
    )
    .orderBy(desc(referrals.movedAt), desc(referrals.id))
    .limit(limit + 1)
}

/** Its own to move: a question that it was asked, a silence or a refusal of which it is named; the longest waiting first. */
const toSettle = (tx: Tx, { cursor, limit }: ReferralQuery, orgId: string): Promise<Row[]> => {
  const [movedAt, id] = cursor === undefined ? [] : decodeCursor(cursor, ['at', 'id'])
  const goesOn = sql`exists (select from "case" c where c.id = referral.case_id and c.closure in (${sql.join(
    live.map((state) => sql`${state}`),
    sql`, `
  )}))`
  return tx
    .select()
    .from(referrals)
    .where(
      and(
        or(
          and(eq(referrals.senderOrgId, orgId), eq(referrals.state, 'questioned')),
          and(eq(referrals.awaitsOrgId, orgId), eq(referrals.state, 'escalated')),
          and(eq(referrals.awaitsOrgId, orgId), isNotNull(referrals.followUp), goesOn)
        ),
        movedAt ? sql`(moved_at, id) > (${movedAt}::timestamptz, ${id}::uuid)` : undefined
      )
    )
    .orderBy(referrals.movedAt, referrals.id)
    .limit(limit + 1)
}

/** One page and where the next one starts: what waits for one's own answer by urgency, all the rest by its last move. */
export const pageOf = async (tx: Tx, query: ReferralQuery, orgId: string) => {
  if (query.box === 'in' && query.view === 'open') {
    const found = await toAnswer(tx, query, orgId)
    const last = found[query.limit - 1]
    const next = last && [String(last.rank), new Date(last.due).toISOString(), last.row.id]
    return { page: found.map(({ row }) => row).slice(0, query.limit), next, more: found.length > query.limit }
  }
  const found = await (query.box === 'settle' ? toSettle : lastMoved)(tx, query, orgId)
  const last = found[query.limit - 1]
  const next = last && [last.movedAt.toISOString(), last.id]
  return { page: found.slice(0, query.limit), next, more: found.length > query.limit }
}
