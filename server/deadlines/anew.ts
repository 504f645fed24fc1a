import { countBoth, type Measure, type Places } from '../../workflows/deadlines/both.ts'
import { alertsIn, type DeadlineConfig } from '../../workflows/deadlines/deadlines.ts'
import { codesRedoubted, doubtedIn } from '../../workflows/deadlines/running/doubted.ts'
import { datedStates } from '../../workflows/deadlines/states.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { selectAll, type DeadlineEntry } from '../cases/store.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'
import { columnsOf, frozenDays, measureOf, rewriteClocks } from './kept.ts'
import { asKept, opened } from './sealed.ts'

export type Where = Places & { at: Date; config: DeadlineConfig; keys: Keys }

const running = { state: 'running', nextStep: 0, firedAt: null, lateSeconds: null } as const

/** A clock by another measure: it runs again, be it over; one that stands still goes on standing. */
export const countedAnew = (entry: DeadlineEntry, measure: Measure, where: Where): DeadlineEntry => {
  const { id, code, state } = entry
  const now = { ...measure, countedAt: where.at }
  const counted = columnsOf(now, countBoth(now, where, alertsIn(now.code, where.config)))
  if (state === 'suspended') {
    const still = { ...counted, ...frozenDays(counted) }
    return { ...entry, ...asKept(where.keys, { id, code, ...still }, where) }
  }
  return { ...entry, ...asKept(where.keys, { id, code, ...counted }, where), ...running }
}

/** What tells the same as before has said what it had to say: it is not woken again. */
const asTold = (clock: DeadlineEntry, anew: DeadlineEntry): DeadlineEntry => {
  const { state, steps, nextStep, nextAt, firedAt, lateSeconds } = clock
  const isSame = `${clock.computation}` === `${anew.computation}`
  return isSame ? { ...anew, state, steps, nextStep, nextAt, firedAt, lateSeconds } : anew
}

/** The same clock by what is otherwise known of it. */
export const recountedAs = (clock: DeadlineEntry, more: Partial<Measure>, where: Where): DeadlineEntry =>
  asTold(clock, countedAnew(clock, { ...measureOf(clock), ...more }, where))

const dated = `${selectAll(deadlines)} where case_id = $1 and code = any($2::text[])
  and state in (${listed(datedStates)}) for update`

type Change = Where & { caseId: string; before: Situation; after: Situation }

/** The end in law comes into doubt, or out of it, with what the case now is. */
export const followDoubts = async (tx: Tx, change: Change): Promise<void> => {
  const codes = codesRedoubted(change.before, change.after)
  if (codes.length === 0) return
  const rows = await runQuery<DeadlineEntry>(tx, dated, [change.caseId, codes])
  const anew = rows.map((row) => {
    const measure = measureOf(opened(change.keys, row))
    return countedAnew(
      row,
      { ...measure, inLaw: doubtedIn(measure.code, measure.inLaw, change.after) },
      change
    )
  })
  await rewriteClocks(tx, anew)
}
