import rows from '../../../messages/glossary.json' with { type: 'json' }
import { bound } from '../bound.ts'
import type { Locale } from '../messages.ts'

export type Term = { id: string; term: string; means: string }
/** A piece of a sentence; with the term that it is, where the glossary has it. */
export type Part = { text: string; term?: string; means?: string }

const set = (words: Record<Locale, string>, locale: Locale) =>
  locale === 'fr' ? bound(words.fr) : words[locale]

/** The words of the field, in the order of the alphabet of the reader's language. */
export const glossaryIn = (locale: Locale): Term[] =>
  rows
    .map(({ id, term, means }) => ({ id, term: set(term, locale), means: set(means, locale) }))
    .toSorted((one, other) => one.term.localeCompare(other.term, locale))

const initials = /^[A-Z]{2,6}$|^Ac\.Sé$/

/** A sentence in parts, its initials marked: those alone say nothing to whoever does not know them. */
export function marked(sentence: string, locale: Locale): Part[] {
  const short = glossaryIn(locale).filter(({ term }) => initials.test(term))
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(${short.map(({ term }) => term.replace('.', '\\.')).join('|')})(?![\\p{L}\\p{N}])`,
    'u'
  )
  return sentence
    .split(any)
    .filter((text) => text !== '')
    .map((text) => {
      const found = short.find(({ term }) => term === text)
      return found ? { text, term: found.id, means: found.means } : { text }
    })
}
