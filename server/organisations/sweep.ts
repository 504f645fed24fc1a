import { addMonths, civilDate, type CivilDate } from '../../workflows/calendar/calendar.ts'
import type { Pool, PoolClient } from 'pg'
import { reviewEnds, reviewHalf, warnedMonthsAhead } from '../../policies/organisations.ts'
import { endOf, givenColumns, type Given } from './regimes.ts'
import { closeUnseen, letter, live, usualInactivity, warnUnseen, type Inactivity } from './access/unseen.ts'

// By real time: the demonstration, whose visitors let weeks pass, closes nobody's access.
const fictional = `select from drizzle.purpose where purpose = 'demonstration'`
const isFictional = async (client: PoolClient): Promise<boolean> =>
  (await client.query(fictional)).rowCount === 1

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

// Told for the first time in the last month, nobody is told again within it.
const first = `set review_told = $1, review_told_again = case when $2 then $1 else o.review_told_again end
  where o.review_told is distinct from $1`
const again = `set review_told_again = $1 where $2 and o.review_told = $1 and o.review_told_again is distinct from $1`
const reviewing = (these: string) => `update organisation o ${these} and o.status = 'accredited'
    and not exists (select from access_review r where r.org_id = o.id and r.half = $1)
    and exists (select from membership m join person p on p.id = m.person_id
      where m.org_id = o.id and m.manager and ${live} and p.email is not null)
  returning o.id`
const managers = `select distinct p.id from membership m join person p on p.id = m.person_id
  where m.org_id = $1 and m.manager and ${live} and p.email is not null order by p.id`

/**
 * Twice a year, to those who manage access there and can confirm the review: once in each half-year, and once more in its last month,
 * until somebody has.
 */
const tellReview = async (client: PoolClient, today: CivilDate) => {
  const asked = [reviewHalf(today), reviewEnds(today)]
  const told = []
  for (const these of [again, first])
    told.push(...(await client.query<{ id: string }>(reviewing(these), asked)).rows)
  for (const { id } of told) {
    const people = await client.query<{ id: string }>(managers, [id])
    for (const { id: to } of people.rows)
      await client.query(letter, [JSON.stringify({ what: 'review', id, to })])
  }
}

/** Once an hour: who has not come back is warned, then out; what ends soon is told. All of it in one transaction. */
export const keepAccess = async (
  worker: Pool,
  inactivity: Inactivity = usualInactivity,
  today: CivilDate = civilDate(new Date(), 'Europe/Paris')
): Promise<void> => {
  const client = await worker.connect()
  try {
    await client.query('begin')
    await warnEnding(client)
    if (!(await isFictional(client))) {
      await tellReview(client, today)
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
