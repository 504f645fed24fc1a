import { and, desc, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { live } from '../../workflows/regions/closure.return.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { decodeCursor } from '../reading/cursor.ts'
import type { Tx } from '../db/context.ts'
import { referrals } from '../db/schema/schema.ts'

/** `settle`: what a question, a silence or a refusal leaves to this organisation, whatever else the case waits for. */
export const boxes = ['in', 'out', 'settle'] as const
export type ReferralQuery = {
  box: (typeof boxes)[number]
  view: 'open' | 'all'
  cursor?: string
  limit: number
}

type Row = typeof referrals.$inferSelect
/**
 * Of what waits for an answer: danger as its preview tells it, then what was escalated, then the soonest due: by its day, since
 * the hour at which that ends would tell where the person is.
 */
const soonest = sql`case when preview->>'danger' = 'immediate' then 0 else 2 end + case when state = 'escalated' then 0 else 1 end,
  coalesce((select max(d.due_on) from deadline d where d.referral_id = referral.id), sent_at::date), sent_at, id`

// A cursor holds the id of the last line and not its sort key: the key contains the moment at which a referral moved,
// which may follow a clock of the place where the person lives.
const goingOn = (order: SQL, cursor: string | undefined, direction: SQL): SQL | undefined => {
  if (cursor === undefined) return undefined
  const [id] = decodeCursor(cursor, ['id'])
  return sql`(${order}) ${direction} (select ${order} from referral where id = ${id}::uuid)`
}
const [forwards, backwards] = [sql`>`, sql`<`]
const byMove = sql`moved_at, id`
// By the day of sending, which never changes: settling one referral moves no other, so the next page begins where it
// would have begun.
const bySending = sql`sent_at, id`

const toAnswer = (tx: Tx, { cursor, limit }: ReferralQuery, orgId: string): Promise<Row[]> =>
  tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.recipientOrgId, orgId),
        inArray(referrals.state, [...openReferralStates]),
        goingOn(soonest, cursor, forwards)
      )
    )
    .orderBy(soonest)
    .limit(limit + 1)

const lastMoved = (tx: Tx, { box, view, cursor, limit }: ReferralQuery, orgId: string): Promise<Row[]> => {
  const side = box === 'in' ? referrals.recipientOrgId : referrals.senderOrgId
  return tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(side, orgId),
        view === 'open' ? inArray(referrals.state, [...openReferralStates]) : undefined,
        goingOn(byMove, cursor, backwards)
      )
    )
    .orderBy(desc(referrals.movedAt), desc(referrals.id))
    .limit(limit + 1)
}

/**
 * What this organisation has to settle: a question that it was asked, a silence or a refusal that waits for it; the
 * oldest request first.
 */
const toSettle = (tx: Tx, { cursor, limit }: ReferralQuery, orgId: string): Promise<Row[]> => {
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
        goingOn(bySending, cursor, forwards)
      )
    )
    .orderBy(referrals.sentAt, referrals.id)
    .limit(limit + 1)
}

/** One page and where the next one starts: what waits for one's own answer by urgency, all the rest by its last move. */
export const pageOf = async (tx: Tx, query: ReferralQuery, orgId: string) => {
  const waiting = query.box === 'in' && query.view === 'open'
  const list = waiting ? toAnswer : query.box === 'settle' ? toSettle : lastMoved
  const found = await list(tx, query, orgId)
  const page = found.slice(0, query.limit)
  return { page, next: page.at(-1)?.id, more: found.length > query.limit }
}
