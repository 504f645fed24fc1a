import { datedStates } from '../../workflows/deadlines/states.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { discloseLine, type Part } from '../disclosure/line.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import type { Line } from '../lists/order.ts'

const sealedOf = `select d.*, c.facts from (${selectAll(deadlines)} where case_id = any($1::uuid[]) and sealed is not null
  and state in (${listed(datedStates)})) d join "case" c on c.id = d."caseId"`

/**
 * Of the lines of a page that keep a month, the very day for whoever may read the birth date that it tells: opened at the
 * reading, and kept nowhere. A page is in the order of the months all the same: no order, count or cursor knows the day.
 */
export const daysIn = async (tx: Tx, lines: readonly Line[]): Promise<Map<string, Date>> => {
  const monthly = lines.filter((line) => line.due_in_month && line.due_at !== null)
  if (monthly.length === 0) return new Map()
  const clocks = await runQuery<DeadlineEntry & Pick<Part, 'facts'>>(tx, sealedOf, [
    monthly.map(({ id }) => id)
  ])
  const open = openedIn(tx)
  return new Map(
    monthly.flatMap(({ id, capacity, due_at }): [string, Date][] => {
      const hers = clocks.filter(({ caseId }) => caseId === id)
      const told = hers[0] && discloseLine({ capacity, facts: hers[0].facts })
      const day = told?.readsBirthDate ? told.dayIn(new Date(due_at!), hers, open) : null
      return day ? [[id, day]] : []
    })
  )
}
