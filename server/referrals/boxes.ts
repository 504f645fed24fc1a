import { live } from '../../workflows/regions/closure.return.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { decodeCursor } from '../reading/cursor.ts'
import type { Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { referralsWhere } from './store.ts'

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

/**
 * Of what waits for an answer: danger as its preview tells it, then what was escalated, then the soonest due: by its day, since
 * the hour at which that ends would tell where the person is.
 */
const toAnswer: Box = {
  where: `recipient_org_id = $1 and ${unanswered}`,
  keys: [
    `case when preview->>'danger' = 'immediate' then 0 else 2 end + case when state = 'escalated' then 0 else 1 end`,
    'coalesce((select max(d.due_on) from deadline d where d.referral_id = referral.id), sent_at::date)',
    'sent_at',
    'id'
  ]
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
  if (box === 'out')
    return { ...lastMoved('sender_org_id', view), keys: ['coalesce(answered_at, moved_at)', 'id'] }
  return view === 'open' ? toAnswer : lastMoved('recipient_org_id', view)
}

/** One page and where the next one starts: what waits for one's own answer by urgency, all the rest by its last move. */
export const pageOf = async (tx: Tx, query: ReferralQuery, orgId: string) => {
  const { where, keys, descends = false } = boxOf(query)
  // A cursor holds the id of the last line and not its sort key: the key contains the moment at which a referral moved,
  // which may follow a clock of the place where the person lives.
  const after = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['id'])
  const beyond = `and (${keys.join(', ')}) ${descends ? '<' : '>'} (select ${keys.join(', ')} from referral where id = $3)`
  const order = keys.map((key) => (descends ? `${key} desc` : key))
  const found = await referralsWhere(
    tx,
    `${where} ${after.length > 0 ? beyond : ''} order by ${order.join(', ')} limit $2`,
    [orgId, query.limit + 1, ...after]
  )
  const page = found.slice(0, query.limit)
  return { page, next: (found.length > query.limit && page.at(-1)?.id) || null }
}
