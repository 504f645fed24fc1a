import { addMonths, civilDate } from '../../workflows/calendar/calendar.ts'
import type { Pool, PoolClient } from 'pg'
import { reviewHalf, warnedMonthsAhead } from '../../policies/organisations.ts'
import { endOf, givenColumns, type Given } from './regimes.ts'

/** After how many days without a sign-in somebody is warned, and their access ends: the server's configuration says it. */
export type Inactivity = { warnedDays: number; closedDays: number }
export const usualInactivity: Inactivity = { warnedDays: 90, closedDays: 120 }

// By real time: the demonstration, whose visitors let weeks pass, closes nobody's access.
const fictional = `select from drizzle.purpose where purpose = 'demonstration'`
const isFictional = async (client: PoolClient): Promise<boolean> =>
  (await client.query(fictional)).rowCount === 1

const live = `(m.until is null or m.until > now())`
const lastSeen = 'greatest(p.seen_at, m.since)'

const warning = `update membership m set warned_at = now() from person p
  where p.id = m.person_id and ${live} and ${lastSeen} < now() - $1 * interval '1 day'
    and (m.warned_at is null or m.warned_at < ${lastSeen})
  returning m.id, p.email is not null as reachable`

// Never the last who administers: nobody could let anybody in again. And never who was not warned in time.
const closing = `update membership m set until = now() from person p
  where p.id = m.person_id and ${live} and ${lastSeen} < now() - $1 * interval '1 day'
    and m.warned_at >= ${lastSeen} and m.warned_at < now() - $2 * interval '1 day'
    and (m.role <> 'admin' or exists (select from membership other join person q on q.id = other.person_id
      where other.role = 'admin' and other.person_id <> m.person_id and (other.until is null or other.until > now())
        and greatest(q.seen_at, other.since) >= now() - $1 * interval '1 day'))
  returning m.id, m.org_id, m.person_id`
const trace = `select append_audit('organisation:' || $1::text, wall_clock(), null, $1::uuid, 'system', 'membership.inactive',
  'membership:' || $2::text, 'allowed', '')`

const letter = `insert into outbox (kind, payload) values ('mail_access', $1)`

const warnUnseen = async (client: PoolClient, { warnedDays }: Inactivity) => {
  const { rows } = await client.query<{ id: string; reachable: boolean }>(warning, [warnedDays])
  for (const { id, reachable } of rows)
    if (reachable) await client.query(letter, [JSON.stringify({ what: 'inactivity', id })])
}

const closeUnseen = async (client: PoolClient, { warnedDays, closedDays }: Inactivity) => {
  const { rows } = await client.query<{ id: string; org_id: string; person_id: string }>(closing, [
    closedDays,
    closedDays - warnedDays - 1
  ])
  for (const { id, org_id, person_id } of rows) {
    await client.query(
      `update session set revoked_at = now(), ended_from = 'access' where person_id = $1 and revoked_at is null and (membership_id is null or membership_id = $2)`,
      [person_id, id]
    )
    await client.query('select forget_device_keys($1)', [person_id])
    await client.query(trace, [org_id, id])
  }
}

const held = `select h.id, h.warned_months as warned, (wall_clock() at time zone 'Europe/Paris')::date::text as today, ${givenColumns}
  from habilitation h join organisation o on o.id = h.org_id where o.status = 'accredited' order by h.id`
const warned = 'update habilitation set warned_months = $2 where id = $1'
const told = `select distinct p.id from membership m join person p on p.id = m.person_id join organisation o on o.id = m.org_id
  where m.manager and ${live} and p.email is not null and (m.org_id = $1 or o.type = 'platform')`

type Held = Given & { id: string; warned: number | null; today: string }

/** How many months ahead the end of a regime is to be told now, or null while it is not near. */
const toldAhead = (one: Held): number | null =>
  warnedMonthsAhead
    .toSorted((a, b) => a - b)
    .find((months) => endOf(one, one.today, addMonths(one.today, months)) !== null) ?? null

/** Three months ahead, then one: to who manages the organisation and to who administers, each once for each end. */
const warnEnding = async (client: PoolClient) => {
  const { rows } = await client.query<Held>(held)
  for (const one of rows) {
    const months = toldAhead(one)
    if (months === one.warned || (months !== null && one.warned !== null && months > one.warned)) continue
    await client.query(warned, [one.id, months])
    if (months === null) continue
    const people = await client.query<{ id: string }>(told, [one.orgId])
    for (const { id: to } of people.rows)
      await client.query(letter, [JSON.stringify({ what: 'ending', id: one.id, to })])
  }
}

const reviewing = `update organisation o set review_told = $1
  where o.status = 'accredited' and o.review_told is distinct from $1
    and not exists (select from access_review r where r.org_id = o.id and r.half = $1)
    and exists (select from membership m join person p on p.id = m.person_id
      where m.org_id = o.id and m.manager and ${live} and p.email is not null)
  returning o.id`
const managers = `select distinct p.id from membership m join person p on p.id = m.person_id
  where m.org_id = $1 and m.manager and ${live} and p.email is not null order by p.id`

/** Twice a year, to those who manage access there and can confirm the review: each half-year once, until somebody has. */
const tellReview = async (client: PoolClient) => {
  const half = reviewHalf(civilDate(new Date(), 'Europe/Paris'))
  const { rows } = await client.query<{ id: string }>(reviewing, [half])
  for (const { id } of rows) {
    const people = await client.query<{ id: string }>(managers, [id])
    for (const { id: to } of people.rows)
      await client.query(letter, [JSON.stringify({ what: 'review', id, to })])
  }
}

/** Once an hour: who has not come back is warned, then out; what ends soon is told. All of it in one transaction. */
export const keepAccess = async (worker: Pool, inactivity: Inactivity = usualInactivity): Promise<void> => {
  const client = await worker.connect()
  try {
    await client.query('begin')
    await warnEnding(client)
    if (!(await isFictional(client))) {
      await tellReview(client)
      await warnUnseen(client, inactivity)
      await closeUnseen(client, inactivity)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
