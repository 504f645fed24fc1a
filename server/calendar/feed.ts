import { addDays, civilDate } from '../../workflows/calendar/calendar.ts'
import { zoneWhereWorks } from '../../workflows/calendar/territories.ts'
import { sitsInCell } from '../../policies/features.ts'
import { awaitedOf } from '../calls/awaited.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Keys } from '../keys.ts'
import { calendarText, type Entry } from './ics.ts'

const heldDays = 30

// Row security knows whose meetings they are: of the reader's own cell, or to which they were convened by name.
const sittings = `select m.id, m.starts_at as at from meeting m where m.state in ('convened', 'open') and m.starts_at > $3
  and (m.org_id = $1 or m.id in (select meeting_id from meeting_member where org_id = $1 and person_id = $2)) order by m.starts_at, m.id limit 200`

type Naming = { keys: Keys; feed: string }

/** The same entry has the same name at each reading, of which nothing can be read. */
const uidOf = ({ keys, feed }: Naming, of: string) =>
  `${keys.mark('calendar entry', `${feed}|${of}`).slice(0, 22)}@mnio`

/** How many things fall due on each day. */
const daysOf = async (tx: Tx, reader: Reader, naming: Naming): Promise<Entry[]> => {
  const since = addDays(civilDate(reader.now, zoneWhereWorks(reader.actor.territory)), -heldDays)
  const due = (await awaitedOf(tx, reader)).filter((one) => one !== null && one.on >= since)
  const byDay = Map.groupBy(due, (one) => one!.on)
  return [...byDay]
    .map(([on, these]): Entry => ({ uid: uidOf(naming, `${on} day`), due: these.length, on }))
    .toSorted((a, b) => (a.uid < b.uid ? -1 : 1))
}

const meetingsOf = async (tx: Tx, { actor, now }: Reader, naming: Naming): Promise<Entry[]> => {
  if (!sitsInCell(actor)) return []
  const from = new Date(now.getTime() - heldDays * 24 * 3_600_000)
  const rows = await runQuery<{ id: string; at: Date }>(tx, sittings, [actor.orgId, actor.personId, from])
  return rows.map(({ id, at }) => ({ uid: uidOf(naming, id), meeting: at }))
}

/** The days of a reader as a calendar, under the right that they have today: when, and nothing of what. */
export const feedOf = async (tx: Tx, reader: Reader, naming: Naming): Promise<string> => {
  const entries = [...(await daysOf(tx, reader, naming)), ...(await meetingsOf(tx, reader, naming))]
  return calendarText(entries, { method: 'PUBLISH', stampedAt: reader.now, name: 'MNIO' })
}
