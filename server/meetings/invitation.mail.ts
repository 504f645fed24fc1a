import type { Pool } from 'pg'
import { isTerritory, zoneOf } from '../../workflows/calendar/territories.ts'
import { ordinal } from '../../workflows/vocabulary/ordinal.ts'
import type { Letter } from '../links/mail.ts'
import { dateFormat } from '../views/formats.ts'
import { entryOf, type Sitting } from './invitation.ts'

type Writing = { worker: Pool; publicUrl: string }
type Row = Sitting & { territory: string; email: string }

// Whoever sits there no longer is written to no more, nor at the address of another place that they came to since.
// Held, or put off to a state of which nobody is told by letter, it is written to nobody.
const convened = `select m.id, m.territory, m.state, m.place, m.starts_at as "startsAt", m.convened_at as "convenedAt", p.email
  from meeting m join meeting_member s on s.meeting_id = m.id and s.person_id = $2 join person p on p.id = s.person_id
    join membership mine on mine.person_id = p.id and mine.org_id = s.org_id and (mine.until is null or mine.until > wall_clock())
    join organisation o on o.id = s.org_id and o.status = 'accredited'
  where m.id = $1 and m.state in ('convened', 'cancelled') and m.starts_at > wall_clock() and p.email is not null
    and not exists (select from membership x where x.person_id = p.id and x.org_id <> s.org_id and x.since >= mine.since)`

const hourIn = (zone: string) => (at: Date, language: 'fr' | 'en') =>
  ordinal(
    dateFormat(language, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }
    }).format(at),
    language
  )

const subjects = {
  convened: 'Réunion : vous êtes convoqué · You are called to a meeting',
  cancelled: 'Réunion annulée · Meeting cancelled'
}

/** That a cell meets, when and in which room; and where the agenda is read, by who signs in. */
const letterOf = (row: Row, publicUrl: string): Letter => {
  const url = `${publicUrl}/reunions/${row.id}`
  const hour = hourIn(isTerritory(row.territory) ? zoneOf(row.territory) : 'Europe/Paris')
  const cancelled = row.state === 'cancelled'
  const place = row.place ? { fr: ` Salle : ${row.place}.`, en: ` Room: ${row.place}.` } : { fr: '', en: '' }
  const [fr, en] = cancelled
    ? [
        `La réunion du ${hour(row.startsAt, 'fr')} est annulée. Le fichier joint la retire de votre agenda.`,
        `The meeting of ${hour(row.startsAt, 'en')} is cancelled. The file enclosed takes it out of your calendar.`
      ]
    : [
        `Réunion de la cellule le ${hour(row.startsAt, 'fr')} (heure locale).${place.fr} L’ordre du jour se lit après connexion :`,
        `The cell meets on ${hour(row.startsAt, 'en')} (local time).${place.en} The agenda is read once you have signed in, at the address above.`
      ]
  return {
    ...{ to: row.email, subject: subjects[cancelled ? 'cancelled' : 'convened'], url },
    text: ['Bonjour,', fr, ...(cancelled ? [] : [url]), '---', 'Hello,', en].join('\n\n'),
    calendar: entryOf(row, publicUrl)
  }
}

/** One letter of the outbox to one member, as the meeting stands when it leaves. */
export const callingTo = async (
  { worker, publicUrl }: Writing,
  { id, to }: { id: string; to?: string }
): Promise<Letter | null> => {
  const { rows } = await worker.query<Row>(convened, [id, to])
  return rows[0] ? letterOf(rows[0], publicUrl) : null
}
