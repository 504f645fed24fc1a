import { numberFormat } from './formats.ts'
import { tables, type MessageKey } from './words.ts'

export type { MessageKey } from './words.ts'
export type Locale = 'fr' | 'en'
export type Values = Record<string, string | number>

/** Keys that exist as `key.one` and `key.other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never

const plurals: Record<Locale, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en')
}

export const locales: readonly Locale[] = ['fr', 'en']

export function isLocale(value: unknown): value is Locale {
  return value === 'fr' || value === 'en'
}

/** The language of a reader: their choice first, then what the browser asks for, then French. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find(isLocale) ?? 'fr'
}

export function translate(locale: Locale, key: MessageKey, values: Values = {}): string {
  return tables[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole
  )
}

/** Picks `key.one` or `key.other` by the rules of the language; `{n}` is the count, already formatted. */
export function translateCount(locale: Locale, key: PluralKey, count: number, values: Values = {}): string {
  const form = plurals[locale].select(count) === 'one' ? 'one' : 'other'
  const n = numberFormat(locale, {}).format(count)
  return translate(locale, `${key}.${form}` as MessageKey, { n, ...values })
}
