import type { Pool } from 'pg'
import { refers } from '../../policies/abilities.ts'
import type { Actor, Role } from '../../policies/actor.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { pageOf } from '../http/requested.ts'
import { counted, countCap, spokenFor } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, inContext, type Tx } from '../db/context.ts'
import type { Line } from '../outbox/enqueue.ts'
import type { NoticeList, NoticeView, Unread } from '../views/notices.ts'
import { saidBy, type Notice } from './lines.ts'

type Key = readonly [at: string, id: string]
/** `unread`: those alone that this person has not read. */
type Scan = { after: Key | null; unread: boolean; most: number; during?: During }
/** Those alone that came to be heard in this time: what is told late bears an hour before it. */
export type During = { since: Date | null; until: Date }

const batch = 100

const ownPart = (caseId: string, role: Role) => `exists (select from participation p
  where p.case_id = ${caseId} and p.org_id = n.org_id and p.until is null and ${spokenFor(role)})`

/**
 * From the organisation's own notices, in the order of an index. What PostgreSQL shows to the reader and which parts their
 * role speaks for is asked here, so that what colleagues hear takes no place in the scan; the words are asked
 * for each of the others. Of notices that only say where something stands (a meeting, an opening), the latest alone counts.
 */
const candidates = (
  tx: Tx,
  { after, unread, during }: Omit<Scan, 'most'>,
  { actor: { orgId, personId, role } }: Reader
) =>
  runQuery<Notice>(
    tx,
    `select n.id, n.about, n.about_id as "aboutId", n.seq, n.at from notice n
      where n.org_id = $1 and n.at <= (select wall_clock()) and ($2::timestamptz is null or (n.at, n.id) < ($2, $3::uuid))
        and ($4::uuid is null or n.at > coalesce((select until from notice_read r where r.person_id = $4 and r.org_id = $1), '-infinity'))
        and ($5::timestamptz is null or greatest(n.at, n.told_at) > $5) and ($6::timestamptz is null or greatest(n.at, n.told_at) <= $6)
        and case
          when n.about in ('case', 'left') then ${ownPart('n.about_id', role)}
          when n.about in ('referral', 'reminder', 'fallen') then exists (select from referral r where r.id = n.about_id
            ${refers(role) ? '' : `and ${ownPart('r.case_id', role)}`})
          when n.about = 'meeting' then exists (select from meeting m where m.id = n.about_id)
          when n.about = 'protocol' then exists (select from local_protocol p where p.id = n.about_id)
          when n.about = 'handing' then exists (select from case_handing h where h.id = n.about_id)
          when n.about = 'undo' then exists (select from undo_request u where u.id = n.about_id)
          when n.about = 'caseload' then exists (select from caseload c where c.id = n.about_id)
          else exists (select from glass_opening g where g.id = n.about_id) end
        and (n.about not in ('meeting', 'opening') or not exists (select from notice l
          where l.org_id = n.org_id and l.about = n.about and l.about_id = n.about_id and (l.at, l.id) > (n.at, n.id)))
      order by n.at desc, n.id desc limit ${batch}`,
    [
      orgId,
      ...(after ?? [null, null]),
      unread ? personId : null,
      during?.since ?? null,
      during?.until ?? null
    ]
  )

const keyOf = ({ at, id }: { at: Date | string; id: string }): Key => [new Date(at).toISOString(), id]

/**
 * The latest notices that this reader may hear today, and no trace of the others: they are not counted either, and however
 * many they are, a page is as long as it would be without them. `next`: the last of the page, where others follow.
 */
const heard = async (tx: Tx, { after, most, ...scan }: Scan, reader: Reader, until: Date | null = null) => {
  const shown: NoticeView[] = []
  let from = after
  for (let more = true; more && shown.length <= most;) {
    const rows = await candidates(tx, { ...scan, after: from }, reader)
    const said = await saidBy(tx, rows, reader)
    for (const { id, at } of rows) {
      const one = said.get(id)
      if (one) shown.push({ id, at: at.toISOString(), fresh: until === null || at > until, ...one })
    }
    more = rows.length === batch
    from = more ? keyOf(rows.at(-1)!) : from
  }
  const { page, last } = pageOf(shown, most)
  return { shown: page, next: last && keyOf(last) }
}

const readUntil = async (tx: Tx, { actor }: Reader): Promise<Date | null> => {
  const [row] = await runQuery<{ until: Date }>(
    tx,
    'select until from notice_read where person_id = $1 and org_id = $2',
    [actor.personId, actor.orgId]
  )
  return row?.until ?? null
}

/** How much this person has not read, counted up to a hundred. */
export const countUnread = async (tx: Tx, reader: Reader): Promise<Unread> => {
  const { shown } = await heard(tx, { after: null, unread: true, most: countCap }, reader)
  return { unread: counted(shown.length) }
}

/** How much of what came to be heard in this time this person has not read, counted up to a hundred. */
export const countFresh = async (tx: Tx, during: During, reader: Reader): Promise<number> =>
  (await heard(tx, { after: null, unread: true, most: countCap, during }, reader)).shown.length

/** Whether who acts for an organisation in this role may hear, today, of what a line says. */
export const hears = (pool: Pool, actor: Actor, { about, id, seq }: Line): Promise<boolean> =>
  inContext(pool, actor, async (tx, now) => {
    const notice = { id, about, aboutId: id, seq, at: now }
    return (await saidBy(tx, [notice], { actor, locale: 'fr', now })).size > 0
  })

export type NoticeQuery = { cursor?: string; limit: number }

/** What the reader's organisation was told, the latest first. */
export const listNotices = async (
  tx: Tx,
  { cursor, limit }: NoticeQuery,
  reader: Reader
): Promise<NoticeList> => {
  const after = cursor === undefined ? null : (decodeCursor(cursor, ['at', 'id']) as unknown as Key)
  const until = await readUntil(tx, reader)
  const { shown: items, next } = await heard(tx, { after, unread: false, most: limit }, reader, until)
  return { items, next: next && encodeCursor(next), ...(await countUnread(tx, reader)) }
}

// Never backwards, and never beyond now: what will be told later is not read yet.
const mark = `insert into notice_read (person_id, org_id, until) values ($1, $2, least($3::timestamptz, wall_clock()))
  on conflict (person_id, org_id) do update set until = greatest(notice_read.until, excluded.until)`

/** Read by this person, up to the latest that they saw. */
export const markRead = async (tx: Tx, until: string, reader: Reader): Promise<Unread> => {
  await runQuery(tx, mark, [reader.actor.personId, reader.actor.orgId, until])
  return countUnread(tx, reader)
}
