import accueil from '../../../messages/guides/accueil.json' with { type: 'json' }
import association from '../../../messages/guides/association.json' with { type: 'json' }
import cellule from '../../../messages/guides/cellule.json' with { type: 'json' }
import enfance from '../../../messages/guides/enfance.json' with { type: 'json' }
import enquete from '../../../messages/guides/enquete.json' with { type: 'json' }
import justice from '../../../messages/guides/justice.json' with { type: 'json' }
import pilotage from '../../../messages/guides/pilotage.json' with { type: 'json' }
import places from '../../../messages/guides/places.json' with { type: 'json' }
import plateforme from '../../../messages/guides/plateforme.json' with { type: 'json' }
import prefecture from '../../../messages/guides/prefecture.json' with { type: 'json' }
import reperage from '../../../messages/guides/reperage.json' with { type: 'json' }
import soins from '../../../messages/guides/soins.json' with { type: 'json' }
import { bound } from '../bound.ts'
import type { Locale } from '../messages.ts'
import { marked, type Part } from './glossary.server.ts'

type Words = Record<Locale, string>
type Step = { id: string; title: Words; text: Words[]; picture?: string; alt?: Words }
export type Guide = {
  roles: string[]
  title: Words
  sentence: Words
  steps: Step[]
  never: Words[]
  told: { who: Words; what: Words }[]
}

/** A guide for each family of roles, by its address: those who meet people first, those who watch and keep last. */
export const guides: Record<string, Guide> = {
  association,
  reperage,
  cellule,
  prefecture,
  enquete,
  justice,
  places,
  accueil,
  soins,
  enfance,
  pilotage,
  plateforme
}

const set = (words: Words, locale: Locale) => (locale === 'fr' ? bound(words.fr) : words[locale])

/** Whose guide it is: by its own address, or by that of a role. */
export const guideOf = (role: string): string | null =>
  Object.keys(guides).find((slug) => guides[slug]!.roles.includes(role)) ?? null

export type Listed = { slug: string; title: string; sentence: string }
export const guidesIn = (locale: Locale): Listed[] =>
  Object.entries(guides).map(([slug, { title, sentence }]) => ({
    slug,
    title: set(title, locale),
    sentence: set(sentence, locale)
  }))

export type Read = Omit<Listed, 'slug'> & {
  steps: { id: string; title: string; text: Part[][]; picture: string | null; alt: string }[]
  never: Part[][]
  told: { who: string; what: Part[] }[]
}

/** One guide in the language of its reader, with the words of the field marked; null where there is none of that name. */
export function guideIn(slug: string, locale: Locale): Read | null {
  const guide = Object.hasOwn(guides, slug) ? guides[slug] : undefined
  if (!guide) return null
  const told = (words: Words) => marked(set(words, locale), locale)
  return {
    title: set(guide.title, locale),
    sentence: set(guide.sentence, locale),
    steps: guide.steps.map(({ id, title, text, picture, alt }) => ({
      id,
      title: set(title, locale),
      text: text.map(told),
      picture: picture ?? null,
      alt: alt ? set(alt, locale) : ''
    })),
    never: guide.never.map(told),
    told: guide.told.map(({ who, what }) => ({ who: set(who, locale), what: told(what) }))
  }
}
