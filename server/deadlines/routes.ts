import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { seesWhole } from '../../policies/data-classes.ts'
import { deadlineClass, placeTold } from '../../policies/told.ts'
import type { Capacity } from '../../workflows/capacities.ts'
import { datedStates } from '../../workflows/deadline.states.ts'
import type { Facts } from '../../workflows/facts.ts'
import { closed } from '../../workflows/fields.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { decodeCursor, encodeCursor } from '../cases/cursor.ts'
import { dayTold } from '../cases/known.ts'
import { showCode } from '../cases/code.ts'
import type { Actor } from '../../policies/actor.ts'
import { spokenFor, type DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../cases/view.ts'
import { listed } from '../db/columns.ts'
import { ask, type Tx } from '../db/context.ts'
import { DeadlineList } from '../views/schemas.ts'
import { openedIn } from './sealed.ts'
import { isCountedElsewhere, openersIn, toldClock } from './told.ts'
import { deadlineView } from './view.ts'
import { whatIfRoute } from './whatif.ts'

type Row = {
  id: string
  case_id: string
  referral_id: string | null
  code: string
  starts_on: string
  due_on: string
  due_at: Date
  state: string
  config_version: string
  computation: string[]
  sealed: Buffer | null
  case_code: string
  met: string
  facts: Facts
  capacity: Capacity
  next_due: Date
}

const pageSize = 12

// From the organisation's own lines in due order, then the running clocks of each: one page of cases at most is opened.
const rowsOf = (tx: Tx, { orgId, role }: Actor, cursor: string | undefined): Promise<Row[]> => {
  const start = cursor === undefined ? [] : decodeCursor(cursor, ['at', 'id'])
  const goingOn = start.length > 0 ? 'and (p.clock_at, p.case_id) > ($2::timestamptz, $3::uuid)' : ''
  return ask<Row>(
    tx,
    `with lines as (
      select p.case_id, p.capacity, p.clock_at from participation p
      where p.org_id = $1 and p.until is null and ${spokenFor(role)} and p.clock_at is not null ${goingOn}
      order by p.clock_at, p.case_id limit ${pageSize + 1})
    select d.id, d.case_id, d.referral_id, d.code, d.starts_on::text, d.due_on::text, d.due_at, d.state,
      d.config_version, d.computation, d.sealed, c.code as case_code, c.facts, l.capacity, l.clock_at as next_due
    from lines l join "case" c on c.id = l.case_id join deadline d on d.case_id = l.case_id and d.state in (${listed(datedStates)})
    order by l.clock_at, l.case_id, d.code, d.id`,
    [orgId, ...start]
  )
}

const entryOf = (row: Row): DeadlineEntry =>
  ({
    ...row,
    caseId: row.case_id,
    referralId: row.referral_id,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    dueAt: row.due_at,
    configVersion: row.config_version
  }) as unknown as DeadlineEntry

const listDeadlines = async (tx: Tx, { actor, locale, now }: Reader, cursor: string | undefined) => {
  const rows = await rowsOf(tx, actor, cursor)
  const shownCases = [...new Set(rows.map((row) => row.case_id))].slice(0, pageSize)
  const more = new Set(rows.map((row) => row.case_id)).size > pageSize
  const seen = rows.filter(
    (row) => shownCases.includes(row.case_id) && seesWhole(deadlineClass(row.code), row.capacity, row.facts)
  )
  const last = rows.findLast((row) => shownCases.includes(row.case_id))
  const placeOf = ({ capacity, facts }: Row) => placeTold(capacity, facts)
  const away = seen.filter((row) => isCountedElsewhere(row, placeOf(row)))
  const openers = await openersIn(tx, [...new Set(away.map((row) => row.case_id))])
  const dayOf = (row: Row) => dayTold(openedIn(tx), { ...row, now })(entryOf(row))
  const views = seen.map((row) => ({
    ...deadlineView(toldClock(dayOf(row), { ...placeOf(row), openers: openers(row.case_id) }), {
      territory: placeOf(row).territory,
      now,
      locale
    }),
    caseId: row.case_id,
    caseCode: showCode(row.case_code)
  }))
  return {
    items: views
      .filter((view) => view.state === 'running' || view.late)
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
    next: more && last ? encodeCursor([last.next_due.toISOString(), last.case_id]) : null
  }
}

const query = closed({ cursor: Type.Optional(Type.String({ maxLength: 300 })) })

/** The clocks of one's cases, the soonest first, each with how it was computed. */
export const deadlineRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  whatIfRoute(app, deps)
  app.get(
    '/api/deadlines',
    { schema: { querystring: query, response: { 200: DeadlineList } } },
    (request) => {
      const { cursor } = request.query as { cursor?: string }
      return reading(deps)(request, (tx, reader) => listDeadlines(tx, reader, cursor))
    }
  )
}
