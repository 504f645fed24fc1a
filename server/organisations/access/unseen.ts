import type { PoolClient } from 'pg'
import type { MemberView } from '../../views/organisations/organisations.ts'

/** After how many days without a sign-in somebody is warned, and their access ends: the server's configuration says it. */
export type Inactivity = { warnedDays: number; closedDays: number }
export const usualInactivity: Inactivity = { warnedDays: 90, closedDays: 120 }

export const live = `(m.until is null or m.until > now())`
const lastSeen = 'greatest(p.seen_at, m.since)'
/** When they were last warned: by the letter that left, or by hand where there is no address. */
const told = 'greatest(m.warning_mailed_at, m.warned_by_hand_at)'
const warned = `${told} >= ${lastSeen}`
/** A letter that did not leave within it is asked for again. */
const patience = `interval '7 days'`

export const letter = `insert into outbox (kind, payload) values ('mail_access', $1)`

const warning = `update membership m set warned_at = now() from person p
  where p.id = m.person_id and ${live} and ${lastSeen} < now() - $1 * interval '1 day' and p.email is not null
    and (m.warned_at is null or m.warned_at < ${lastSeen} or m.warned_at < now() - ${patience} and (${warned}) is not true)
  returning m.id`

/** Asked for of whoever has an address: whether it left is written as it leaves. */
export const warnUnseen = async (client: PoolClient, { warnedDays }: Inactivity): Promise<void> => {
  const { rows } = await client.query<{ id: string }>(warning, [warnedDays])
  for (const { id } of rows) await client.query(letter, [JSON.stringify({ what: 'inactivity', id })])
}

/** Written as the letter leaves. */
export const warningLeft = 'update membership set warning_mailed_at = now() where id = $1'

/** Written by hand ($2) of who has no address, has not come back for $3 days, and was not warned since. */
export const warnByHand = `update membership m set warned_by_hand_at = now(), warned_by = $2 from person p
  where m.id = $1 and p.id = m.person_id and p.email is null and ${lastSeen} < now() - $3 * interval '1 day' and (${warned}) is not true
  returning m.id`

/** How long after the warning an access stays open: as many days as lie between the two, less the one on which it leaves. */
const daysAfterWarning = ({ warnedDays, closedDays }: Inactivity) => closedDays - warnedDays - 1

// Never the last who administers: nobody could let anybody in again. And never whom nothing warned in time.
const closing = `update membership m set until = now() from person p
  where p.id = m.person_id and ${live} and ${lastSeen} < now() - $1 * interval '1 day'
    and ${warned} and ${told} < now() - $2 * interval '1 day'
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
    daysAfterWarning(inactivity)
  ])
  for (const { id, org_id, person_id } of rows) {
    await client.query(signOut, [person_id, id])
    await client.query('select forget_device_keys($1)', [person_id])
    await client.query(trace, [org_id, id])
  }
}

export type Unseen = {
  email: string | null
  lastSeen: Date
  unseen: boolean
  warningMailedAt: Date | null
  warnedByHandAt: Date | null
  warnedBy: string | null
}
/** What `unseenView` asks of `membership m` and `person p`; `days`: the parameter that says after how many. */
export const unseenColumns = (days: string) => `p.email, ${lastSeen} as "lastSeen",
    ${lastSeen} < now() - ${days} * interval '1 day' as unseen, m.warning_mailed_at as "warningMailedAt",
    m.warned_by_hand_at as "warnedByHandAt", (select w.display_name from person w where w.id = m.warned_by) as "warnedBy"`

const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000)

const later = (a: Date, b: Date): Date => (a < b ? b : a)

/** Who stays away without having been warned keeps their access: whoever manages it is shown them, and warns them by hand or ends it. */
export const unseenView = (
  { email, lastSeen, unseen, warningMailedAt, warnedByHandAt, warnedBy }: Unseen,
  inactivity: Inactivity
): MemberView['unseen'] => {
  if (!unseen) return null
  const [mailed, hand] = [warningMailedAt ?? new Date(0), warnedByHandAt ?? new Date(0)]
  const at = later(mailed, hand)
  if (at < lastSeen)
    return { warned: email === null ? 'unreachable' : 'unsent', closesOn: null, on: null, by: null }
  const ends = later(daysAfter(lastSeen, inactivity.closedDays), daysAfter(at, daysAfterWarning(inactivity)))
  const byHand = mailed < hand
  return {
    ...{ warned: byHand ? 'by_hand' : 'mailed', closesOn: ends.toISOString() },
    ...{ on: at.toISOString(), by: byHand ? warnedBy : null }
  }
}
