import type { Pool } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { counted, countCap, spokenFor } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, inContext, type Tx } from '../db/context.ts'
import type { Line } from '../outbox/enqueue.ts'
import type { NoticeList, NoticeView, Unread } from '../views/notices.ts'
import { saidBy, type Notice } from './lines.ts'

type Key = readonly [at: string, id: string]
type Scan = { after: Key | null; since: Date | null; most: number }

const batch = 100

// From the organisation's own notices, in the order of an index. Cases in which it takes part no more are left out
// here, so that little is left for the policy to judge. Of notices that only say where something stands (a meeting,
// an opening), the latest alone counts.
const candidates = (tx: Tx, { after, since }: Omit<Scan, 'most'>, { actor: { orgId, role } }: Reader) =>
  runQuery<Notice>(
    tx,
    `select n.id, n.about, n.about_id as "aboutId", n.seq, n.at from notice n
      where n.org_id = $1 and n.at <= (select wall_clock()) and ($2::timestamptz is null or (n.at, n.id) < ($2, $3::uuid))
        and ($4::timestamptz is null or n.at > $4)
        and (n.about <> 'case' or exists (select from participation p
          where p.case_id = n.about_id and p.org_id = n.org_id and p.until is null and ${spokenFor(role)}))
        and (n.about not in ('meeting', 'opening') or not exists (select from notice l
          where l.org_id = n.org_id and l.about = n.about and l.about_id = n.about_id and (l.at, l.id) > (n.at, n.id)))
      order by n.at desc, n.id desc limit ${batch}`,
    [orgId, ...(after ?? [null, null]), since]
  )

const keyOf = ({ at, id }: { at: Date | string; id: string }): Key => [new Date(at).toISOString(), id]

/** The latest notices that this reader may hear today, and no trace of the others: they are not counted either. */
const heard = async (tx: Tx, { after, since, most }: Scan, reader: Reader, until: Date | null) => {
  const shown: NoticeView[] = []
  for (let from = after; ;) {
    const rows = await candidates(tx, { after: from, since }, reader)
    const said = await saidBy(tx, rows, reader)
    for (const { id, at } of rows) {
      const one = said.get(id)
      if (one) shown.push({ id, at: at.toISOString(), fresh: until === null || at > until, ...one })
    }
    const last = rows.at(-1)
    if (shown.length >= most || rows.length < batch || !last) return shown.slice(0, most)
    from = keyOf(last)
  }
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
  const until = await readUntil(tx, reader)
  const unread = await heard(tx, { after: null, since: until, most: countCap }, reader, until)
  return { unread: counted(unread.length) }
}

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
  const found = await heard(tx, { after, since: null, most: limit + 1 }, reader, until)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next: found.length > limit && last ? encodeCursor(keyOf(last)) : null,
    ...(await countUnread(tx, reader))
  }
}

// Never backwards, and never beyond now: what will be told later is not read yet.
const mark = `insert into notice_read (person_id, org_id, until) values ($1, $2, least($3::timestamptz, wall_clock()))
  on conflict (person_id, org_id) do update set until = greatest(notice_read.until, excluded.until)`

/** Read by this person, up to the latest that they saw. */
export const markRead = async (tx: Tx, until: string, reader: Reader): Promise<Unread> => {
  await runQuery(tx, mark, [reader.actor.personId, reader.actor.orgId, until])
  return countUnread(tx, reader)
}
