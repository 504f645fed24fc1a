import { staysLate } from '../../policies/awaited.ts'
import { civilDate, daysBetween, endOfDay } from '../../workflows/calendar/calendar.ts'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import { filings } from '../../workflows/deadlines/filing.ts'
import { isOfADay } from '../../workflows/deadlines/doubting.ts'
import { isMonth } from '../../workflows/deadlines/month.ts'
import { isFrozen } from '../../workflows/deadlines/suspension.ts'
import {
  daysLeft,
  deadlineRegister,
  doubtsTold,
  explain,
  groundsOf,
  legalEnd,
  legalReasons,
  type DeadlineCode,
  type DeadlineRow
} from '../../workflows/deadlines/deadlines.ts'
import { zoneOf, type Zone } from '../../workflows/calendar/territories.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import type { Locale } from '../locale.ts'
import type { DeadlineView, StandingClockView } from '../views/schemas.ts'
import { basesOf } from '../views/words.ts'
import { endsInLaw, isIndication } from './late.ts'

/** `territory` as the reader is told it. */
type Context = { territory: string; now: Date; locale: Locale }

/** Of a clock of which the month alone is told, no day is over before it says so itself. */
const isPast = ({ computation, dueAt, state }: Omit<Ending, 'code'>, now: Date) =>
  dueAt < now && !(state === 'running' && isMonth({ computation }))

/** None is left in the month in which its day falls. */
export const daysTold = (entry: DeadlineEntry, now: Date, territory: string): number => {
  const left = daysLeft(entry.dueOn, now, territory)
  return isMonth(entry) && entry.state === 'running' ? Math.max(0, left) : left
}

type Ending = Pick<DeadlineEntry, 'code' | 'computation' | 'dueAt' | 'state'>

/** The safe day is over and the right is not: that is no delay. */
export const isOpenInLaw = (entry: Ending, now: Date, territory: string) => {
  const ends = endsInLaw(entry, zoneOf(territory))
  return ends !== null && isPast(entry, now) && (ends === 'never' || ends >= now)
}

/** Those that another count can be asked with: what its row always leaves in doubt is counted anyway, and a day of its own is not told. */
const askableDoubts = (entry: Ending) => {
  const { doubted }: DeadlineRow = deadlineRegister[entry.code as DeadlineCode]
  return doubtsTold(entry).filter((id) => !doubted.includes(id) && !isOfADay(id))
}

/** The end in law beside the safe day, with why; null where there is one day alone. */
export const legalView = (entry: Ending, { territory, now, locale }: Context): DeadlineView['legalEnd'] => {
  const ends = endsInLaw(entry, zoneOf(territory))
  if (ends === null) return null
  const at = ends === 'never' ? null : ends
  return {
    on: legalEnd(entry)!.on,
    at: at?.toISOString() ?? null,
    passed: at !== null && at < now,
    stillOpen: isOpenInLaw(entry, now, territory),
    why: legalReasons(entry, locale),
    doubts: askableDoubts(entry)
  }
}

export type Past = 'safe' | 'indication' | null

/** What is over where nobody is late: the safe day of a right that goes on, or an indication. */
export const pastOf = (entry: DeadlineEntry, now: Date, territory: string): Past => {
  if (isIndication(entry.code)) return entry.state === 'running' && isPast(entry, now) ? 'indication' : null
  return isOpenInLaw(entry, now, territory) ? 'safe' : null
}

const isLate = (entry: DeadlineEntry, now: Date, territory: string) =>
  !isIndication(entry.code) &&
  isPast(entry, now) &&
  !isOpenInLaw(entry, now, territory) &&
  (entry.state === 'running' || (entry.state === 'fired' && staysLate(entry.code)))

/** Whether it has somebody do something yet: it runs, or what it counted to is late. */
export const calls = (entry: DeadlineEntry, { now, territory }: Pick<Context, 'now' | 'territory'>) =>
  entry.state === 'running' || isLate(entry, now, territory)

