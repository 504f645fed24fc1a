import type { Actor, Role } from '../../policies/actor.ts'
import { doneInOneGo, referralDuties } from '../../policies/duties.ts'
import { capacitiesHeld } from '../../policies/grants.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { countCap, spokenFor } from '../cases/store.ts'
import { readCode, readHalf } from '../cases/code.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import type { Reader } from '../disclosure/reader.ts'
import { decodeCursor } from '../http/cursor.ts'
import { lineTables } from '../outbox/worklist.line.ts'
import { linesAnew } from '../outbox/worklist.renewal.ts'

export const worklistViews = ['todo', 'late', 'moved', 'all'] as const
export type WorklistView = (typeof worklistViews)[number]
export type Query = { view: WorklistView; q?: string; cursor?: string; limit: number }

/** A line as it is kept. Its instants are milliseconds: to read a date from its text takes longer than the rest of the line. */
export type Line = {
  id: string
  capacity: Capacity
  waits_for: string | null
  urgency: number
  due_at: number | null
  /** Infinity where no end is known in law, null where nobody is late. */
  late_at: number | null
  due_in_month: boolean
  moved_at: number
  code: string
  opened_at: number
  line: string
  /** Made by the tables that make lines now. */
  fresh: boolean
  /** The reader is waited for by name. */
  named: boolean
  /** The counters of all the parts that the reader speaks for, where the awaited act may be done in several cases at one go. */
  counters: string | null
}

/** `after` reads the cursor from its own parameters on, each with its type. */
type Order = {
  /** Of the parts called `p`. */
  where: (p: string) => string
  /** Of two lines of one case, as `o` and `p`, the one that is shown: the first in this order. */
  first: string
  key: Parameters<typeof decodeCursor>[1]
  after: (first: number) => string
  by: string
  cursorOf: (line: Line) => string[]
}

/** Where a line without a day is sorted: `sort_at` says the same. */
const noDay = Date.UTC(9999, 11, 31)
export const iso = (at: number) => new Date(at).toISOString()
const inMs = (at: string) => `round(date_part('epoch', ${at}) * 1000)`
const soonestFirst = {
  key: ['urgency', 'at', 'id'],
  after: (n: number) =>
    `(p.urgency, p.sort_at, p.case_id) > ($${n}::smallint, $${n + 1}::timestamptz, $${n + 2}::uuid)`,
  by: 'p.urgency, p.sort_at, p.case_id',
  first: '(o.urgency, o.sort_at, o.capacity) < (p.urgency, p.sort_at, p.capacity)',
  cursorOf: ({ urgency, due_at, id }: Line) => [String(urgency), iso(due_at ?? noDay), id]
} satisfies Omit<Order, 'where'>
const dayOf = (at: string) => `(${at} at time zone 'UTC')::date`
const lastMovedFirst = {
  key: ['at', 'id'],
  // The index knows the day; within it lines are sorted.
  after: (n: number) =>
    `(p.moved_on, p.moved_at, p.case_id) < (${dayOf(`$${n}::timestamptz`)}, $${n}::timestamptz, $${n + 1}::uuid)`,
  by: 'p.moved_on desc, p.moved_at desc, p.case_id desc',
  first: '(o.moved_at, o.capacity) > (p.moved_at, p.capacity)',
  cursorOf: (line: Line) => [iso(line.moved_at), line.id]
} satisfies Omit<Order, 'where'>

// Every list reads the organisation's own lines alone, in the order of an index: fifty lines cost fifty lines. Until when and
// when it moved are kept as that organisation is told them: neither an order, nor a count, nor a cursor tells more.
export const orders: Record<WorklistView, Order> = {
  todo: { where: (p) => `${p}.waits_for is not null`, ...soonestFirst },
  late: {
    // What falls due on a day that is not kept is late once its month is over: it has then said so itself.
    // Past a safe day, and past an indication, nobody is late.
    where: (p) => `${p}.due_at < (select wall_clock()) and ${p}.late_at < (select wall_clock())
      and (not ${p}.due_in_month or ${p}.late_at + interval '1 month' - interval '1 day' < (select wall_clock()))`,
    key: ['at', 'id'],
    after: (n) => `(p.due_at, p.case_id) > ($${n}::timestamptz, $${n + 1}::uuid)`,
    by: 'p.due_at, p.case_id',
    first: '(o.due_at, o.capacity) < (p.due_at, p.capacity)',
    cursorOf: ({ due_at, id }) => [iso(due_at ?? noDay), id]
  },
  moved: { where: (p) => `${p}.moved_on > (select ${dayOf('wall_clock()')}) - 7`, ...lastMovedFirst },
  all: { where: () => 'true', ...lastMovedFirst }
}

