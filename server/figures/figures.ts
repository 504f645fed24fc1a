import { sql, type SQL } from 'drizzle-orm'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { adultPlaces } from '../../workflows/regions/housing/ways.ts'
import { unprotected } from '../../workflows/vocabulary/states.ts'
import type { Tx } from '../db/context.ts'
import { childSearchSince, unplacedChild } from '../places/searches.ts'
import { stillWaiting, uncounted, type Standing } from './cells.ts'

/** Persons in one combination of states, those of them who ran a reflection period, and those who moved lately. */
export type StandingCount = Standing & {
  year: number
  /** The last coded refusal of a place, where there was one: for a child, by a shelter for minors. */
  refusal: string | null
  /** A child for whom a place is sought. */
  seeking: boolean
  persons: number
  reflections: number
  moved: number
}
export type TerritoryMonth = { year: number; month: number; territory: string; persons: number }
/** In days; how many persons each was computed over. */
export type Durations = {
  year: number
  decided: number
  grounds: number | null
  waited: number
  wait: number | null
}

/** When each year was last published. */
export type Since = readonly { year: number; asOf: string }[]

const list = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `
  )
const named = (...types: CommandType[]) => list(types)

/** Acts that put a person elsewhere; the others change no count. */
const moving = list(commandTypes.filter((type) => commandRow(type).to !== 'same'))

/** Acts by which the cell says whether there are grounds, by two voices, in a meeting or from a record. */
const deciding = commandTypes.filter((type) => {
  const { region, to } = commandRow(type)
  return region === 'identification' && (to === 'presumed' || to === 'insufficient_elements')
})

/**
 * Every case that was flagged by then, as it stood then. What is asked of a child’s search beyond that (which places are
 * held, when she went home) is read as it is now.
 */
export const casesAt = (at: Date) => sql`(
  select c.id, c.opened_at, coalesce(s.territory, c.territory) as territory,
    coalesce(s.identification, c.identification) as identification, coalesce(s.housing, c.housing) as housing,
    coalesce(s.minor, c.minor) as minor, coalesce(s.closure, c.closure) as closure
  from "case" c left join lateral (
    select * from case_standing s where s.case_id = c.id and s.until > ${at.toISOString()}::timestamptz
    order by s.until limit 1) s on true
  where c.opened_at <= ${at.toISOString()}::timestamptz)`

// One year is the year of the flag, in the capital's time: two years never share a person.
export const flaggedYear = sql`extract(year from c.opened_at at time zone 'Europe/Paris')::int`
export const counted = sql`c.identification not in (${list(uncounted)})`

/** For each case, the first time it reached what is measured. */
const acts = (at: Date): SQL => sql`
  select e.case_id,
    min(e.at) filter (where e.command in (${list(deciding)})) as decided_at,
    min(e.at) filter (where e.command in (${named('acse.request')})) as asked_at,
    min(e.at) filter (where e.command in (${named('acse.matched')})) as matched_at,
    bool_or(e.command in (${named('receipt.handed')})) as reflection,
    max(e.at) filter (where e.command in (${moving})) as moved_at
  from case_event e where e.struck_by is null and e.at <= ${at.toISOString()}::timestamptz group by e.case_id`

/** For each case, why a desk or a structure last declined; those of children apart. */
const refusals = (at: Date): SQL => sql`
  select distinct on (r.case_id, r.kind = 'minor_place') r.case_id, r.kind = 'minor_place' as of_child, r.reason
  from referral r
  where r.state = 'declined' and r.kind in (${list([...adultPlaces, 'minor_place'])})
    and r.answered_at <= ${at.toISOString()}::timestamptz
  order by r.case_id, r.kind = 'minor_place', r.answered_at desc`

const isChild = sql`c.minor not in (${list(unprotected)})`
const seeking = sql.raw(
  `(${unplacedChild} and ${childSearchSince('exists (select from home h where h.case_id = a.case_id and h.seq = a.seq)')} is not null)`
)

const rowsOf = async <R extends Record<string, unknown>>(tx: Tx, query: SQL): Promise<R[]> =>
  (await tx.execute<R>(query)).rows as R[]

export const countStandings = (tx: Tx, at: Date, since: Since): Promise<StandingCount[]> =>
  rowsOf<StandingCount>(
    tx,
    sql`
    with act as (${acts(at)}),
      refused as (${refusals(at)}),
      home as materialized (select case_id, seq from homecomings()),
      released as (select * from jsonb_to_recordset(${JSON.stringify(since)}::jsonb) as r(year int, "asOf" timestamptz))
    select ${flaggedYear} as year, c.identification, c.housing, c.minor, f.reason as refusal, ${seeking} as seeking,
      count(*)::int as persons,
      count(*) filter (where a.reflection)::int as reflections,
      count(*) filter (where coalesce(a.moved_at, c.opened_at) > coalesce(r."asOf", '-infinity'))::int as moved
    from ${casesAt(at)} c
      left join act a on a.case_id = c.id
      left join refused f on f.case_id = c.id and f.of_child = ${isChild}
      left join released r on r.year = ${flaggedYear}
    where ${counted}
    group by 1, 2, 3, 4, 5, 6`
  )

export const countTerritories = (tx: Tx, at: Date): Promise<TerritoryMonth[]> =>
  rowsOf<TerritoryMonth>(
    tx,
    sql`
    select ${flaggedYear} as year, extract(month from c.opened_at at time zone 'Europe/Paris')::int as month,
      c.territory, count(*)::int as persons
    from ${casesAt(at)} c
    where ${counted}
    group by 1, 2, 3`
  )

const days = (from: SQL, to: SQL) => sql`extract(epoch from ${to} - ${from}) / 86400.0`

/** Those who still wait count with the time they have waited: leaving them out would make the wait look short. */
export const measureDurations = (tx: Tx, at: Date): Promise<Durations[]> =>
  rowsOf<Durations>(
    tx,
    sql`
    with act as (${acts(at)}),
      span as (
        select ${flaggedYear} as year,
          ${days(sql`c.opened_at`, sql`a.decided_at`)} as grounds,
          case
            when a.matched_at >= a.asked_at then ${days(sql`a.asked_at`, sql`a.matched_at`)}
            when c.housing in (${list(stillWaiting)}) then ${days(sql`a.asked_at`, sql`${at.toISOString()}::timestamptz`)}
          end as wait
        from ${casesAt(at)} c join act a on a.case_id = c.id
        where ${counted}
      )
    select year,
      count(grounds)::int as decided,
      round((percentile_cont(0.5) within group (order by grounds))::numeric, 1)::float8 as grounds,
      count(wait)::int as waited,
      round((percentile_cont(0.9) within group (order by wait))::numeric)::float8 as wait
    from span group by 1`
  )
