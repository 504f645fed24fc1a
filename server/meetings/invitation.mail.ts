import type { Pool } from 'pg'
import { letterOf, type Letter } from '../mail/letter.ts'
import { entryOf, type Sitting } from './invitation.ts'

type Writing = { worker: Pick<Pool, 'query'>; publicUrl: string }
type Row = Sitting & { territory: string; email: string }

// Whoever sits there no longer is written to no more, nor at the address of another place that they came to since.
// Held, or put off to a state of which nobody is told by letter, it is written to nobody.
const convened = `select m.id, m.territory, m.state, m.starts_at as "startsAt", m.convened_at as "convenedAt", p.email
  from meeting m join meeting_member s on s.meeting_id = m.id and s.person_id = $2 join person p on p.id = s.person_id
    join membership mine on mine.person_id = p.id and mine.org_id = s.org_id and (mine.until is null or mine.until > wall_clock())
    join organisation o on o.id = s.org_id and o.status = 'accredited'
  where m.id = $1 and m.state in ('convened', 'cancelled') and m.starts_at > wall_clock() and p.email is not null
    and not exists (select from membership x where x.person_id = p.id and x.org_id <> s.org_id and x.since >= mine.since)`

/** One letter of the outbox to one member, as the meeting stands when it leaves. */
export const callingTo = async (
  { worker, publicUrl }: Writing,
  { id, to }: { id: string; to?: string }
): Promise<Letter | null> => {
  const { rows } = await worker.query<Row>(convened, [id, to])
  const [row] = rows
  if (!row) return null
  const told = { meeting: id, at: row.startsAt, territory: row.territory }
  const beside = { to: row.email, calendar: entryOf(row, publicUrl) }
  return letterOf({ publicUrl }, row.state === 'cancelled' ? 'cancelled' : 'convened', told, beside)
}
