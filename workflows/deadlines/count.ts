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
} from '../calendar/calendar.ts'
import type { DeadlineRow, Duration, DurationUnit } from './row.ts'
import type { LegalCode } from '../law/register.ts'
import { zoneOf, type Zone } from '../calendar/territories.ts'

export type DeadlineStep = { kind: 'alert'; at: string; daysBefore: number } | { kind: 'due'; at: string }

export type Counted = {
  startsOn: CivilDate
  dueOn: CivilDate
  dueAt: string
  /** Its length: that of the law of its day, else of the configuration. */
  n: number
  unit: DurationUnit
  /** The day before any extension to a working day, on which time that it stands still is added. */
  reached: CivilDate
  steps: DeadlineStep[]
  /** Tokens without language, kept with the deadline; `explain` reads them. */
  computation: string[]
}

type Count = Pick<Counted, 'reached' | 'dueOn' | 'dueAt' | 'computation'>

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

/** The moment at which a clock of days is over. */
export const endOf = (
  { endsAtFirstHour }: Pick<DeadlineRow, 'endsAtFirstHour'>,
  dueOn: CivilDate,
  zone: Zone
) => (endsAtFirstHour ? startOfDay(dueOn, zone) : endOfDay(dueOn, zone))

/** Whoever was born on the 29th of February is of age on the first of March: the last day of February is still a child's. */
const reachedBy = ({ row, duration, startsOn, territory }: Days): CivilDate => {
  const reached = addDuration(startsOn, duration, territory)
  const shorter = monthEnd(startsOn, reached, duration).length > 0
  return row.endsAtFirstHour && shorter ? addDays(reached, 1) : reached
}

const countDays = (counting: Days): Count => {
  const { row, duration, startsOn, territory } = counting
  const reached = reachedBy(counting)
  const dueOn = row.extendToWorkingDay ? nextWorkingDay(reached, territory) : reached
  const offDay = isWorkingDay(reached, territory)
    ? []
    : [`${row.extendToWorkingDay ? 'moved' : 'kept'}:${reached}`]
  return {
    reached,
    dueOn,
    dueAt: endOf(row, dueOn, zoneOf(territory)),
    computation: [
      `start:${startsOn}`,
      `add:${duration.n}:${duration.unit}`,
      ...(duration.unit === 'workingDays' ? skipped(startsOn, reached, territory) : []),
      ...(row.endsAtFirstHour ? [] : monthEnd(startsOn, reached, duration)),
      ...offDay,
      `due:${dueOn}`
    ]
  }
}

/** One whose day had passed before it was opened is due that very day, where its row says so. */
const onceKnown = (
  row: DeadlineRow,
  count: Count,
  { today, zone }: { today: CivilDate; zone: Zone }
): Count =>
  !row.dueOnceKnown || count.dueOn >= today
    ? count
    : {
        reached: today,
        dueOn: today,
        dueAt: endOf(row, today, zone),
        computation: [
          ...count.computation.filter((token) => !/^(kept|due):/.test(token)),
          `passed:${count.dueOn}`,
          `due:${today}`
        ]
      }

/** Hours are those of the sun, not of the wall: a night when the clocks change does not lengthen or shorten them. */
const countHours = (hours: number, startAt: number, territory: string): Count => {
  const zone = zoneOf(territory)
  const due = new Date(startAt + hours * 3_600_000)
  const shown = wallClock(due, zone).slice(0, 16)
  return {
    reached: shown.slice(0, 10),
    dueOn: shown.slice(0, 10),
    dueAt: due.toISOString(),
    computation: [
      `start:${wallClock(new Date(startAt), zone).slice(0, 16)}`,
      `add:${hours}:hours`,
      `due:${shown}`
    ]
  }
}

/** Days before the due day on which the clock speaks. One that was extended also speaks on the day it would have ended. */
const alertDays = (
  row: DeadlineRow,
  { reached, dueOn }: Pick<Count, 'reached' | 'dueOn'>,
  alerts: readonly number[]
) => {
  if (!row.alertsBeforeExtension) return alerts
  const extended = daysBetween(reached, dueOn)
  return extended === 0 ? alerts : [...alerts, 0].map((days) => days + extended)
}

type Telling = { zone: Zone; now: number; alerts: readonly number[] }

/** Alerts already past when the act is recorded are left out: the days left say it at once. The due step always stays. */
export const stepsTo = (
  row: DeadlineRow,
  count: Pick<Count, 'reached' | 'dueOn' | 'dueAt'>,
  { zone, now, alerts }: Telling
): DeadlineStep[] => {
  const dated = alertDays(row, count, alerts).map((daysBefore): DeadlineStep => {
    return { kind: 'alert', daysBefore, at: startOfDay(addDays(count.dueOn, -daysBefore), zone) }
  })
  const ahead = dated.filter(({ at }) => Date.parse(at) > now)
  return [...ahead, { kind: 'due', at: count.dueAt }]
}

/** The text that counts a clock started on this day: a later change of the law does not reach it. */
export const lawOn = (
  { was, duration, basis }: Pick<DeadlineRow, 'was' | 'duration' | 'basis'>,
  startsOn: CivilDate
): { duration: Duration | null; basis: LegalCode } =>
  was.find(({ until }) => startsOn <= until) ?? { duration, basis }

/** What it rests on: the text that counts it, the one that moves its end to a working day, and the one that starts it anew. */
export const groundsOf = (
  row: Pick<DeadlineRow, 'was' | 'duration' | 'basis' | 'extendedBy' | 'restartedBy'>,
  startsOn: CivilDate
): readonly LegalCode[] =>
  [lawOn(row, startsOn).basis, row.extendedBy, row.restartedBy].filter((code) => code !== null)

export type Start = { at: Date | string; territory: string }

export const startDay = ({ at, territory }: Start): CivilDate =>
  typeof at === 'string' && isCivilDate(at) ? at : civilDate(at, zoneOf(territory))

/** What a row leaves to the configuration, and the moment from which alerts are still worth giving. */
export type Counting = { duration: Duration; alerts: readonly number[]; now: Date | string }

/**
 * Counts one clock from an instant, or from a civil date that a document bears. A clock in days ends with the last
 * moment of its due day in the territory's own zone.
 */
export const countClock = (row: DeadlineRow, start: Start, { duration, alerts, now }: Counting): Counted => {
  const { at, territory } = start
  const zone = zoneOf(territory)
  const startsOn = startDay(start)
  const counted = lawOn(row, startsOn).duration ?? duration
  const startAt = epochMs(at === startsOn ? startOfDay(startsOn, zone) : at)
  const count =
    counted.unit === 'hours'
      ? countHours(counted.n, startAt, territory)
      : onceKnown(row, countDays({ row, duration: counted, startsOn, territory }), {
          today: civilDate(new Date(epochMs(now)), zone),
          zone
        })
  return {
    startsOn,
    dueOn: count.dueOn,
    dueAt: count.dueAt,
    n: counted.n,
    unit: counted.unit,
    reached: count.reached,
    steps: stepsTo(row, count, { zone, now: epochMs(now), alerts }),
    computation: [...count.computation, ...(zone === 'Europe/Paris' ? [] : [`localTime:${territory}`])]
  }
}
