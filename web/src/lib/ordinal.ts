import { dateFormat } from './formats.ts'
import type { Locale } from './messages.ts'

const dayWord = (day: string, locale: Locale): string => (locale === 'fr' && day === '1' ? '1er' : day)

/**
 * A date in words. French says the first of the month by its rank, and every other day by its number. The pages take only
 * types from the rest: a test holds this against `workflows/vocabulary/ordinal.ts` on every day of a year.
 */
export const dateIn = (locale: Locale, at: Date, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', options)
    .formatToParts(at)
    .map(({ type, value }) => (type === 'day' ? dayWord(value, locale) : value))
    .join('')
