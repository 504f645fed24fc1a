import { maySee, seesWhole } from '../../policies/data-classes.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { datedStates } from '../../workflows/deadlines/states.ts'
import { listed } from '../db/schema/columns.ts'
import { ask, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { toldClock } from '../deadlines/disclosure.ts'
import { selectAll, type CaseRow, type DeadlineEntry } from '../cases/store.ts'

type Line = Pick<CaseRow, 'id' | 'facts'> & {
  capacity: Capacity
  due_at: Date | null
  due_in_month: boolean
}

const sealedOf = `${selectAll(deadlines)} where case_id = any($1::uuid[]) and sealed is not null
  and state in (${listed(datedStates)})`

/**
 * Of the lines of a page that keep a month, the very day for whoever may read the birth date that it tells. A page is in the
 * order of the months all the same: no order, count or cursor knows the day.
 */
export const daysIn = async (tx: Tx, lines: readonly Line[]): Promise<Map<string, Date>> => {
  const monthly = lines.filter(
    (line) => line.due_in_month && line.due_at && maySee('B', line.capacity, line.facts)
  )
  if (monthly.length === 0) return new Map()
  const clocks = await ask<DeadlineEntry>(tx, sealedOf, [monthly.map(({ id }) => id)])
  const open = openedIn(tx)
  return new Map(
    monthly.flatMap(({ id, capacity, facts, due_at: month }): [string, Date][] => {
      const told = { placed: seesWhole('K', capacity, facts) }
      const [clock] = clocks.filter(
        (one) => one.caseId === id && toldClock(one, told).dueAt.getTime() === month!.getTime()
      )
      return clock ? [[id, toldClock(open(clock), told).dueAt]] : []
    })
  )
}
