import type { CivilDate } from './civil-date.ts'
import { holidays, type Holiday } from './holidays.ts'
import { territory, type Zone } from './territories.ts'

export type { CivilDate }

const dayInMs = 86_400_000
const civilShape = /^(\d{4})-(\d{2})-(\d{2})$/

const civil = (dayNumber: number): CivilDate => new Date(dayNumber * dayInMs).toISOString().slice(0, 10)
const fromParts = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / dayInMs

const parts = (date: CivilDate): [year: number, month: number, day: number] => {
  const [, year, month, day] = civilShape.exec(date) ?? []
  const read: [number, number, number] = [Number(year), Number(month), Number(day)]
  if (year === undefined || year < '1900' || civil(fromParts(...read)) !== date) {
    throw new RangeError(`Not a civil date: ${date}`)
  }
  return read
}

const dayNumber = (date: CivilDate): number => fromParts(...parts(date))
const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const isCivilDate = (text: string): text is CivilDate => {
  if (!civilShape.test(text)) return false
  try {
    parts(text)
    return true
  } catch {
    return false
  }
}

export const addDays = (date: CivilDate, days: number): CivilDate => civil(dayNumber(date) + days)

export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/** To the same day of the month, or to the month's last day when it has no such day. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const [year, month, day] = parts(date)
  const count = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return civil(fromParts(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))))
}

export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12)

// The first day that is read as a date was a Monday.
const firstDay = fromParts(1900, 1, 1)

/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: CivilDate): number => ((dayNumber(date) - firstDay) % 7) + 1

/** Gregorian Easter Sunday (Meeus, Jones and Butcher). */
export const easterSunday = (year: number): CivilDate => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return civil(fromParts(year, Math.floor(n / 31), (n % 31) + 1))
}

const fallsOn = ({ falls }: Holiday, year: number): CivilDate =>
  typeof falls === 'string' ? `${year}-${falls}` : addDays(easterSunday(year), falls)

const kept = ({ territories, from, to }: Holiday, date: CivilDate, code: string) =>
  (territories === undefined || (territories as readonly string[]).includes(code)) &&
  (from === undefined || date >= from) &&
  (to === undefined || date <= to)

const yearTables = new Map<string, Map<CivilDate, Holiday>>()

const holidaysOf = (year: number, code: string): Map<CivilDate, Holiday> => {
  const key = `${territory(code).code} ${year}`
  const known = yearTables.get(key)
  if (known !== undefined) return known
  const dated = holidays.map((holiday) => [fallsOn(holiday, year), holiday] as const)
  const table = new Map(
    dated.filter(([date, holiday]) => holiday.partial !== true && kept(holiday, date, code))
  )
  yearTables.set(key, table)
  return table
}

export const holidayOn = (date: CivilDate, code: string): Holiday | null =>
  holidaysOf(parts(date)[0], code).get(date) ?? null

/** Monday to Friday, holidays of the territory left out. */
export const isWorkingDay = (date: CivilDate, code: string): boolean =>
  weekday(date) < 6 && holidayOn(date, code) === null

/** The day itself if it is worked, otherwise the first one after it. */
export const nextWorkingDay = (date: CivilDate, code: string): CivilDate =>
  isWorkingDay(date, code) ? date : nextWorkingDay(addDays(date, 1), code)

/** The day of the event does not count: one working day after a Friday is the Monday. */
export const addWorkingDays = (date: CivilDate, days: number, code: string): CivilDate => {
  if (days < 0) throw new RangeError('Working days are only counted forwards')
  let reached = date
  for (let left = days; left > 0; left -= 1) reached = nextWorkingDay(addDays(reached, 1), code)
  return reached
}

/** `shown`: what it showed at the moments that were asked of it; a list asks for few, its own first of all, over and over. */
type Clock = { format: Intl.DateTimeFormat; shown: Map<number, string> }

const clocks = new Map<Zone, Clock>()
const shownKept = 1_000

const clockOf = (zone: Zone): Clock => {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const numeric = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  } as const
  const format = new Intl.DateTimeFormat('en-US', {
    ...numeric,
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone
  })
  const clock = { format, shown: new Map<number, string>() }
  clocks.set(zone, clock)
  return clock
}

// With a zone, or the machine's own would slip in; and a real day, since Date.parse turns 30 February into 2 March.
const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/

/** Milliseconds since 1970 of an instant; throws on anything that is not one. */
export const epochMs = (at: Date | string): number => {
  const readable = typeof at !== 'string' || (instantShape.test(at) && isCivilDate(at.slice(0, 10)))
  const ms = readable ? new Date(at).getTime() : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${at}`)
  return ms
}

const shownShape = /^(\d{2})\/(\d{2})\/(\d{4}), (\d{2}:\d{2}:\d{2})$/

/** What a clock on the wall shows there: `YYYY-MM-DDTHH:mm:ss`. */
export const wallClock = (at: Date | string, zone: Zone): string => {
  const ms = epochMs(at)
  const { format, shown } = clockOf(zone)
  const known = shown.get(ms)
  if (known !== undefined) return known
  const read = format.format(ms).replace(shownShape, '$3-$1-$2T$4')
  if (shown.size >= shownKept) shown.clear()
  shown.set(ms, read)
  return read
}

export const civilDate = (at: Date | string, zone: Zone): CivilDate => wallClock(at, zone).slice(0, 10)

// Filled by the dates of deadlines, a few thousand a year; emptied when someone feeds it every date there is.
const midnights = new Map<string, number>()
const midnightsKept = 50_000

/** When a clock on the wall there shows what it would show at this moment in Greenwich. */
const shownAs = (wanted: number, zone: Zone): number => {
  const offsetAt = (ms: number) => Date.parse(`${wallClock(new Date(ms), zone)}Z`) - ms
  // Twice: the offset at the guess may be the one from the other side of a clock change.
  return wanted - offsetAt(wanted - offsetAt(wanted))
}

const midnight = (date: CivilDate, zone: Zone): number => {
  const key = `${zone} ${date}`
  const known = midnights.get(key)
  if (known !== undefined) return known
  const ms = shownAs(dayNumber(date) * dayInMs, zone)
  if (midnights.size >= midnightsKept) midnights.clear()
  midnights.set(key, ms)
  return ms
}

export const startOfDay = (date: CivilDate, zone: Zone): string =>
  new Date(midnight(date, zone)).toISOString()

const hourShape = /^([01]\d|2[0-3]):[0-5]\d$/

export const isHour = (text: string): boolean => hourShape.test(text)

/** The instant of an hour written on a document, `HH:mm`, by the clocks of that place; throws on anything else. */
export const atHour = (date: CivilDate, hour: string, zone: Zone): string => {
  if (!isHour(hour)) throw new RangeError(`Not an hour: ${hour}`)
  const [hours, minutes] = hour.split(':').map(Number) as [number, number]
  return new Date(shownAs(dayNumber(date) * dayInMs + (hours * 60 + minutes) * 60_000, zone)).toISOString()
}

/** The last millisecond of the day, so that the instant still bears the date it closes. */
export const endOfDay = (date: CivilDate, zone: Zone): string =>
  new Date(midnight(addDays(date, 1), zone) - 1).toISOString()
