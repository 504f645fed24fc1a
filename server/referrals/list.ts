import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { refers } from '../../policies/abilities.ts'
import { openReferralStates } from '../../workflows/referral.machine.ts'
import { decodeCursor, encodeCursor } from '../cases/cursor.ts'
import { namesFor } from '../cases/names.ts'
import { takenPartIn } from '../cases/store.ts'
import type { Reader } from '../cases/view.ts'
import type { Tx } from '../db/context.ts'
import { cases, deadlines, referrals } from '../db/schema.ts'
import { masksFor } from '../links/open.ts'
import { poolOfRole } from '../places/pools.ts'
import { referralLine } from './line.ts'

export const boxes = ['in', 'out'] as const
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

/** One page and where the next one starts: what waits for one's own answer by urgency, all the rest by its last move. */
const pageOf = async (tx: Tx, query: ReferralQuery, orgId: string) => {
  if (query.box === 'in' && query.view === 'open') {
    const found = await toAnswer(tx, query, orgId)
    const last = found[query.limit - 1]
    const next = last && [String(last.rank), new Date(last.due).toISOString(), last.row.id]
    return { page: found.map(({ row }) => row).slice(0, query.limit), next, more: found.length > query.limit }
  }
  const found = await lastMoved(tx, query, orgId)
  const last = found[query.limit - 1]
  const next = last && [last.movedAt.toISOString(), last.id]
  return { page: found.slice(0, query.limit), next, more: found.length > query.limit }
}

const clocksOf = async (tx: Tx, ids: string[]) => {
  if (ids.length === 0) return new Map<string, { code: string; dueAt: Date }>()
  const rows = await tx
    .select()
    .from(deadlines)
    .where(and(inArray(deadlines.referralId, ids), eq(deadlines.state, 'running')))
  return new Map(rows.map((row) => [row.referralId ?? '', row]))
}

/** What an organisation received or sent. Of the case, only those who may open it learn its code. */
export const listReferrals = async (tx: Tx, query: ReferralQuery, { actor, locale, now }: Reader) => {
  // Whoever sits in the cell for an organisation was neither asked nor asks in its name.
  if (!refers(actor.role)) return { items: [], next: null }
  const { page, next, more } = await pageOf(tx, query, actor.orgId)
  const clocks = await clocksOf(
    tx,
    page.map(({ id }) => id)
  )
  const readable =
    page.length === 0
      ? []
      : await tx
          .select({ id: cases.id, code: cases.code, territory: cases.territory })
          .from(cases)
          .where(
            inArray(
              cases.id,
              page.map(({ caseId }) => caseId)
            )
          )
  const mine = await takenPartIn(
    tx,
    readable.map(({ id }) => id),
    actor
  )
  const known = new Map(readable.filter(({ id }) => mine.has(id)).map((row) => [row.id, row]))
  const nameOf = await namesFor(
    tx,
    page.flatMap((row) => [row.senderOrgId, row.recipientOrgId, row.awaitsOrgId]),
    { actor, locale, pool: poolOfRole(actor.role), shelters: [] }
  )
  const masks = await masksFor(tx, page, actor)
  return {
    items: page.map((row) =>
      referralLine(row, {
        orgId: actor.orgId,
        now,
        locale,
        nameOf,
        masks,
        clock: clocks.get(row.id) ?? null,
        territory: known.get(row.caseId)?.territory ?? actor.territory ?? '75',
        caseCode: known.get(row.caseId)?.code ?? null
      })
    ),
    next: more && next ? encodeCursor(next) : null
  }
}
