import {
  addDays,
  atHour,
  epochMs,
  isCivilDate,
  nextWorkingDay,
  startOfDay,
  wallClock,
  type CivilDate
} from '../calendar/calendar.ts'
import { zoneOf, type Zone } from '../calendar/territories.ts'
import {
  endsMoved,
  isEndless,
  isMovedOn,
  isOfWholeDay,
  longerBy,
  notBefore,
  othersDays,
  safeUntil
} from './doubting.ts'
import { givenBy, type Doubted, type InLaw } from './doubts.ts'
import { addDuration, countDays, countHours, endOf, type Count, type Days } from './length.ts'
import type { DeadlineRow, Duration, DurationUnit } from './row.ts'

/** The end in law where it is not the due day, which is then the safe one; nulls where there is none. */
export type LegalEnd = { endOn: CivilDate | null; endAt: string | null }

export type Start = { at: Date | string; territory: string }

/** What leaves the end of a clock in doubt: always, by its row, and by what was recorded of it. */
export const doubtsOf = (row: DeadlineRow, inLaw: InLaw | null): InLaw => ({
  hour: inLaw?.hour ?? null,
  doubts: [...row.doubted.map((id) => ({ id })), ...(inLaw?.doubts ?? [])]
})

/** From when hours count: the moment of what opened it, or of the document; its day alone counts from midnight. */
export const startMoment = ({ at, territory }: Start, { hour }: InLaw): number => {
  if (typeof at !== 'string' || !isCivilDate(at)) return epochMs(at)
  const zone = zoneOf(territory)
  return epochMs(hour === null ? startOfDay(at, zone) : atHour(at, hour, zone))
}

const isSameUnit = (one: Duration, other: Duration) => one.unit === other.unit

/** Months are added to months before the calendar is asked, or the last day of a short one would count twice. */
const added = (duration: Duration, more: readonly Duration[]) => ({
  whole: {
    ...duration,
    n: more.filter((one) => isSameUnit(one, duration)).reduce((n, one) => n + one.n, duration.n)
  },
  then: more.filter((one) => !isSameUnit(one, duration))
})

const later = (one: CivilDate, other: CivilDate) => (one > other ? one : other)

/** The day from which the end in law counts: the last of those that may be right. */
const legalStart = ({ startsOn, territory }: Days, inLaw: InLaw): CivilDate =>
  othersDays(inLaw)
    .map(({ from, after }) => addDuration(from, after, territory))
    .reduce(later, startsOn)

const legalDays = (counting: Days, inLaw: InLaw): LegalEnd => {
  const { row, territory } = counting
  const { whole, then } = added(counting.duration, longerBy(inLaw))
  const one = countDays({ ...counting, duration: whole, startsOn: legalStart(counting, inLaw) })
  if (then.length === 0) return { endOn: one.dueOn, endAt: one.dueAt }
  const reached = then.reduce((day, more) => addDuration(day, more, territory), one.reached)
  const moves = row.extendToWorkingDay || endsMoved(inLaw)
  const endOn = moves ? nextWorkingDay(reached, territory) : reached
  return { endOn, endAt: endOf(row, endOn, zoneOf(territory)) }
}

const legalHours = ({ duration, startsOn, territory }: Days): LegalEnd => {
  const endsOfDay = epochMs(startOfDay(addDays(startsOn, 1), zoneOf(territory)))
  const { dueOn, dueAt } = countHours(duration.n, endsOfDay, territory)
  return { endOn: dueOn, endAt: dueAt }
}

/** The end of hours in law: from the end of the day whose hour is not known, or from another day; else that of their own. */
const hoursIn = (counting: Days, { dueOn, dueAt }: Count, inLaw: InLaw): LegalEnd => {
  const startsOn = legalStart(counting, inLaw)
  const later = isOfWholeDay(inLaw) || startsOn !== counting.startsOn
  return later ? legalHours({ ...counting, startsOn }) : { endOn: dueOn, endAt: dueAt }
}

/** Hours that end on no working day, where a text moves them to the end of the next one. */
const hoursMoved = (legal: LegalEnd, { row, territory }: Days, inLaw: InLaw): LegalEnd => {
  const endOn = nextWorkingDay(legal.endOn!, territory)
  if (!isMovedOn(inLaw) || endOn === legal.endOn) return legal
  return { endOn, endAt: endOf(row, endOn, zoneOf(territory)) }
}

/** Of several ends in law, the last. */
const noEarlier = (legal: LegalEnd, { row, territory }: Days, inLaw: InLaw): LegalEnd => {
  const others = notBefore(inLaw).map(({ from, after, clear, asIs, since }): LegalEnd => {
    const day = since === null ? from : addDuration(from, since, territory)
    const term = addDuration(day, after, territory)
    const reached = clear ? addDays(term, 1) : term
    const moves = clear || (row.extendToWorkingDay && !asIs)
    const endOn = moves ? nextWorkingDay(reached, territory) : reached
    return { endOn, endAt: endOf(row, endOn, zoneOf(territory)) }
  })
  return others.reduce((one, other) => (epochMs(other.endAt!) > epochMs(one.endAt!) ? other : one), legal)
}

/** The end in law, where it is another than the safe day and comes later. */
export const legalEndOf = (counting: Days, count: Count, inLaw: InLaw): LegalEnd | null => {
  if (isEndless(inLaw)) return { endOn: null, endAt: null }
  const ofHours = counting.duration.unit === 'hours'
  const legal = ofHours
    ? noEarlier(hoursMoved(hoursIn(counting, count, inLaw), counting, inLaw), counting, inLaw)
    : noEarlier(legalDays(counting, inLaw), counting, inLaw)
  return epochMs(legal.endAt!) > epochMs(count.dueAt) ? legal : null
}

/** The last day on which it is safe, by one of the days that keep it sooner. */
const boundBy = (counting: Days, { from, within }: ReturnType<typeof safeUntil>[number]): Count => {
  if (within === 'the whole time') return countDays({ ...counting, startsOn: from })
  const { row, territory } = counting
  const dueOn = within === 'that day' ? from : addDuration(from, within, territory)
  const sum = within === 'that day' ? [] : [`add:${within.n}:${within.unit}`]
  const computation = [`start:${from}`, ...sum, `due:${dueOn}`]
  return { reached: dueOn, dueOn, dueAt: endOf(row, dueOn, zoneOf(territory)), computation }
}

/** The safe day where something keeps it sooner; null where it is as soon already. */
export const soonerOf = (counting: Days, { dueAt }: Count, inLaw: InLaw): Count | null => {
  const [first] = safeUntil(inLaw)
    .map((one) => boundBy(counting, one))
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
  return first === undefined || epochMs(first.dueAt) >= epochMs(dueAt) ? null : first
}

/** How it is kept among the tokens of a count: to the minute where hours are counted. */
export const endToken = (legal: LegalEnd, unit: DurationUnit, zone: Zone): string => {
  if (legal.endOn === null || legal.endAt === null) return 'lawEnd:none'
  return `lawEnd:${unit === 'hours' ? wallClock(legal.endAt, zone).slice(0, 16) : legal.endOn}`
}

const tokenOf = ({ id }: Doubted) => `doubt:${id}`

/** What gives nothing asks to check something, and is told beside any end. */
export const doubtTokens = (
  { doubts }: InLaw,
  legal: LegalEnd | null,
  { duration, territory }: Pick<Days, 'duration' | 'territory'>
): string[] =>
  legal === null
    ? doubts.filter((one) => givenBy(one) === 'nothing').map(tokenOf)
    : [...doubts.map(tokenOf), endToken(legal, duration.unit, zoneOf(territory))]
