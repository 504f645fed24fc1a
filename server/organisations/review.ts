import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { dataClasses, type DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { roles, type Role } from '../../policies/actor.ts'
import { capacitiesHeld } from '../../policies/grants.ts'
import { managesAccess, reviewHalf, reviewUntil } from '../../policies/organisations.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { actionWords } from '../audit/words.ts'
import { showCode } from '../cases/code.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { pageOf } from '../http/requested.ts'
import { alwaysSeen } from '../disclosure/classes.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { AccessReview } from '../views/organisations/review.ts'
import { openedBeside } from './access/beside.ts'
import { reviewDone } from './access/own-review.ts'
import { todayOf } from './today.ts'

type Person = { id: string; name: string; role: Role; manager: boolean; since: Date }
/** `readers`: who of the organisation reads it, where that is not everybody whose role does; `team`: the one that follows it. */
type Open = {
  code: string
  capacity: Capacity
  since: Date
  basis: string
  team: string | null
  readers: string[] | null
}
/** A class that consents or age open: in how many cases at least, where a number says nothing of any one of them. */
type Opened = { class: DataClass; atLeast: number | null }
type Made = { half: string; at: Date; by: string; digest: string }

const people = `select p.id, p.display_name as name, m.role, m.manager, m.since from membership m join person p on p.id = m.person_id
  where m.org_id = $1 and (m.until is null or m.until > wall_clock()) order by p.display_name, m.role, m.id`
const made = `select r.half, r.made_at as at, p.display_name as by, r.digest from access_review r join person p on p.id = r.made_by
  where r.org_id = $1 order by r.half desc limit 20`

/** Of the cases, how many one page holds. */
const casesShown = 50

const opened = 'select data_class as class, at_least as "atLeast" from access_opened($1)'

/** One case of as many as have the same parts: which capacities, followed by which team, read by whom. */
type Alike = { parts: Pick<Open, 'capacity' | 'team' | 'readers'>[]; n: number }
type Body = { half: string; people: Person[]; opened: Opened[] }

const alike = `select parts, count(*)::int as n from (
    select jsonb_agg(jsonb_build_object('capacity', capacity, 'team', team, 'readers', readers) order by capacity) as parts
    from access_of($1) group by code) one group by parts order by parts`
const onePage = `select * from access_of($1) where ($2::text is null or (code, capacity) > ($2, $3)) and ($4::text is null or team = $4)
  order by code, capacity limit ${casesShown + 1}`

// Of every case, however many: PostgreSQL writes and hashes it, so that no page holds them all.
const written = `select body, encode(sha256(convert_to(body, 'UTF8')), 'hex') as digest from (
    select $2::text || coalesce(string_agg(to_json(one)::text, ',' order by code, capacity), '') || ']}' as body
    from access_of($1) one) whole`
const digested = `select digest from (${written}) one`

/**
 * What is confirmed beside the cases, in codes: the same words read later have the same digest. Nothing that is not shown is in it: what
 * a consent or an age opens of one case would be told by a digest that moves as well.
 */
const bodyOf = async (tx: Tx, orgId: string, half: string): Promise<Body> => {
  const [there, classes] = await settleAll([
    runQuery<Person>(tx, people, [orgId]),
    runQuery<Opened>(tx, opened, [orgId])
  ])
  return { half, people: there, opened: classes }
}
/** As it is written before its cases. */
const headOf = (body: Body) => `${JSON.stringify(body).slice(0, -1)},"cases":[`

const digestOf = async (tx: Tx, orgId: string, body: Body): Promise<string> =>
  (await runQuery<{ digest: string }>(tx, digested, [orgId, headOf(body)]))[0]!.digest

const labelled = (classes: readonly DataClass[], { locale }: Reader) =>
  classes.map((one) => dataClasses[one][locale])

const reads = (
  { id, role }: Pick<Person, 'id' | 'role'>,
  { capacity, readers }: Pick<Open, 'capacity' | 'readers'>
): boolean => capacitiesHeld(role).includes(capacity) && (readers === null || readers.includes(id))

const sumOf = (all: readonly Alike[]) => all.reduce((sum, { n }) => sum + n, 0)

const personView = (one: Person, cases: readonly Alike[], reader: Reader): AccessReview['people'][number] => {
  const seen = cases.map(({ parts, n }) => ({ parts: parts.filter((part) => reads(one, part)), n }))
  const classes = seen.flatMap(({ parts }) => parts.flatMap(({ capacity }) => alwaysSeen(capacity)))
  return {
    name: one.name,
    roleLabel: roles[one.role][reader.locale],
    manager: one.manager,
    since: one.since.toISOString(),
    cases: sumOf(seen.filter(({ parts }) => parts.length > 0)),
    sees: labelled([...new Set(classes)].sort(), reader)
  }
}

const caseView = (one: Open, body: Body, reader: Reader): AccessReview['cases'][number] => ({
  code: showCode(one.code),
  capacityLabel: capacities[one.capacity][reader.locale],
  since: one.since.toISOString(),
  why: actionWords.get(one.basis)?.[reader.locale] ?? one.basis,
  sees: labelled(alwaysSeen(one.capacity), reader),
  team: one.team,
  people: [...new Set(body.people.filter((person) => reads(person, one)).map(({ name }) => name))]
})

export type ReviewQuery = { cursor?: string; team?: string }

/** Of the cases that were asked for, one page; the digest is of all of them. */
const pageIn = async (tx: Tx, orgId: string, { cursor, team }: ReviewQuery) => {
  const after = cursor === undefined ? [null, null] : decodeCursor(cursor, ['code', 'name'])
  const { page, last } = pageOf(
    await runQuery<Open>(tx, onePage, [orgId, ...after, team ?? null]),
    casesShown
  )
  return { page, next: last && encodeCursor([last.code, last.capacity]) }
}

/** How many cases each team follows. */
const teamsIn = (cases: readonly Alike[]): AccessReview['teams'] => {
  const names = new Set(cases.flatMap(({ parts }) => parts.flatMap(({ team }) => team ?? [])))
  return [...names].sort().map((name) => ({
    name,
    cases: sumOf(cases.filter(({ parts }) => parts.some(({ team }) => team === name)))
  }))
}

/** Who may see what here and why, by person and by case, for who manages access. @throws NotFound for all others. */
export const viewReview = async (tx: Tx, reader: Reader, asked: ReviewQuery = {}): Promise<AccessReview> => {
  const { actor, now } = reader
  if (!managesAccess(actor)) throw new NotFound('does not manage access')
  const half = reviewHalf(todayOf(now))
  const { orgId, orgName } = actor
  const [body, cases, { page, next }, before, beside] = await settleAll([
    bodyOf(tx, orgId, half),
    runQuery<Alike>(tx, alike, [orgId]),
    pageIn(tx, orgId, asked),
    runQuery<Made>(tx, made, [orgId]),
    openedBeside(tx, orgId, half)
  ])
  return {
    organisation: orgName,
    half,
    until: reviewUntil(half),
    // Whoever has not come to the end has nothing yet to confirm by.
    digest: next === null && asked.team === undefined ? await digestOf(tx, orgId, body) : null,
    due: !before.some((one) => one.half === half),
    people: body.people.map((one) => personView(one, cases, reader)),
    teams: teamsIn(cases),
    opened: body.opened.map(({ class: one, atLeast }) => ({
      label: dataClasses[one][reader.locale],
      atLeast
    })),
    cases: page.map((one) => caseView(one, body, reader)),
    next,
    casesInAll: cases.reduce((sum, { parts, n }) => sum + parts.length * n, 0),
    beside,
    made: before.map((one) => ({ ...one, at: one.at.toISOString() }))
  }
}

const insert = `insert into access_review (org_id, id, half, made_by, made_at, body, digest)
  select $1, $3, $4, $5, $6, body, digest from (${written}) one where digest = $7 on conflict (org_id, half) do nothing returning id`

const moved = () =>
  new RuleRefused('moved meanwhile', {
    fr: 'Des accès ont changé depuis votre lecture : relisez la revue, puis confirmez-la.',
    en: 'Access has changed since you read it: read the review again, then confirm it.'
  })
const doneAlready = () =>
  new RuleRefused('reviewed', {
    fr: 'La revue de ce semestre est déjà confirmée.',
    en: 'The review of this half-year is confirmed already.'
  })

/** Confirms exactly what was read, once for each half-year; the audit keeps its digest. */
export const confirmReview = (gate: Gate, asked: Keyed, digest: string) => {
  const { actor } = asked
  return acting(
    gate,
    asked,
    { action: 'access.review', orgId: actor.orgId, aggregate: 'access_review', request: { digest } },
    async (tx, at, id) => {
      if (!managesAccess(actor)) throw new NotFound('does not manage access')
      const half = reviewHalf(todayOf(at))
      const body = await bodyOf(tx, actor.orgId, half)
      const values = [actor.orgId, headOf(body), id, half, actor.personId, at, digest]
      if ((await runQuery(tx, insert, values)).length === 0)
        throw (await runQuery(tx, reviewDone, [actor.orgId, half])).length > 0 ? doneAlready() : moved()
      return { detail: `${half} ${digest}` }
    }
  )
}
