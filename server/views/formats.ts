import { ordinal } from '../../workflows/vocabulary/ordinal.ts'

const kept = new Map<string, Intl.DateTimeFormat>()

/** A formatter costs far more to make than to use: there are few, and each is made once. */
export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.DateTimeFormat(language, options)
  kept.set(key, format)
  return format
}

/** A day in words, wherever the house writes one: French says the first of a month by its rank. */
export const dateIn = (language: string, at: Date, options: Intl.DateTimeFormatOptions): string =>
  ordinal(dateFormat(language, options).format(at), language.startsWith('fr') ? 'fr' : 'en')
