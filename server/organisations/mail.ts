import type { Pool } from 'pg'
import { reviewUntil } from '../../policies/organisations.ts'
import type { MailDeps } from '../links/mail.ts'
import { tokenOf } from '../links/token.ts'
import { letterOf, type Letter } from '../mail/letter.ts'
import type { Post } from '../mail/post.ts'
import { callingTo } from '../meetings/invitation.mail.ts'
import { warningLeft } from './access/unseen.ts'
import { endOf, givenColumns, type Given } from './regimes.ts'

type Asked = { what: 'invitation' | 'inactivity' | 'ending' | 'review' | 'meeting'; id: string; to?: string }
type Writing = Omit<MailDeps, 'db'> & { worker: Pool }

type InvitationRow = { id: string; generation: number; email: string; expires_at: Date }
const invitation = `select id, generation, email, expires_at from invitation where used_at is null and withdrawn_at is null`

const invitationLetter = ({ keys, ...site }: Omit<Writing, 'worker'>, row: InvitationRow): Letter =>
  letterOf(
    site,
    'invitation',
    { token: tokenOf(keys, row, 'invitation'), until: row.expires_at },
    { to: row.email }
  )

const inviting = async (writing: Writing, { id }: Asked): Promise<Letter | null> => {
  const { rows } = await writing.worker.query<InvitationRow>(
    `${invitation} and id = $1 and expires_at > wall_clock()`,
    [id]
  )
  return rows[0] ? invitationLetter(writing, rows[0]) : null
}

const unseen = `select p.email from membership m join person p on p.id = m.person_id
  where m.id = $1 and p.email is not null and (m.until is null or m.until > wall_clock()) and m.warned_at >= greatest(p.seen_at, m.since)`

const unseenLong = async ({ worker, ...site }: Writing, { id }: Asked): Promise<Letter | null> => {
  const { rows } = await worker.query<{ email: string }>(unseen, [id])
  return rows[0] ? letterOf(site, 'inactivity', {}, { to: rows[0].email }) : null
}

// A day bears no hour: at noon it is the same day in Paris.
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)

const ends = `select ${givenColumns}, (wall_clock() at time zone 'Europe/Paris')::date::text as today, p.email,
    exists (select from membership m where m.person_id = p.id and m.org_id = h.org_id and m.manager and (m.until is null or m.until > wall_clock())) as own
  from habilitation h join person p on p.id = $2
  where h.id = $1 and p.email is not null
    and exists (select from membership m join organisation o on o.id = m.org_id where m.person_id = p.id and m.manager
      and (m.until is null or m.until > wall_clock()) and (m.org_id = h.org_id or o.type = 'platform'))`

const endingSoon = async ({ worker, ...site }: Writing, { id, to }: Asked): Promise<Letter | null> => {
  const [row] = (await worker.query<Given & { today: string; email: string; own: boolean }>(ends, [id, to]))
    .rows
  const until = row ? endOf(row, row.today) : null
  return row && until
    ? letterOf(site, 'ending', { until: noonOf(until), own: row.own }, { to: row.email })
    : null
}

const reviewed = `select p.email, o.review_told as half from organisation o join person p on p.id = $2
  where o.id = $1 and o.status = 'accredited' and p.email is not null
    and not exists (select from access_review r where r.org_id = o.id and r.half = o.review_told)
    and exists (select from membership m where m.person_id = p.id and m.org_id = o.id and m.manager
      and (m.until is null or m.until > wall_clock()))`

/** Confirmed meanwhile, or by somebody who left, it is not written. */
const reviewDue = async ({ worker, ...site }: Writing, { id, to }: Asked): Promise<Letter | null> => {
  const [row] = (await worker.query<{ email: string; half: string }>(reviewed, [id, to])).rows
  return row ? letterOf(site, 'review', { until: noonOf(reviewUntil(row.half)) }, { to: row.email }) : null
}

const writings = {
  ...{ invitation: inviting, inactivity: unseenLong, ending: endingSoon },
  ...{ review: reviewDue, meeting: callingTo }
} as const

/** What is written down once a letter has left. */
const marks: Partial<Record<Asked['what'], string>> = {
  invitation: 'update invitation set mailed_at = wall_clock() where id = $1',
  inactivity: warningLeft
}

/** One job of the outbox: what is over meanwhile is not written. */
export const mailAccess = async ({ db, post, ...writing }: MailDeps & { post: Post }, asked: Asked) => {
  const written = await writings[asked.what]({ worker: db.worker, ...writing }, asked)
  if (!written) return
  await post(written)
  const left = marks[asked.what]
  if (left) await db.worker.query(left, [asked.id])
}

/** What was sent and still opens something, for the demonstration's own mailbox. */
export const invitationsSent = async ({ db, ...deps }: MailDeps): Promise<Letter[]> => {
  const text = `${invitation} and mailed_at is not null and expires_at > wall_clock() order by mailed_at desc limit 20`
  const { rows } = await db.worker.query<InvitationRow>(text)
  return rows.map((row) => invitationLetter(deps, row))
}
