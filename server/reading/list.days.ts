import { datedStates } from '../../workflows/deadlines/states.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { openedIn } from '../deadlines/sealed.ts'
import { discloseLine, type Part } from '../disclosure/line.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'

type Line = Part & {
  id: string
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
    (line) => line.due_in_month && line.due_at && discloseLine(line).readsBirthDate
  )
  if (monthly.length === 0) return new Map()
  const clocks = await runQuery<DeadlineEntry>(tx, sealedOf, [monthly.map(({ id }) => id)])
  const open = openedIn(tx)
  return new Map(
    monthly.flatMap((line): [string, Date][] => {
      const hers = clocks.filter(({ caseId }) => caseId === line.id)
      const day = discloseLine(line).dayIn(line.due_at!, hers, open)
      return day ? [[line.id, day]] : []
    })
  )
}
