import { endOfDay } from '../../workflows/calendar.ts'
import { lastOfMonth } from '../../workflows/deadline.month.ts'
import { lawCodes, putOff, type LivingLaw } from '../../workflows/deadline.patience.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../../workflows/deadlines.ts'
import type { CaseRow, DeadlineEntry } from '../cases/store.ts'
import { configurationOf } from '../configuration/shelf.ts'
import { ask, type Tx } from '../db/context.ts'
import { saidAt } from './speaking.ts'

/** The clocks of the law that a patient clock waits for; none for the others, which wait for nothing. */
export const livingLaw = async (tx: Tx, { code, caseId }: DeadlineEntry, at: Date): Promise<LivingLaw> => {
  const { patient }: DeadlineRow = deadlineRegister[code as DeadlineCode]
  if (!patient) return []
  const rows = await ask<{ dueOn: string; state: string; inMonth: boolean }>(
    tx,
    `select due_on::text as "dueOn", state, 'month' = any(computation) as "inMonth" from deadline
     where case_id = $1 and code = any($2::text[])
       and (state = 'suspended' or (state = 'running' and (due_at > $3 or 'month' = any(computation))))`,
    [caseId, lawCodes, at]
  )
  // A birth date would be read from the day for which another clock waits: it waits for the end of that month.
  return rows
    .map(({ dueOn, inMonth, state }) => ({ state, inMonth, dueOn: inMonth ? lastOfMonth(dueOn) : dueOn }))
    .filter((one) => !one.inMonth || new Date(endOfDay(one.dueOn, 'Europe/Paris')) > at)
    .map(({ state, dueOn }) => (state === 'suspended' ? null : dueOn))
}

const patience = `update deadline set state = 'running', due_on = $2, due_at = $3, steps = $4::jsonb,
  computation = $5::text[], next_step = 0, next_at = $6 where id = $1`

/** Puts off a clock whose act may not be done yet. Nobody is told: nothing has happened. */
export const putOffClock = async (
  tx: Tx,
  { entry, caseRow, at }: { entry: DeadlineEntry; caseRow: CaseRow; at: Date },
  law: LivingLaw
) => {
  const config = await configurationOf(tx, caseRow.configVersion)
  const kept = { ...entry, code: entry.code as DeadlineCode }
  const later = putOff(kept, law, caseRow.territory, { now: at, config })
  const { dueOn, dueAt, steps, computation } = later
  const nextAt = saidAt(steps[0]!, { code: entry.code, dueOn, computation })
  await ask(tx, patience, [entry.id, dueOn, dueAt, JSON.stringify(steps), computation, nextAt])
}