/** The texts under which it started, as they stand in the register today. */
const basisOf = (
  { code, startsOn }: DeadlineEntry,
  { territory, now, locale }: Pick<Context, 'territory' | 'now' | 'locale'>
) => {
  const grounds = groundsOf(deadlineRegister[code as DeadlineCode], startsOn)
  return basesOf(grounds, civilDate(now, zoneOf(territory)), locale)
}

/** The whole length of a clock that was counted in hours; its day alone would say nothing of when. */
export const hoursOf = ({ n, unit }: Pick<DeadlineEntry, 'n' | 'unit'>): number | null =>
  unit === 'hours' ? n : null

/** A clock as people read it, as it is told to them, with each step of its computation. */
export const deadlineView = (entry: DeadlineEntry, context: Context): DeadlineView => {
  const { territory, now, locale } = context
  const row: DeadlineRow = deadlineRegister[entry.code as DeadlineCode]
  return {
    id: entry.id,
    code: entry.code,
    label: row.label[locale],
    startsOn: entry.startsOn,
    dueOn: entry.dueOn,
    dueAt: entry.dueAt.toISOString(),
    daysLeft: daysTold(entry, now, territory),
    total: Math.max(1, daysBetween(entry.startsOn, entry.dueOn)),
    hours: hoursOf(entry),
    state: entry.state as DeadlineView['state'],
    legalEnd: legalView(entry, context),
    late: isLate(entry, now, territory),
    past: pastOf(entry, now, territory),
    version: entry.configVersion,
    computation: [
      ...explain({ computation: entry.computation }, locale),
      ...(row.relief ? [row.relief[locale]] : []),
      ...(row.filed ? [filings[row.filed].says[locale]] : [])
    ],
    basis: basisOf(entry, { territory, now, locale })
  }
}

const suspenders = (code: string) =>
  commandTypes.filter((type) => commandRow(type).suspends.includes(code as DeadlineCode))

const questionAsked = {
  fr: 'Une question attend sa réponse',
  en: 'A question awaits its answer'
} as const

/** Why it stands still: the act that has it wait, the question, or the person's age. */
const standsFor = (entry: DeadlineEntry, locale: Locale): string => {
  if (isFrozen(entry)) return explain({ computation: ['frozen:minor'] }, locale).join('')
  if (entry.referralId !== null) return questionAsked[locale]
  return suspenders(entry.code)
    .map((type) => commandRow(type).done[locale])
    .join(' / ')
}

/** A clock that stands still: since when and why, and no date, since none is known. */
export const standingView = (
  entry: DeadlineEntry,
  { territory, now, locale }: Context
): StandingClockView => ({
  id: entry.id,
  code: entry.code,
  label: deadlineRegister[entry.code as DeadlineCode].label[locale],
  since: civilDate(entry.suspendedAt!, zoneOf(territory)),
  reason: standsFor(entry, locale),
  basis: basisOf(entry, { territory, now, locale })
})

/** A clock counted in days ends with its civil day, which is the same day for whoever reads it: its instant is not. */
export const dayOf = (clock: Pick<DeadlineEntry, 'n' | 'unit' | 'dueOn'>): string | null =>
  hoursOf(clock) === null ? clock.dueOn : null

/** The civil day that ends at this instant where the case is; null for an instant within a day. */
export const dayEnding = (at: Date, zone: Zone): string | null => {
  const day = civilDate(at, zone)
  return Date.parse(endOfDay(day, zone)) === at.getTime() ? day : null
}

/** What a list needs of a clock. */
export type Due = Pick<DeadlineEntry, 'code' | 'n' | 'unit' | 'dueAt' | 'dueOn'>

/** How long is left, in a list. */
export const dueView = (entry: Due, { territory, now, locale }: Context) => ({
  label: deadlineRegister[entry.code as DeadlineCode].label[locale],
  dueAt: entry.dueAt.toISOString(),
  dueOn: dayOf(entry),
  daysLeft: daysLeft(dayOf(entry) ?? civilDate(entry.dueAt, zoneOf(territory)), now, territory),
  late: entry.dueAt < now && !isIndication(entry.code),
  past: entry.dueAt < now && isIndication(entry.code) ? ('indication' as const) : null,
  ends: null
})
