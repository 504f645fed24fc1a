import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  daysBetween,
  endOfDay,
  holidayOn,
  isWorkingDay,
  nextWorkingDay,
  startOfDay,
  wallClock,
  weekday,
  type CivilDate
} from '../calendar/calendar.ts'
import { zoneOf, type Zone } from '../calendar/territories.ts'
import type { DeadlineRow, Duration } from './row.ts'

/** A length as it falls on the calendar. */
export type Count = {
  /** The day before any extension to a working day, on which time that it stands still is added. */
  reached: CivilDate
  dueOn: CivilDate
  dueAt: string
  /** Tokens without language, kept with the deadline; `explain` reads them. */
  computation: string[]
}

export const addDuration = (date: CivilDate, { n, unit }: Duration, territory: string): CivilDate => {
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

export type Days = { row: DeadlineRow; duration: Duration; startsOn: CivilDate; territory: string }

/** The moment at which a clock of days is over. */
export const endOf = (
  { endsAtFirstHour }: Pick<DeadlineRow, 'endsAtFirstHour'>,
  dueOn: CivilDate,
  zone: Zone
) => (endsAtFirstHour ? startOfDay(dueOn, zone) : endOfDay(dueOn, zone))

/** Whoever was born on the 29th of February is of age on the first of March: the last day of February is still a child's. */
const reachedBy = ({ row, duration, startsOn, territory }: Days): CivilDate => {
  const whole = addDuration(startsOn, duration, territory)
  const reached = row.firstDayBy === null ? whole : addDays(whole, -1)
  const shorter = monthEnd(startsOn, reached, duration).length > 0
  return row.endsAtFirstHour && shorter ? addDays(reached, 1) : reached
}

export const countDays = (counting: Days): Count => {
  const { row, duration, startsOn, territory } = counting
  const term = reachedBy(counting)
  const reached = row.frankBy === null ? term : addDays(term, 1)
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
      ...(duration.unit === 'workingDays' ? skipped(startsOn, term, territory) : []),
      ...(row.endsAtFirstHour ? [] : monthEnd(startsOn, term, duration)),
      ...(row.frankBy === null ? [] : [`frank:${term}`]),
      ...(row.firstDayBy === null ? [] : [`first:${startsOn}`]),
      ...offDay,
      `due:${dueOn}`
    ]
  }
}

/** One whose day had passed before it was opened is due that very day, where its row says so. */
export const onceKnown = (
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
export const countHours = (hours: number, startAt: number, territory: string): Count => {
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
