import type { Locale } from '../locale.ts'
import { addDays, addMonths, civilDate, endOfDay, type CivilDate } from '../../workflows/calendar/calendar.ts'

/** A civil quarter, `2026-Q3`. The nation’s figures live by the clock of its capital. */
export type Quarter = string

const zone = 'Europe/Paris'

const quarterOf = (day: CivilDate): Quarter => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

const firstDayOf = (quarter: Quarter): CivilDate =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`

/** The first day on which a quarter is over. */
export const dayAfter = (quarter: Quarter): CivilDate => addMonths(firstDayOf(quarter), 3)

/** Its last instant: what has happened by then is in its figures. */
export const endOf = (quarter: Quarter): Date => new Date(endOfDay(addDays(dayAfter(quarter), -1), zone))

export const next = (quarter: Quarter): Quarter => quarterOf(dayAfter(quarter))
export const current = (at: Date): Quarter => quarterOf(civilDate(at, zone))

/** The last quarter that is over. */
export const lastEnded = (at: Date): Quarter => quarterOf(addDays(firstDayOf(current(at)), -1))

const ordinals = { fr: ['1er', '2e', '3e', '4e'], en: ['first', 'second', 'third', 'fourth'] } as const

/** « 3e trimestre 2026 » */
export const quarterIn = (quarter: Quarter, locale: Locale): string => {
  const rank = ordinals[locale][Number(quarter.slice(6)) - 1]
  const year = quarter.slice(0, 4)
  return locale === 'fr' ? `${rank} trimestre ${year}` : `${rank} quarter of ${year}`
}
export const yearOf = (quarter: Quarter): number => Number(quarter.slice(0, 4))
