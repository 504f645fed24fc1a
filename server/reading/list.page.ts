import type { Actor, Role } from '../../policies/actor.ts'
import { doneInOneGo, referralDuties } from '../../policies/duties.ts'
import { capacitiesHeld } from '../../policies/grants.ts'
import { countCap, spokenFor } from '../cases/store.ts'
import { readCode, readHalf } from '../cases/code.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import type { Reader } from '../disclosure/reader.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { lineTables } from '../outbox/worklist.line.ts'
import { linesAnew } from '../outbox/worklist.renewal.ts'
import { isAsked, narrowedAs, narrows, valuesAsked } from '../lists/filter.ts'
import {
  byView,
  inMs,
  mostLooked,
  orderOf,
  type Line,
  type Order,
  type Placed,
  type Query,
  type View,
  type WorklistView
} from '../lists/order.ts'

const columns = (
  role: Role
) => `p.case_id as id, p.capacity, p.waits_for, p.urgency, ${inMs('p.due_at')} as due_at, p.due_in_month,
  ${inMs('p.late_at')} as late_at, ${inMs('p.moved_at')} as moved_at, p.case_code as code, ${inMs('p.opened_at')} as opened_at, p.line, p.marks, p.runs, p.line_tables is not distinct from $4 as fresh,
  coalesce(p.waits_for in (${listed(Object.keys(referralDuties))}), false) and exists (select from referral r
    where r.case_id = p.case_id and r.awaits_person_id = $3 and (r.state = 'escalated' or r.follow_up is not null)) as named,
  case when p.waits_for in (${listed(doneInOneGo)}) then (select string_agg(o.capacity || ' ' || o.told, ',')
    from participation o where o.case_id = p.case_id and o.org_id = $1 and o.until is null and ${spokenFor(role, 'o')}) end as counters`

/** The parts of the organisation $1 for which this role speaks. */
export const ofReader = (role: Role, p = 'p') =>
  `${p}.org_id = $1 and ${p}.until is null and ${spokenFor(role, p)}`

/** Whether an organisation may take part in one case by several parts for which this role speaks: the case is one line all the same. */
const speaksTwice = (role: Role) => capacitiesHeld(role).length > 1

const capped = (view: WorklistView, role: Role) => {
  const lines = `from participation p where ${ofReader(role)} and ${byView[view].where('p')}`
  const twice = speaksTwice(role)
  return `(select least(count(${twice ? 'distinct case_id' : '*'}), ${countCap})::int
    from (select p.case_id ${lines} limit ${countCap * (twice ? 2 : 1)}) as counted)`
}

/**
 * Its other part does not stand before it in the same list. `offset 0` has it looked up line by line: joined, PostgreSQL read all
 * that waits for an organisation beside each line of a page, as soon as most organisations had little.
 */
const onceEach = (role: Role, { where, first }: Pick<View, 'where'> & Pick<Order, 'first'>) =>
  speaksTwice(role)
    ? `and not exists (select from participation o where o.case_id = p.case_id and ${ofReader(role, 'o')}
        and o.capacity <> p.capacity and ${where('o')} and ${first} offset 0)`
    : ''

type Counts = { todo: number; late: number; moved: number }
/** `last`: of the lines that were looked at, where there may be more. */
export type Page = { counts: Counts; lines: Line[]; last: Placed | null }

/**
 * The parts that a page is taken from. Narrowed, a list looks at so many lines of its view and no more: what it asks for may be
 * in none of a hundred thousand.
 */
const lookedAt = (query: Query, lines: string, by: string) =>
  narrows(query) ? `(select p.* ${lines} order by ${by} limit ${mostLooked})` : null

const placed = `p.case_id as "lastId", p.urgency as "lastUrgency", ${inMs('p.due_at')} as "lastDue", ${inMs('p.moved_at')} as "lastMoved"`

type Last = { lastId: string | null; lastUrgency: number; lastDue: number | null; lastMoved: number }

