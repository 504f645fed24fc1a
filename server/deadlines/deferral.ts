import { eq } from 'drizzle-orm'
import { endOfDay } from '../../workflows/calendar/calendar.ts'
import { asMet } from '../../workflows/deadlines/both.ts'
import { lastOfMonth } from '../../workflows/deadlines/month.ts'
import { defer, keepingCodes, type LivingLaw } from '../../workflows/deadlines/patience.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../../workflows/deadlines/deadlines.ts'
import type { CaseRow, DeadlineEntry } from '../cases/store.ts'
import { configurationOf } from '../cases/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { deadlines } from '../db/schema/schema.ts'
import { firstSaid } from './firing-time.ts'
import { toldClock } from './disclosure.ts'

/** The clocks of the law that a patient clock waits for, in both counts; none for the others, which wait for nothing. */
export const livingLaw = async (
  tx: Tx,
  { code, caseId }: DeadlineEntry,
  at: Date
): Promise<{ here: LivingLaw; met: LivingLaw }> => {
  const { patient }: DeadlineRow = deadlineRegister[code as DeadlineCode]
  if (!patient) return { here: [], met: [] }
  const rows = await runQuery<{ dueOn: string; metDueOn: string; state: string; inMonth: boolean }>(
    tx,
    `select due_on::text as "dueOn", met_due_on::text as "metDueOn", state, 'month' = any(computation) as "inMonth" from deadline
     where case_id = $1 and code = any($2::text[])
       and (state = 'suspended' or (state = 'running' and (due_at > $3 or 'month' = any(computation))))`,
    [caseId, keepingCodes, at]
  )
  // A birth date would be read from the day for which another clock waits: it waits for the end of that month.
  const waited = ({ inMonth }: { inMonth: boolean }, day: string) => (inMonth ? lastOfMonth(day) : day)
  const living = rows.filter(
    (one) => !one.inMonth || new Date(endOfDay(lastOfMonth(one.dueOn), 'Europe/Paris')) > at
  )
  const daysOf = (of: (typeof rows)[number], day: string) =>
    of.state === 'suspended' ? null : waited(of, day)
  return {
    here: living.map((one) => daysOf(one, one.dueOn)),
    met: living.map((one) => daysOf(one, one.metDueOn))
  }
}

/** Puts off a clock whose act may not be done yet. Nobody is told: nothing has happened. */
export const deferClock = async (
  tx: Tx,
  {
    entry,
    caseRow,
    at,
    met
  }: { entry: DeadlineEntry; caseRow: CaseRow; at: Date; met: { territory: string } },
  law: { here: LivingLaw; met: LivingLaw }
) => {
  const context = { now: at, config: await configurationOf(tx, caseRow.configVersion) }
  const code = entry.code as DeadlineCode
  const here = defer({ ...entry, code }, law.here, caseRow.territory, context)
  const there = defer({ ...toldClock(entry, { placed: false }), code }, law.met, met.territory, context)
  const { steps, computation, dueOn, unit } = here
  const { metDueOn, metDueAt, metComputation } = asMet(there)
  await tx
    .update(deadlines)
    .set({
      ...{ state: 'running', dueOn, dueAt: new Date(here.dueAt), computation, steps, nextStep: 0 },
      ...{ metDueOn, metDueAt: new Date(metDueAt), metComputation },
      nextAt: firstSaid(steps, { code, dueOn, unit })
    })
    .where(eq(deadlines.id, entry.id))
}
