import { createHash } from 'node:crypto'
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

const opened = 'select data_class as class, at_least as "atLeast" from access_opened($1)'

type Body = { half: string; people: Person[]; cases: Open[]; opened: Opened[]; cut: boolean }

/** How many rows one review holds; PostgreSQL gives one more where there are more. */
const reviewed = 5000

/**
 * What is confirmed, in codes: the same words read later have the same digest. Nothing that is not shown is in it: what a consent or an
 * age opens of one case would be told by a digest that moves as well.
 */
const bodyOf = async (tx: Tx, orgId: string, half: string): Promise<Body> => {
  const [there, cases, classes] = await settleAll([
    runQuery<Person>(tx, people, [orgId]),
    runQuery<Open>(tx, 'select * from access_of($1)', [orgId]),
    runQuery<Opened>(tx, opened, [orgId])
  ])
  return {
    half,
    people: there,
    cases: cases.slice(0, reviewed),
    opened: classes,
    cut: cases.length > reviewed
  }
}
const written = (body: Body) => JSON.stringify(body)
const digestOf = (body: Body) => createHash('sha256').update(written(body)).digest('hex')

const labelled = (classes: readonly DataClass[], { locale }: Reader) =>
  classes.map((one) => dataClasses[one][locale])

const reads = ({ id, role }: Pick<Person, 'id' | 'role'>, { capacity, readers }: Open): boolean =>
  capacitiesHeld(role).includes(capacity) && (readers === null || readers.includes(id))

const personView = (one: Person, { cases }: Body, reader: Reader): AccessReview['people'][number] => {
  const seen = cases.filter((open) => reads(one, open))
  const classes = [...new Set(seen.flatMap((open) => alwaysSeen(open.capacity)))].sort()
  return {
    name: one.name,
    roleLabel: roles[one.role][reader.locale],
    manager: one.manager,
    since: one.since.toISOString(),
    cases: new Set(seen.map(({ code }) => code)).size,
    sees: labelled(classes, reader)
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

const casesShown = 100
const keyOf = ({ code, capacity }: Open) => [code, capacity] as const
const isAfter = (one: Open, [code, capacity]: readonly string[]) =>
  one.code > code! || (one.code === code && one.capacity > capacity!)

export type ReviewQuery = { cursor?: string; team?: string }

/** Of the cases that were asked for, one page, in the order in which PostgreSQL gives them; the digest is of all of them. */
const pageIn = (cases: readonly Open[], { cursor, team }: ReviewQuery) => {
  const asked = team === undefined ? cases : cases.filter((one) => one.team === team)
  const after = cursor === undefined ? null : decodeCursor(cursor, ['code', 'name'])
  const rest = after ? asked.filter((one) => isAfter(one, after)) : asked
  const { page, last } = pageOf(rest.slice(0, casesShown + 1), casesShown)
  return { page, next: last && encodeCursor(keyOf(last)) }
}

/** How many cases each team follows. */
const teamsIn = (cases: readonly Open[]): AccessReview['teams'] =>
  [
    ...Map.groupBy(
      cases.filter(({ team }) => team !== null),
      ({ team }) => team!
    )
  ]
    .map(([name, of]) => ({ name, cases: new Set(of.map(({ code }) => code)).size }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))

/** Who may see what here and why, by person and by case, for who manages access. @throws NotFound for all others. */
export const viewReview = async (tx: Tx, reader: Reader, asked: ReviewQuery = {}): Promise<AccessReview> => {
  const { actor, now } = reader
  if (!managesAccess(actor)) throw new NotFound('does not manage access')
  const half = reviewHalf(todayOf(now))
  const [body, before] = await settleAll([
    bodyOf(tx, actor.orgId, half),
    runQuery<Made>(tx, made, [actor.orgId])
  ])
  const { page, next } = pageIn(body.cases, asked)
  return {
    organisation: actor.orgName,
    half,
    until: reviewUntil(half),
    digest: digestOf(body),
    due: !before.some((one) => one.half === half),
    people: body.people.map((one) => personView(one, body, reader)),
    teams: teamsIn(body.cases),
    opened: body.opened.map(({ class: one, atLeast }) => ({
      label: dataClasses[one][reader.locale],
      atLeast
    })),
    cases: page.map((one) => caseView(one, body, reader)),
    next,
    casesInAll: body.cases.length,
    cut: body.cut,
    made: before.map((one) => ({ ...one, at: one.at.toISOString() }))
  }
}

const insert = `insert into access_review (id, org_id, half, made_by, made_at, body, digest) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (org_id, half) do nothing returning id`

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
      if (digestOf(body) !== digest) throw moved()
      const values = [id, actor.orgId, half, actor.personId, at, written(body), digest]
      if ((await runQuery(tx, insert, values)).length === 0) throw doneAlready()
      return { detail: `${half} ${digest}` }
    }
  )
}