/** A page and the counts in one statement: what it costs to ask for one is more than to find it. */
export const pageOf = async (tx: Tx, query: Query, { orgId, role, personId }: Actor): Promise<Page> => {
  const { view, q, cursor, limit } = query
  const { first, key, after, by } = orderOf(query)
  const start = cursor === undefined ? [] : decodeCursor(cursor, key)
  const code = q === undefined ? [] : [readCode(q) ?? readHalf(q) ?? '']
  // Eight signs or their first four: of the reader's own cases only, and none where two begin alike.
  const where =
    code.length > 0
      ? (p: string) =>
          `${p}.case_id in (select id from "case" where code between $5 and $5 || 'ZZZZ' and $5 <> '')`
      : byView[view].where
  const asked = narrows(query) ? valuesAsked(query) : []
  const narrowed = asked.length > 0 ? narrowedAs(5 + code.length) : () => 'true'
  const going = start.length > 0 ? `and ${after(5 + code.length + asked.length)}` : ''
  const once = onceEach(role, {
    where: (p) => `${code.length > 0 ? 'true' : where(p)} and ${narrowed(p)}`,
    first
  })
  const lines = `from participation p where ${ofReader(role)} and p.since <= (select wall_clock()) and ${where('p')} ${going}`
  const looked = lookedAt(query, lines, by)
  const from = looked ? `from looked p where ${narrowed('p')}` : lines
  // No order is asked of the whole: one row of counts meets the lines as they come.
  const rows = await runQuery<Counts & Last & (Line | { id: null })>(
    tx,
    `${looked ? `with looked as materialized ${looked}` : ''}
     select n.*, ${looked ? 'e.*' : 'null as "lastId"'}, l.* from (select ${capped('todo', role)} as todo, ${capped('late', role)} as late, ${capped('moved', role)} as moved) n
     ${looked ? `left join (select ${placed} from looked p order by ${by} offset ${mostLooked - 1} limit 1) e on true` : ''}
     left join (select ${columns(role)} ${from} ${once} order by ${by} limit $2) l on true`,
    [orgId, limit + 1, personId, lineTables.digest, ...code, ...asked, ...start]
  )
  const { todo, late, moved, lastId: id, lastUrgency, lastDue, lastMoved } = rows[0]!
  const found = rows.filter((row) => row.id !== null)
  const alike = code.length > 0 && new Set(found.map(({ id }) => id)).size > 1
  const last = id === null ? null : { id, urgency: lastUrgency, due_at: lastDue, moved_at: lastMoved }
  return { counts: { todo, late, moved }, lines: alike ? [] : found, last }
}

/** Where the list goes on: behind the last line of a full page, or behind the last that was looked at. */
export const nextOf = ({ lines, last }: Page, query: Query): string | null => {
  const end = lines.length > query.limit ? lines[query.limit - 1]! : last
  return end && encodeCursor(orderOf(query).cursorOf(end))
}

/** Lines that other tables of the code made are made anew as they are read; the order stays that in which they are kept. */
export const renewed = async (
  tx: Tx,
  lines: Line[],
  { actor, query }: Pick<Reader, 'actor'> & { query: Query }
): Promise<Line[]> => {
  const caseIds = lines.filter(({ fresh }) => !fresh).map(({ id }) => id)
  if (caseIds.length === 0) return lines
  const anew = await linesAnew(tx, { caseIds, orgId: actor.orgId })
  return lines.flatMap((line) => {
    if (line.fresh) return [line]
    const made = anew.find(({ caseId, capacity }) => caseId === line.id && capacity === line.capacity)
    if (!made) return []
    const { waits, due, late, month, code, openedAt } = made
    const lateAt = late === 'infinity' ? Infinity : (late?.getTime() ?? null)
    const days = { due_at: due?.getTime() ?? null, late_at: lateAt, opened_at: openedAt.getTime() }
    const { marks, runs } = made
    const anewLine = {
      ...line,
      ...days,
      waits_for: waits,
      due_in_month: month,
      code,
      line: made.line,
      marks,
      runs
    }
    return isAsked(query, anewLine) ? [anewLine] : []
  })
}
