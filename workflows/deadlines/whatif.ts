import { addDays, startOfDay, type CivilDate } from '../calendar/calendar.ts'
import type { Doubted } from './doubts.ts'
import { alertsIn, type DeadlineCode, type DeadlineConfig } from './register.ts'
import { resume } from './suspension.ts'
import { openDeadline, type Deadline } from './deadlines.ts'
import { zoneOf } from '../calendar/territories.ts'

/** A clock, or one that might be: enough to count it. */
export type Supposed = { code: DeadlineCode; startsOn: CivilDate; territory: string; config: DeadlineConfig }

/** What one would like to suppose; the rest stays as it is. */
export type Supposition = Partial<Omit<Supposed, 'code'>> & {
  suspendedDays?: number
  /** What may give more than the safe day, beside what its own row leaves in doubt. */
  doubts?: readonly Doubted[]
}

/**
 * What a clock would say if it had started on another day, elsewhere, under another configuration, or had stood still
 * for some days. Nothing is kept: alerts are all given, whatever today is.
 */
export const whatIf = (clock: Supposed, supposition: Supposition): Deadline => {
  const { suspendedDays = 0, doubts = [], ...changed } = supposition
  const { code, startsOn, territory, config } = { ...clock, ...changed }
  if (!Number.isInteger(suspendedDays) || suspendedDays < 0)
    throw new RangeError('A clock stands still for whole days')
  const from = startOfDay(startsOn, zoneOf(territory))
  const counted = openDeadline(code, startsOn, territory, {
    now: from,
    config,
    inLaw: { hour: null, doubts }
  })
  if (suspendedDays === 0) return counted
  const to = startOfDay(addDays(startsOn, suspendedDays), zoneOf(territory))
  return { ...counted, ...resume(counted, { from, to, territory, alerts: alertsIn(code, config) }) }
}
