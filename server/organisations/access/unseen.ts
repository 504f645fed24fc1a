import type { PoolClient } from 'pg'
import type { MemberView } from '../../views/organisations/organisations.ts'

/** After how many days without a sign-in somebody is warned, and their access ends: the server's configuration says it. */
export type Inactivity = { warnedDays: number; closedDays: number }
export const usualInactivity: Inactivity = { warnedDays: 90, closedDays: 120 }

export const live = `(m.until is null or m.until > now())`
const lastSeen = 'greatest(p.seen_at, m.since)'
const mailed = `m.warning_mailed_at >= ${lastSeen}`
/** A letter that did not leave within it is asked for again. */
const patience = `interval '7 days'`

export const letter = `insert into outbox (kind, payload) values ('mail_access', $1)`

const warning = `update membership m set warned_at = now() from person p
  where p.id = m.person_id and ${live} and ${lastSeen} < now() - $1 * interval '1 day' and p.email is not null
    and (m.warned_at is null or m.warned_at < ${lastSeen} or m.warned_at < now() - ${patience} and (${mailed}) is not true)
  returning m.id`

/** Asked for of whoever has an address: whether it left is written as it leaves. */
export const warnUnseen = async (client: PoolClient, { warnedDays }: Inactivity): Promise<void> => {
  const { rows } = await client.query<{ id: string }>(warning, [warnedDays])
  for (const { id } of rows) await client.query(letter, [JSON.stringify({ what: 'inactivity', id })])
}

/** Written as the letter leaves. */
export const warningLeft = 'update membership set warning_mailed_at = now() where id = $1'

/** How long after the letter an access stays open: as many days as lie between the two, less the one on which it leaves. */
const daysAfterLetter = ({ warnedDays, closedDays }: Inactivity) => closedDays - warnedDays - 1

// Never the last who administers: nobody could let anybody in again. And never whom no letter warned in time.
const closing = `update membership m set until = now() from person p
  where p.id = m.person_id and ${live} and ${lastSeen} < now() - $1 * interval '1 day'
    and ${mailed} and m.warning_mailed_at < now() - $2 * interval '1 day'
    and (m.role <> 'admin' or exists (select from membership other join person q on q.id = other.person_id
      where other.role = 'admin' and other.person_id <> m.person_id and (other.until is null or other.until > now())
        and greatest(q.seen_at, other.since) >= now() - $1 * interval '1 day'))
  returning m.id, m.org_id, m.person_id`
const trace = `select append_audit('organisation:' || $1::text, wall_clock(), null, $1::uuid, 'system', 'membership.inactive',
  'membership:' || $2::text, 'allowed', '')`
const signOut = `update session set revoked_at = now(), ended_from = 'access'
  where person_id = $1 and revoked_at is null and (membership_id is null or membership_id = $2)`

export const closeUnseen = async (client: PoolClient, inactivity: Inactivity): Promise<void> => {
  const { rows } = await client.query<{ id: string; org_id: string; person_id: string }>(closing, [
    inactivity.closedDays,
    daysAfterLetter(inactivity)
  ])
  for (const { id, org_id, person_id } of rows) {
    await client.query(signOut, [person_id, id])
    await client.query('select forget_device_keys($1)', [person_id])
    await client.query(trace, [org_id, id])
  }
}

export type Unseen = { email: string | null; lastSeen: Date; unseen: boolean; warningMailedAt: Date | null }
/** What `unseenView` asks of `membership m` and `person p`; `days`: the parameter that says after how many. */
export const unseenColumns = (days: string) => `p.email, ${lastSeen} as "lastSeen",
    ${lastSeen} < now() - ${days} * interval '1 day' as unseen, m.warning_mailed_at as "warningMailedAt"`

const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000)

/** Who stays away without having been warned keeps their access: whoever manages it is shown them, and ends it. */
export const unseenView = (
  { email, lastSeen, unseen, warningMailedAt }: Unseen,
  inactivity: Inactivity
): MemberView['unseen'] => {
  if (!unseen) return null
  if (warningMailedAt === null || warningMailedAt < lastSeen)
    return { warned: email === null ? 'unreachable' : 'unsent', closesOn: null }
  const ends = [
    daysAfter(lastSeen, inactivity.closedDays),
    daysAfter(warningMailedAt, daysAfterLetter(inactivity))
  ]
  return { warned: 'mailed', closesOn: ends.reduce((a, b) => (a < b ? b : a)).toISOString() }
}
