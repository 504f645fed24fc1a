import type { FastifyInstance } from 'fastify'
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
import type { Actor } from '../../policies/actor.ts'
import { selectAll, spokenFor, type DeadlineEntry } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { DeadlineList } from '../views/schemas.ts'
import { WhatIfView } from '../views/whatif.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { deadlineView } from '../deadlines/view.ts'
import { suppose, whatIfQuery } from './whatif.ts'

type Row = DeadlineEntry & {
  caseCode: string
  facts: Facts
  capacity: Capacity
  nextDue: Date
}

const pageSize = 12

// From the organisation's own lines in due order, then the running clocks of each: one page of cases at most is opened.
const rowsOf = (tx: Tx, { orgId, role }: Actor, from: string | undefined): Promise<Row[]> => {
  const start = from === undefined ? [] : decodeCursor(from, ['at', 'id'])
  const goingOn = start.length > 0 ? 'and (p.clock_at, p.case_id) > ($2::timestamptz, $3::uuid)' : ''
  return runQuery<Row>(
    tx,
    `with lines as (
      select p.case_id, p.capacity, p.clock_at from participation p
      where p.org_id = $1 and p.until is null and ${spokenFor(role)} and p.clock_at is not null ${goingOn}
      order by p.clock_at, p.case_id limit ${pageSize + 1})
    select d.*, c.code as "caseCode", c.facts, l.capacity, l.clock_at as "nextDue"
    from lines l join "case" c on c.id = l.case_id
      join lateral (${selectAll(deadlines)} where case_id = l.case_id and state in (${listed(datedStates)})) d on true
    order by l.clock_at, l.case_id, d.code, d.id`,
    [orgId, ...start]
  )
}

const listDeadlines = async (tx: Tx, { actor, locale, now }: Reader, asked: { cursor?: string }) => {
  const rows = await rowsOf(tx, actor, asked.cursor)
  const shownCases = [...new Set(rows.map((row) => row.caseId))].slice(0, pageSize)
  const more = new Set(rows.map((row) => row.caseId)).size > pageSize
  const seen = rows.filter((row) => shownCases.includes(row.caseId))
  const last = rows.findLast((row) => shownCases.includes(row.caseId))
  const views = seen.flatMap((row) => {
    const told = discloseLine(row)
    const clock = told.clock(row, { open: openedIn(tx), now })
    const { territory } = told
    return clock === null
      ? []
      : [
          {
            ...deadlineView(clock, { territory, now, locale }),
            caseId: row.caseId,
            caseCode: showCode(row.caseCode)
          }
        ]
  })
  // A clock that two parts of one organisation may see is one clock.
  const each = [...new Map(views.map((view) => [view.id, view])).values()]
  return {
    items: each
      .filter((view) => view.state === 'running' || view.late)
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
    next: more && last ? encodeCursor([last.nextDue.toISOString(), last.caseId]) : null
  }
}

/** The clocks of one's cases, the soonest first, each with how it was computed. */
export const deadlineRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads } = routesOf(app, deps)
  reads('/api/deadlines/what-if', { querystring: whatIfQuery, answer: WhatIfView }, suppose)
  reads('/api/deadlines', { querystring: closed({ cursor }), answer: DeadlineList }, listDeadlines)
}
