import { live } from '../../workflows/regions/closure.return.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { decodeCursor } from '../http/cursor.ts'
import type { Actor } from '../../policies/actor.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { counted, countCap } from '../cases/store.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { referralsWhere } from './store.ts'

/** `settle`: what a question, a silence or a refusal leaves to this organisation, whatever else the case waits for. */
export const boxes = ['in', 'out', 'settle'] as const
export type ReferralQuery = {
  box: (typeof boxes)[number]
  view: 'open' | 'all'
  kind?: ReferralKind
  /** With how many wait in each box, and of which kinds this one is. */
  counts?: boolean
  cursor?: string
  limit: number
}

const unanswered = `state in (${listed(openReferralStates)})`

/**
 * Which referrals of the organisation $1 a page lists, and by which keys in turn. `whose`: those whose keys are its own to know,
 * so that a page may begin behind one of them; of another the keys would tell what became of it.
 */
type Box = { where: string; whose: string; keys: readonly string[]; descends?: boolean }

/**
 * Of what waits for an answer: danger as its preview tells it, then what was escalated, then the soonest due: by a day that is
 * counted in no place of the case, since another would tell where the person is (`answerDay`).
 */
const toAnswer: Box = {
  where: `recipient_org_id = $1 and ${unanswered}`,
  whose: 'recipient_org_id = $1',
  keys: ['answer_rank', 'answer_by', 'sent_at', 'id']
}

const lastMoved = (side: string, view: ReferralQuery['view']): Box => ({
  whose: `${side} = $1`,
  where: `${side} = $1${view === 'open' ? ` and ${unanswered}` : ''}`,
  keys: ['moved_at', 'id'],
  descends: true
})

/**
 * What this organisation has to settle: a question that it was asked, a silence or a refusal that waits for it; the
 * newest request first, since of one that is long past its day little is left to save. By the day of sending, which never
 * changes: settling one referral moves no other, so the next page begins where it would have begun.
 */
const toSettle: Box = {
  // Each by its index: PostgreSQL would look at every referral there is for what one condition says in two.
  where: `id in (select r.id from referral r where r.sender_org_id = $1 and r.state = 'questioned'
    union all select r.id from referral r where r.awaits_org_id = $1 and (r.state = 'escalated'
      or r.follow_up is not null and exists (select from "case" c where c.id = r.case_id and c.closure in (${listed(live)}))))`,
  // When it was sent, everybody was told who ever had it here.
  whose: 'true',
  keys: ['sent_at', 'id'],
  descends: true
}

const boxOf = ({ box, view }: Pick<ReferralQuery, 'box' | 'view'>): Box => {
  if (box === 'settle') return toSettle
  // What follows a yes is not told to every sender, and moves no line of theirs.
  if (box === 'out') return { ...lastMoved('sender_org_id', view), keys: ['told_at', 'id'] }
  return view === 'open' ? toAnswer : lastMoved('recipient_org_id', view)
}

const linesOf = (tx: Tx, query: ReferralQuery, { orgId }: Actor) => {
  const { where, whose, keys, descends = false } = boxOf(query)
  // A cursor holds the id of the last line and not its sort key: the key contains the moment at which a referral moved,
  // which may follow a clock of the place where the person lives.
  const after = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['id'])
  const beyond = `and (${keys.join(', ')}) ${descends ? '<' : '>'} (select ${keys.join(', ')} from referral where id = $3 and ${whose})`
  const ofKind = query.kind === undefined ? '' : `and kind = $${3 + after.length}`
  const order = keys.map((key) => (descends ? `${key} desc` : key))
  return referralsWhere(
    tx,
    `(${where}) ${after.length > 0 ? beyond : ''} ${ofKind} order by ${order.join(', ')} limit $2`,
    [orgId, query.limit + 1, ...after, ...(query.kind === undefined ? [] : [query.kind])]
  )
}

/** One page and where the next one starts: what waits for one's own answer by urgency, all the rest by its last move. */
export const pageOf = async (tx: Tx, query: ReferralQuery, actor: Actor) => {
  const found = await linesOf(tx, query, actor)
  const page = found.slice(0, query.limit)
  return { page, next: (found.length > query.limit && page.at(-1)?.id) || null }
}

/** So many of the newest are looked at to say which kinds a box holds: a count must not cost more as referrals grow. */
const lookedAt = 5 * countCap

const waitingIn = (box: Box) =>
  `(select count(*)::int from (select from referral where ${box.where} limit ${countCap}) as waiting)`

const waiting = `select ${boxes
  .map((box) => `${waitingIn(boxOf({ box, view: 'open' }))} as "${box}"`)
  .join(', ')}`

type Waiting = Record<(typeof boxes)[number], number>

/** How many referrals wait in each box, and how many of each kind there are in the one that is listed: of what its lists show, and no more. */
export const countsOf = async (tx: Tx, query: ReferralQuery, { orgId }: Actor) => {
  const { where } = boxOf(query)
  const [found] = await runQuery<Waiting>(tx, waiting, [orgId])
  const kinds = await runQuery<{ kind: ReferralKind; n: number }>(
    tx,
    `select kind, count(*)::int as n from (select kind from referral where ${where} limit ${lookedAt}) as looked group by kind order by kind`,
    [orgId]
  )
  return {
    waiting: { in: counted(found!.in), out: counted(found!.out), settle: counted(found!.settle) },
    kinds: kinds.map(({ kind, n }) => ({ kind, found: counted(n) }))
  }
}
