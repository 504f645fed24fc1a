import { page } from '$app/state'
import type { Count } from './api.types.ts'
import { amountAway, daysAway } from './away.ts'
import { dayIn, paris } from './form/zone.ts'
import { numberFormat, relativeFormat } from './formats.ts'
import { locale } from './i18n.ts'
import { dateIn } from './ordinal.ts'

const hour = 3_600_000

/** Overseas desks read their own clock; before anybody is known, it is that of Paris. */
function timeZone(): string {
  return page.data.me?.organisation.zone ?? paris
}

function language(): string {
  return locale() === 'fr' ? 'fr-FR' : 'en-GB'
}

function write(value: string, options: Intl.DateTimeFormatOptions): string {
  // A date without an hour is that day everywhere: it must not slide with the reader's zone.
  const zone = value.length === 10 ? 'UTC' : timeZone()
  return dateIn(locale(), new Date(value), { timeZone: zone, ...options })
}

function yearIfOther(value: string): Intl.DateTimeFormatOptions {
  return new Date(value).getUTCFullYear() === now().getUTCFullYear() ? {} : { year: 'numeric' }
}

/** The moment the page was rendered, the same on the server and in the browser. */
export function now(): Date {
  return new Date(page.data.now ?? Date.now())
}

/** Today where the reader works, as a form takes it. */
export const today = () => dayIn(timeZone(), now())

/** mardi 24 novembre */
export const longDay = (value: string) =>
  write(value, { weekday: 'long', day: 'numeric', month: 'long', ...yearIfOther(value) })
/** 24 nov. */
export const shortDay = (value: string) =>
  write(value, { day: 'numeric', month: 'short', ...yearIfOther(value) })
/** 24 novembre 2026 */
export const fullDate = (value: string) => write(value, { day: 'numeric', month: 'long', year: 'numeric' })
/** 24 nov. 2026, 18:40 */
export const dateTime = (value: string) =>
  write(value, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
/** The day of what ends with a day, for whoever reads it; else, as of all that is counted in hours, the hour by the reader's clock. */
export const dueDate = ({
  dueAt,
  dueOn = null,
  hours = null
}: {
  dueAt: string
  dueOn?: string | null
  hours?: number | null
}) => (dueOn === null || hours !== null ? dateTime(dueAt) : fullDate(dueOn))
export const time = (value: string) => write(value, { hour: '2-digit', minute: '2-digit' })

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(language(), options).format(value)
}

/** 12, or 99+ where nothing more was counted. */
export const capped = (count: Count) => (count.capped ? `${number(count.n)}+` : number(count.n))

/** What is left, or how late it is, where the page is read. */
export const amountLeft = (due: { dueAt: string; daysLeft: number }) => amountAway(due, now())

/** il y a 2 heures, hier, il y a 3 jours */
export function ago(value: string): string {
  const format = relativeFormat(language(), { numeric: 'auto' })
  const hours = (new Date(value).getTime() - now().getTime()) / hour
  if (Math.abs(hours) < 1) return format.format(Math.round(hours * 60), 'minute')
  if (Math.abs(hours) < 24) return format.format(Math.round(hours), 'hour')
  const { unit, n } = daysAway(Math.abs(Math.round(hours / 24)))
  return format.format(Math.sign(hours) * n, unit === 'Months' ? 'month' : 'day')
}

export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1)
}
