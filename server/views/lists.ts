import { createHash } from 'node:crypto'
import { Type, type Static } from 'typebox'
import { courtLabels } from '../../workflows/calendar/jurisdictions.ts'
import { isTerritory, territories, territory } from '../../workflows/calendar/territories.ts'
import { closed, type FieldNotes } from '../../workflows/vocabulary/fields.ts'
import { countries } from '../../workflows/vocabulary/countries.ts'
import { indicatorWords } from '../../workflows/vocabulary/indicators.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import { text } from './shapes.ts'

// Long lists that stand in the tables of this release: they are served once, and a form names the one that it chooses from.

export const listNames = ['territories', 'courts', 'indicators', 'countries'] as const
export type ListName = (typeof listNames)[number]

export const ChoiceList = closed({
  name: text,
  version: text,
  items: Type.Array(closed({ const: text, title: text, 'x-group': Type.Optional(text) }))
})
export type ChoiceList = Static<typeof ChoiceList>
type Items = ChoiceList['items']

const worded = (table: Record<string, Bilingual>, locale: Locale): Items =>
  Object.entries(table).map(([code, words]) => ({ const: code, title: words[locale] }))

/** A court's code begins with its département, under whose name it stands. */
const underTheirPlace = (courts: Items): Items =>
  courts.map((court) => {
    const [place = ''] = court.const.split('.')
    return isTerritory(place) ? { ...court, 'x-group': territory(place).name } : court
  })

/** In a long list of names, each under its first letter. */
const underTheirLetter = (items: Items): Items =>
  items.map((one) => ({ ...one, 'x-group': one.title.normalize('NFD').charAt(0).toUpperCase() }))

const itemsOf: Record<ListName, (locale: Locale) => Items> = {
  territories: () =>
    territories.map(({ code, name, region }) => ({ const: code, title: name, 'x-group': region.name })),
  courts: (locale) => underTheirPlace(worded(courtLabels, locale)),
  indicators: (locale) => worded(indicatorWords, locale),
  countries: (locale) => underTheirLetter(worded(countries, locale))
}

const written = new Map<string, ChoiceList>()

/** A version bears its language and what it says: whoever asks for it by its version is always answered the same. */
const write = (name: ListName, locale: Locale): ChoiceList => {
  const items = itemsOf[name](locale)
  const digest = createHash('sha256').update(JSON.stringify(items)).digest('base64url')
  return { name, version: `${locale}-${digest.slice(0, 12)}`, items }
}

export const choiceList = (name: ListName, locale: Locale): ChoiceList => {
  const key = `${name} ${locale}`
  const list = written.get(key) ?? write(name, locale)
  written.set(key, list)
  return list
}

/** The long list that a field is chosen from. */
export const listOf = ({ lookup, list }: FieldNotes): ListName | null =>
  lookup === 'territories' ? lookup : (list ?? null)

/** How a form names a list; the codes as well where it offers fewer of them. */
export const referTo = (name: ListName, { choices }: FieldNotes, locale: Locale) => {
  const { version, items } = choiceList(name, locale)
  const codes = choices && Object.keys(choices)
  return { 'x-list': { name, version }, ...(codes && codes.length < items.length && { enum: codes }) }
}