const columns = (
  role: Role
) => `p.case_id as id, p.capacity, p.waits_for, p.urgency, ${inMs('p.due_at')} as due_at, p.due_in_month,
  ${inMs('p.late_at')} as late_at, ${inMs('p.moved_at')} as moved_at, p.case_code as code, ${inMs('p.opened_at')} as opened_at, p.line, p.line_tables is not distinct from $4 as fresh,
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
  const lines = `from participation p where ${ofReader(role)} and ${orders[view].where('p')}`
  const twice = speaksTwice(role)
  return `(select least(count(${twice ? 'distinct case_id' : '*'}), ${countCap})::int
    from (select p.case_id ${lines} limit ${countCap * (twice ? 2 : 1)}) as counted)`
}

/**
 * Its other part does not stand before it in the same list. `offset 0` has it looked up line by line: joined, PostgreSQL read all
 * that waits for an organisation beside each line of a page, as soon as most organisations had little.
 */
const onceEach = (role: Role, { where, first }: Pick<Order, 'where' | 'first'>) =>
  speaksTwice(role)
    ? `and not exists (select from participation o where o.case_id = p.case_id and ${ofReader(role, 'o')}
        and o.capacity <> p.capacity and ${where('o')} and ${first} offset 0)`
    : ''

type Counts = { todo: number; late: number; moved: number }
export type Page = { counts: Counts; lines: Line[] }

/** A page and the counts in one statement: what it costs to ask for one is more than to find it. */
export const pageOf = async (
  tx: Tx,
  { view, q, cursor, limit }: Query,
  { orgId, role, personId }: Actor
): Promise<Page> => {
  const { where, first, key, after, by } = orders[view]
  const start = cursor === undefined ? [] : decodeCursor(cursor, key)
  const code = q === undefined ? [] : [readCode(q) ?? readHalf(q) ?? '']
  // Eight signs or their first four: of the reader's own cases only, and none where two begin alike.
  const found =
    code.length > 0
      ? `p.case_id in (select id from "case" where code between $5 and $5 || 'ZZZZ' and $5 <> '')`
      : where('p')
  const going = start.length > 0 ? `and ${after(5 + code.length)}` : ''
  // No order is asked of the whole: one row of counts meets the lines as they come.
  const rows = await runQuery<Counts & (Line | { id: null })>(
    tx,
    `select n.*, l.* from (select ${capped('todo', role)} as todo, ${capped('late', role)} as late, ${capped('moved', role)} as moved) n
     left join (select ${columns(role)} from participation p
       where ${ofReader(role)} and p.since <= (select wall_clock()) and ${found} ${onceEach(role, { where: code.length > 0 ? () => 'true' : where, first })} ${going} order by ${by} limit $2) l on true`,
    [orgId, limit + 1, personId, lineTables.digest, ...code, ...start]
  )
  const { todo, late, moved } = rows[0]!
  const lines = rows.filter((row) => row.id !== null)
  const alike = code.length > 0 && new Set(lines.map(({ id }) => id)).size > 1
  return { counts: { todo, late, moved }, lines: alike ? [] : lines }
}

/** Lines that other tables of the code made are made anew as they are read; the order stays that in which they are kept. */
export const renewed = async (tx: Tx, lines: Line[], { actor, now }: Reader): Promise<Line[]> => {
  const caseIds = lines.filter(({ fresh }) => !fresh).map(({ id }) => id)
  if (caseIds.length === 0) return lines
  const anew = await linesAnew(tx, { caseIds, orgId: actor.orgId, at: now })
  return lines.flatMap((line) => {
    if (line.fresh) return [line]
    const made = anew.find(({ caseId, capacity }) => caseId === line.id && capacity === line.capacity)
    if (!made) return []
    const { waits, due, late, month, code, openedAt } = made
    const lateAt = late === 'infinity' ? Infinity : (late?.getTime() ?? null)
    const days = { due_at: due?.getTime() ?? null, late_at: lateAt, opened_at: openedAt.getTime() }
    return [{ ...line, ...days, waits_for: waits, due_in_month: month, code, line: made.line }]
  })
}
