import type { TObject, TSchema } from 'typebox'
import { citation, legalBasis, type LegalCode } from '../../workflows/law/register.ts'
import { notesOf, notesKeyword, type FieldNotes } from '../../workflows/vocabulary/fields.ts'
import { indicators, type IndicatorCode } from '../../workflows/vocabulary/indicators.ts'
import { sources } from '../../workflows/vocabulary/words.ts'
import { isTerritory, territory, type Zone } from '../../workflows/calendar/territories.ts'
import type { Bilingual, Tone } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import { dateIn } from './formats.ts'
import { listOf, referTo } from './lists.ts'
import type { Badge, Basis } from './schemas.ts'

export const say = (words: Bilingual, locale: Locale) => words[locale]

/** The tone of a state where it stands as a badge. */
export const badgeTone = (tone: Tone): Badge['tone'] =>
  tone === 'running' ? 'accent' : tone === 'none' ? 'plain' : tone

const yesNo = { true: { fr: 'oui', en: 'yes' }, false: { fr: 'non', en: 'no' } }

const languages = { fr: 'fr-FR', en: 'en-GB' } as const
/** An hour is read by the clock of its reader, as it was typed by that of its writer. */
export const instantIn = (at: Date, locale: Locale, timeZone: Zone) =>
  dateIn(languages[locale], at, { dateStyle: 'long', timeStyle: 'short', timeZone })

/** 1er décembre 2026 */
export const longDate = (day: string, locale: Locale) =>
  dateIn(languages[locale], new Date(`${day}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })

const indicatorLabel = (code: string, locale: Locale) => indicators[code as IndicatorCode].label[locale]

type Observation = { code: string; source?: string }

/** Who weighs the grounds must know how each sign is known. */
const observed = ({ code, source }: Observation, locale: Locale): string => {
  const how = sources[source as keyof typeof sources]?.[locale]
  return how ? `${indicatorLabel(code, locale)} (${how})` : indicatorLabel(code, locale)
}

const oneValue = (value: unknown, notes: FieldNotes | undefined, locale: Locale): string => {
  if (typeof value === 'boolean') return say((notes?.answers ?? yesNo)[`${value}`], locale)
  if (typeof value === 'object' && value !== null && 'code' in value)
    return observed(value as Observation, locale)
  const code = String(value)
  if (notes?.choices?.[code]) return say(notes.choices[code], locale)
  if (notes?.lookup === 'territories' && isTerritory(code)) return territory(code).name
  return code
}

/** A value as people read it: the words of its table, dates in the reader's language. */
export const showValue = (
  value: unknown,
  schema: TSchema | undefined,
  locale: Locale,
  zone: Zone = 'Europe/Paris'
): string => {
  const notes = schema && notesOf(schema)
  const format = (schema as { format?: string } | undefined)?.format
  // One bad value among those stored must not cost the whole case.
  if ((format === 'date' || format === 'date-time') && Number.isNaN(Date.parse(String(value))))
    return String(value)
  if (format === 'date') return longDate(String(value), locale)
  if (format === 'date-time') return instantIn(new Date(String(value)), locale, zone)
  return Array.isArray(value)
    ? value.map((one) => oneValue(one, notes, locale)).join(', ')
    : oneValue(value, notes, locale)
}

export const basesOf = (codes: readonly string[], on: string, locale: Locale): Basis[] =>
  codes.map((code) => {
    const row = legalBasis(code as LegalCode, on)
    const article = citation(row.code)
    const { label, status, level, read } = row
    return {
      code,
      article: article && say(article, locale),
      label: say(label, locale),
      status,
      level,
      read
    }
  })

/** Lists that only the database knows. */
type Looked = Exclude<NonNullable<FieldNotes['lookup']>, 'territories'>
export type Lookups = Partial<Record<Looked, { const: string; title: string }[]>>

const lookedUp = (notes: FieldNotes | undefined): Looked | null =>
  notes?.lookup === undefined || notes.lookup === 'territories' ? null : notes.lookup

type Json = Record<string, unknown>

const choicesOf = (notes: FieldNotes, locale: Locale, lookups: Lookups) => {
  if (notes.answers)
    return Object.entries(notes.answers).map(([answer, words]) => ({
      const: answer === 'true',
      title: say(words, locale)
    }))
  if (notes.choices)
    return Object.entries(notes.choices).map(([code, words]) => ({ const: code, title: say(words, locale) }))
  const lookup = lookedUp(notes)
  return lookup && (lookups[lookup] ?? [])
}

type Asking = { notes: FieldNotes; locale: Locale; lookups: Lookups }

/** What a field, or each entry of a list, is chosen among: its choices, or the name of the long list that they are of. */
const offeredIn = (plain: Json, { notes, locale, lookups }: Asking): Json => {
  const { enum: _enum, ...rest } = plain
  const name = listOf(notes)
  if (name) return { ...rest, ...referTo(name, notes, locale) }
  const choices = choicesOf(notes, locale, lookups)
  return choices ? { ...rest, oneOf: choices } : plain
}

/** A field's JSON Schema in one language: title, description, and each choice with its words. */
const localizeField = (schema: TSchema, locale: Locale, lookups: Lookups): Json => {
  const { [notesKeyword]: _notes, ...rest } = schema as unknown as Json
  const notes = notesOf(schema)
  if ((schema as { properties?: object }).properties)
    return { ...localized(schema as TObject, locale, lookups), title: '' }
  if (!notes) return rest
  const titled = {
    title: say(notes.label, locale),
    ...(notes.hint && { description: say(notes.hint, locale) }),
    ...(notes.dataClass && { 'x-class': notes.dataClass }),
    ...(rest['format'] === 'date' && !notes.ahead && { 'x-past': true }),
    ...(notes.mayBeUnknown && { 'x-unknown': true }),
    ...(notes.mayBeUnknown === 'orPassed' && { 'x-passed': true }),
    ...(notes.onlyIf && { 'x-only-if': notes.onlyIf }),
    ...(notes.screen && { 'x-screen': notes.screen })
  }
  const asking = { notes, locale, lookups }
  if (rest['type'] !== 'array') return { ...offeredIn(rest, asking), ...titled }
  return { ...rest, ...titled, items: offeredIn(rest['items'] as Json, asking) }
}

/** A list with nothing in it asks for nothing. */
const answerable = (schema: TSchema, lookups: Lookups): boolean => {
  const lookup = lookedUp(notesOf(schema))
  return lookup === null || (lookups[lookup] ?? []).length > 0
}

const localized = (schema: TObject, locale: Locale, lookups: Lookups): Json => {
  const required = [...((schema as { required?: string[] }).required ?? [])]
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(
      Object.entries(schema.properties)
        .filter(
          ([field, one]) => !notesOf(one)?.computed && (required.includes(field) || answerable(one, lookups))
        )
        .map(([field, one]) => [field, localizeField(one, locale, lookups)])
    )
  }
}

const written = new WeakMap<TObject, Partial<Record<Locale, Json>>>()

const looksUp = (schema: TObject) =>
  Object.values(schema.properties).some((one) => lookedUp(notesOf(one)) !== null)

/**
 * An act's form in one language. What the server checks is the table's own schema; this is how it is asked. A form whose
 * choices stand in the tables is written once.
 */
export const localizeSchema = (schema: TObject, locale: Locale, lookups: Lookups = {}): Json => {
  if (looksUp(schema)) return localized(schema, locale, lookups)
  const known = written.get(schema) ?? {}
  const form = known[locale] ?? localized(schema, locale, lookups)
  written.set(schema, { ...known, [locale]: form })
  return form
}
