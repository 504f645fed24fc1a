import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { datedStates } from '../../workflows/deadlines/states.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { RouteDeps } from '../http/reading.ts'
import { cursor } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { discloseLine } from '../disclosure/line.ts'
import { showCode } from '../cases/code.ts'
import type { Role } from '../../policies/actor.ts'
import { selectAll, spokenFor, type DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { nested, rowsOf } from '../db/nested.ts'
import { deadlines } from '../db/schema/schema.ts'
import { DeadlineList, type DeadlineView } from '../views/schemas.ts'
import { oneOf } from '../views/shapes.ts'
import { WhatIfView } from '../views/whatif.ts'
import {
  isAsked,
  mayNarrow,
  narrowedAs,
  narrowingWords,
  narrows,
  valuesAsked,
  type Narrowing
} from '../lists/filter.ts'
import { mostLooked } from '../lists/order.ts'
import { lineTables } from '../outbox/worklist.line.ts'
import { linesAnew } from '../outbox/worklist.renewal.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { calls, deadlineView } from '../deadlines/view.ts'
import { suppose, whatIfQuery } from './whatif.ts'

/** What one part of the organisation in a case has of clocks: the facts come once, however many there are. */
type Part = {
  caseId: string
  caseCode: string
  facts: Facts
  capacity: Capacity
  /** Made by the tables of the code as they are. */
  fresh: boolean
  clocks: DeadlineEntry[]
}
/** The last of the lines that were read: a clock due after its own may come after one of a line that was not. */
type Reach = { reachAt: Date | null; reachId: string | null }
type Row = Reach & (Part | { caseId: null })
/** When a clock falls due, in which case, which of its clocks: those of one moment stand by their codes, as in the case. */
type Key = readonly [at: string, caseId: string, code: string, id: string]

const views = ['overdue', 'coming'] as const
type Asked = Omit<Narrowing, 'sort'> & { cursor?: string; view?: (typeof views)[number] }

const pageSize = 30
// Those whose first clock came before a page may have another in it: so many are asked, the nearest of them where there are more.
const passedAsked = 500
const lastOfAll = ['z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const
// Of a sealed clock the row keeps the first of its month, and the day may be in the next.
const mayFollow = `case when sealed is null then interval '0' else interval '62 days' end`

// Lines are kept in the order of the first of the clocks that their organisation is told: a page reads the lines that come
// next, and those that are past for their later clocks. So what is not told moves no page, and none costs more with more cases.
// Narrowed, a page looks at so many lines and no more, as the list of cases does; one that other tables of the code made is looked at
// again (`stillAsked`).
const clocksOf = (role: Role, { goesOn, narrowed }: { goesOn: boolean; narrowed: boolean }) => {
  const mine = `from participation p where p.org_id = $1 and p.until is null and ${spokenFor(role)}`
  const place = '(p.clock_at, p.case_id)'
  const from = '($2::timestamptz, $3::uuid)'
  const own = goesOn ? 4 : 2
  const made = `$${own + 1}`
  const asked = narrowed ? narrowedAs(own + 2, { person: `$${own}`, made })('p') : 'true'
  const fresh = narrowed ? `p.line_tables is not distinct from ${made}` : 'true'
  const next = (columns: string, limit: number) => `select ${columns} ${mine} and p.clock_at is not null
      ${goesOn ? `and ${place} > ${from}` : ''} order by p.clock_at, p.case_id limit ${limit}`
  const looked = narrowed
    ? `looked as materialized (${next('p.*', mostLooked)}),
    coming as (select p.case_id, p.clock_at from looked p where ${asked} order by p.clock_at, p.case_id limit ${pageSize + 1}),
    ends as (select clock_at, case_id from looked order by clock_at, case_id offset ${mostLooked - 1} limit 1)`
    : `coming as (${next('p.case_id, p.clock_at', pageSize + 1)}), ends as (select clock_at, case_id from coming limit 0)`
  const passed = `union (select p.case_id from (select p.* ${mine} and p.clock_at is not null and ${place} <= ${from}
      order by p.clock_at desc, p.case_id desc limit ${passedAsked}) p where ${asked})`
  return `with ${looked},
    reach as (select clock_at, case_id from ((select clock_at, case_id from coming order by clock_at, case_id offset ${pageSize} limit 1)
      union all select clock_at, case_id from ends) one order by clock_at, case_id limit 1),
    asked as (select case_id from coming ${goesOn ? passed : ''}),
    parts as (select c.id as "caseId", c.code as "caseCode", c.facts, part.capacity, part.fresh,
        (${nested(`${selectAll(deadlines)} where case_id = asked.case_id and state in (${listed(datedStates)})
          and least(due_at, met_due_at) <= coalesce(reach.clock_at, 'infinity')
          ${goesOn ? `and greatest(due_at, met_due_at) + ${mayFollow} >= $2` : ''}`)}) as clocks
      from asked
      left join reach on true
      join "case" c on c.id = asked.case_id
      join lateral (select p.capacity, ${fresh} as fresh ${mine} and p.case_id = asked.case_id) part on true)
  select reach.clock_at as "reachAt", reach.case_id as "reachId", parts.* from (select 1) once
    left join reach on true
    left join parts on true`
}

const compared = (one: Key, other: Key) => {
  const differs = one.findIndex((part, index) => part !== other[index])
  return differs < 0 ? 0 : one[differs]! < other[differs]! ? -1 : 1
}

/** Drawn where it stands on the page: of many that are told, a page shows the first. */
type Told = { key: Key; draw: () => DeadlineView & { caseId: string; caseCode: string } }

const clocksIn = rowsOf(deadlines)

/** The clocks that are told, each once and the first of all first: two parts of one organisation may be told two days of one. */
const toldOf = (tx: Tx, parts: readonly Part[], { now, locale }: Reader): Told[] => {
  const open = openedIn(tx)
  const all = parts.flatMap(({ caseId, caseCode, clocks, ...part }): Told[] => {
    const told = discloseLine(part, [])
    const context = { territory: told.territory, now, locale }
    return clocksIn(clocks).flatMap((row) => {
      const clock = told.clock(row, { open, now })
      if (clock === null || !calls(clock, context)) return []
      const key = [clock.dueAt.toISOString(), caseId, clock.code, clock.id] as const
      return { key, draw: () => ({ ...deadlineView(clock, context), caseId, caseCode: showCode(caseCode) }) }
    })
  })
  all.sort((one, other) => compared(one.key, other.key))
  const seen = new Set<string>()
  return all.filter(({ key: [, , , id] }) => !seen.has(id) && seen.add(id))
}

/** Of the cases of which other tables of the code made a line, those of which a line that is made anew is still asked for. */
const stillAsked = async (
  tx: Tx,
  parts: Part[],
  { actor: { orgId }, asked }: Pick<Reader, 'actor'> & { asked: Narrowing }
): Promise<Part[]> => {
  const caseIds = [...new Set(parts.filter(({ fresh }) => !fresh).map(({ caseId }) => caseId))]
  if (caseIds.length === 0) return parts
  const anew = (await linesAnew(tx, { caseIds, orgId })).filter(({ marks, waits }) =>
    isAsked(asked, { marks, waits_for: waits })
  )
  const found = parts.filter((part) =>
    anew.some(({ caseId, capacity }) => caseId === part.caseId && capacity === part.capacity)
  )
  return parts.filter(
    ({ caseId }) => !caseIds.includes(caseId) || found.some((part) => part.caseId === caseId)
  )
}

const firstOf = (moment: Date): Key => {
  const none = '00000000-0000-0000-0000-000000000000'
  return [moment.toISOString(), none, '', none]
}

/** Between which moments a list reads: what fell due, what is still to come, or both, the first of them first. */
const bounds = ({ cursor, view }: Asked, now: Date): { from: Key | null; until: Key | null } => {
  const first = view === 'coming' ? firstOf(now) : null
  const from =
    cursor === undefined ? first : (decodeCursor(cursor, ['at', 'id', 'code', 'id']) as unknown as Key)
  return { from, until: view === 'overdue' ? firstOf(now) : null }
}

const listDeadlines = async (tx: Tx, reader: Reader, asked: Asked) => {
  mayNarrow(reader.actor, asked)
  const { orgId, role, personId } = reader.actor
  const narrowed = narrows(asked)
  const { from, until } = bounds(asked, reader.now)
  const rows = await runQuery<Row>(tx, clocksOf(role, { goesOn: from !== null, narrowed }), [
    orgId,
    ...(from ?? []).slice(0, 2),
    ...(narrowed ? [personId, lineTables.digest, ...valuesAsked(asked)] : [])
  ])
  const { reachAt, reachId } = rows[0]!
  const reach: Key | null = reachAt && reachId ? [reachAt.toISOString(), reachId, ...lastOfAll] : null
  const parts = rows.filter((row) => row.caseId !== null)
  const told = toldOf(tx, await stillAsked(tx, parts, { ...reader, asked }), reader).filter(
    ({ key }) =>
      (from === null || compared(key, from) > 0) &&
      (reach === null || compared(key, reach) <= 0) &&
      (until === null || compared(key, until) < 0)
  )
  const page = told.slice(0, pageSize)
  const next = told.length > pageSize ? page.at(-1)!.key : reach
  const goesOn = next !== null && (until === null || compared(next, until) < 0)
  return { items: page.map(({ draw }) => draw()), next: goesOn ? encodeCursor(next) : null }
}

/** The clocks of one's cases, the soonest first, each with how it was computed. */
export const deadlineRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads } = routesOf(app, deps)
  reads('/api/deadlines/what-if', { querystring: whatIfQuery, answer: WhatIfView }, suppose)
  reads(
    '/api/deadlines',
    {
      querystring: closed({ cursor, view: Type.Optional(oneOf(...views)), ...narrowingWords }),
      answer: DeadlineList
    },
    listDeadlines
  )
}
