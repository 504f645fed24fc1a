import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  civilDate,
  daysBetween,
  endOfDay,
  epochMs,
  holidayOn,
  isCivilDate,
  isWorkingDay,
  nextWorkingDay,
  startOfDay,
  wallClock,
  weekday,
  type CivilDate
} from './calendar.ts'
import {
  alertsIn,
  deadlineRegister,
  durationOf,
  type DeadlineCode,
  type DeadlineConfig,
  type DeadlineRow,
  type Duration
} from './deadline.register.ts'
import { zoneOf, type Zone } from './territories.ts'

export {
  deadlineCodes,
  deadlineRegister,
  defaultConfig,
  type DeadlineCode,
  type DeadlineRow
} from './deadline.register.ts'
export { explain } from './deadline.explanation.ts'

export type DeadlineStep = { kind: 'alert'; at: string; daysBefore: number } | { kind: 'due'; at: string }

export type Deadline = {
  code: DeadlineCode
  startsOn: CivilDate
  dueOn: CivilDate
  dueAt: string
  steps: DeadlineStep[]
  /** Tokens without language, kept with the deadline; `explain` reads them. */
  computation: string[]
  configVersion: string
}

export type OpeningContext = {
  now: Date | string
  /** The configuration the case is pinned to. */
  config: DeadlineConfig
}

type Count = Pick<Deadline, 'dueOn' | 'dueAt' | 'computation'>

const addDuration = (date: CivilDate, { n, unit }: Duration, territory: string): CivilDate => {
  if (unit === 'workingDays') return addWorkingDays(date, n, territory)
  if (unit === 'months') return addMonths(date, n)
  if (unit === 'years') return addYears(date, n)
  return addDays(date, n)
}

const daysPassed = (from: CivilDate, to: CivilDate): CivilDate[] =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1))

/** Why more days passed than were counted. */
const skipped = (from: CivilDate, to: CivilDate, territory: string): string[] => {
  const off = daysPassed(from, to).filter((date) => !isWorkingDay(date, territory))
  const named = off.flatMap((date) => {
    const holiday = holidayOn(date, territory)
    return holiday !== null && weekday(date) < 6 ? [`holiday:${date}:${holiday.id}`] : []
  })
  return named.length < off.length ? ['weekends', ...named] : named
}

const monthEnd = (from: CivilDate, to: CivilDate, { unit }: Duration): string[] =>
  (unit === 'months' || unit === 'years') && from.slice(8) !== to.slice(8)
    ? [`shorterMonth:${Number(from.slice(8))}`]
    : []

type Days = { row: DeadlineRow; duration: Duration; startsOn: CivilDate; territory: string }

const countDays = ({ row, duration, startsOn, territory }: Days): Count => {
  const reached = addDuration(startsOn, duration, territory)
  const dueOn = row.extendToWorkingDay ? nextWorkingDay(reached, territory) : reached
  const offDay = isWorkingDay(reached, territory)
    ? []
    : [`${row.extendToWorkingDay ? 'moved' : 'kept'}:${reached}`]
  return {
    dueOn,
    dueAt: endOfDay(dueOn, zoneOf(territory)),
    computation: [
      `start:${startsOn}`,
      `add:${duration.n}:${duration.unit}`,
      ...(duration.unit === 'workingDays' ? skipped(startsOn, reached, territory) : []),
      ...monthEnd(startsOn, reached, duration),
      ...offDay,
      `due:${dueOn}`
    ]
  }
}

/** Hours are those of the sun, not of the wall: a night when the clocks change does not lengthen or shorten them. */
const countHours = (hours: number, startAt: number, territory: string): Count => {
  const zone = zoneOf(territory)
  const due = new Date(startAt + hours * 3_600_000)
  const shown = wallClock(due, zone).slice(0, 16)
  return {
    dueOn: shown.slice(0, 10),
    dueAt: due.toISOString(),
    computation: [
      `start:${wallClock(new Date(startAt), zone).slice(0, 16)}`,
      `add:${hours}:hours`,
      `due:${shown}`
    ]
  }
}

/** Alerts already past when the act is recorded are left out: the days left say it at once. The due step always stays. */
const stepsTo = (
  { dueOn, dueAt }: Count,
  alerts: readonly number[],
  { zone, now }: { zone: Zone; now: number }
) => {
  const dated = alerts.map((daysBefore): DeadlineStep => {
    return { kind: 'alert', daysBefore, at: startOfDay(addDays(dueOn, -daysBefore), zone) }
  })
  const ahead = dated.filter(({ at }) => Date.parse(at) > now)
  return [...ahead, { kind: 'due', at: dueAt } satisfies DeadlineStep]
}

/**
 * Counts one clock from an instant, or from a civil date that a document bears. A clock in days ends with the last
 * moment of its due day in the territory's own zone.
 */
export const openDeadline = (
  code: DeadlineCode,
  start: Date | string,
  territory: string,
  context: OpeningContext
): Deadline => {
  const { config } = context
  const zone = zoneOf(territory)
  const row: DeadlineRow = deadlineRegister[code]
  const duration = durationOf(code, config)
  const written = typeof start === 'string' && isCivilDate(start)
  const startsOn = written ? start : civilDate(start, zone)
  const startAt = epochMs(written ? startOfDay(start, zone) : start)
  const count =
    duration.unit === 'hours'
      ? countHours(duration.n, startAt, territory)
      : countDays({ row, duration, startsOn, territory })
  return {
    code,
    startsOn,
    dueOn: count.dueOn,
    dueAt: count.dueAt,
    steps: stepsTo(count, alertsIn(code, config), { zone, now: epochMs(context.now) }),
    computation: [...count.computation, ...(zone === 'Europe/Paris' ? [] : [`localTime:${territory}`])],
    configVersion: config.version
  }
}

/** Negative once the due day is over, in the territory's own calendar. */
export const daysLeft = (dueOn: CivilDate, now: Date | string, territory: string): number =>
  daysBetween(civilDate(now, zoneOf(territory)), dueOn)
