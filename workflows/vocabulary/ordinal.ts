import type { Locale } from './vocabulary.ts'

/** French says the first of the month by its rank, « 1er décembre », and every other day by its number. */
export const ordinal = (words: string, locale: Locale): string =>
  locale === 'fr' ? words.replace(/(?<!\d)1(?= \p{L})/u, '1er') : words
