import { civilDate, daysBetween, epochMs, type CivilDate } from '../calendar/calendar.ts'
import { countClock, type Counted } from './count.ts'
import type { InLaw } from './doubts.ts'
import type { DeadlineRow } from './row.ts'
import { alertsIn, deadlineRegister, durationOf, type DeadlineCode, type DeadlineConfig } from './register.ts'
import { zoneOf } from '../calendar/territories.ts'

// The door to the register of clocks for whoever is not of the workflows.
export {
  alertsIn,
  deadlineCodes,
  deadlineRegister,
  durationOf,
  type DeadlineCode,
  type DeadlineConfig,
  type DeadlineRow
} from './register.ts'
export { endOf, groundsOf, type DeadlineStep } from './count.ts'
export { doubtsTold, legalEnd, legalReasons } from './legal.ts'
export type { Duration } from './row.ts'
export { explain } from './explanation.ts'

export type Deadline = Counted & { code: DeadlineCode; configVersion: string }

export type OpeningContext = {
  now: Date | string
  /** The configuration the case is pinned to. */
  config: DeadlineConfig
  inLaw?: InLaw | null
}

/** Counts one clock of the register under a configuration. */
export const openDeadline = (
  code: DeadlineCode,
  start: Date | string,
  territory: string,
  { now, config, inLaw = null }: OpeningContext
): Deadline => ({
  code,
  ...countClock(
    deadlineRegister[code],
    { at: start, territory },
    { duration: durationOf(code, config), alerts: alertsIn(code, config), now, inLaw }
  ),
  configVersion: config.version
})

/** The clock of the next round of one that repeats; null where it rings once. */
export const nextCode = (code: DeadlineCode): DeadlineCode | null => {
  const { repeats, goesOnAs }: DeadlineRow = deadlineRegister[code]
  return repeats ? (goesOnAs ?? code) : null
}

/**
 * From when a clock that repeats counts again: the day that it reached, or the last such day before now when time went by unheard. It is
 * the day before any extension, which the holidays of one place give: a next round that is counted in two places tells neither of the other.
 */
export const nextRound = (
  { code, reached, dueAt }: { code: string; reached: CivilDate; dueAt: Date | string },
  territory: string,
  context: OpeningContext
): Date | string | null => {
  const { n, unit } = durationOf(code as DeadlineCode, context.config)
  if (n === 0) return null
  const startOf = (end: { reached: CivilDate; dueAt: Date | string }) =>
    unit === 'hours' ? new Date(end.dueAt) : end.reached
  let start: Date | string = startOf({ reached, dueAt })
  for (;;) {
    const round = openDeadline(code as DeadlineCode, start, territory, context)
    if (epochMs(round.dueAt) > epochMs(context.now)) return start
    start = startOf(round)
  }
}

/** Negative once the due day is over, in the territory's own calendar. */
export const daysLeft = (dueOn: CivilDate, now: Date | string, territory: string): number =>
  daysBetween(civilDate(now, zoneOf(territory)), dueOn)
