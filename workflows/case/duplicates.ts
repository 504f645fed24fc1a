import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** What is known of who somebody is: the latest value of each field. */
export type Identity = { name?: string; alias?: string; birthDate?: string; contact?: string }

export const likenessReasons = {
  same_name: { fr: 'même nom', en: 'same name' },
  near_name: { fr: 'nom qui s’entend de même', en: 'name that sounds alike' },
  same_year: { fr: 'même année de naissance', en: 'same birth year' },
  year_apart: { fr: 'années de naissance à un an près', en: 'birth years one year apart' },
  year_unknown: { fr: 'année de naissance inconnue d’un côté', en: 'birth year unknown on one side' },
  same_contact: { fr: 'même contact', en: 'same contact' }
} as const satisfies Record<string, Bilingual>

export type LikenessReason = keyof typeof likenessReasons

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/['’ʼ]/g, '')

/** One name by its words, without case, accents or order: family names come first as often as last. */
const written = (name: string): string => (folded(name).match(/\p{L}+/gu) ?? []).sort().join(' ')

// How one name is written by those who hear it: Aïcha and Aisha, Mohamed and Muhammad, Okafor and Ocaphor.
const hearings: readonly [RegExp, string][] = [
  [/ph/g, 'f'],
  [/sch|sh|ch/g, 's'],
  [/ck|qu|kh|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/ou|oo|w/g, 'u'],
  [/h/g, ''],
  [/[ae]/g, 'a'],
  [/[iy]/g, 'i'],
  [/[ou]/g, 'u'],
  [/(.)\1+/gu, '$1']
]

const heard = (name: string): string =>
  written(name)
    .split(' ')
    .map((word) => hearings.reduce((sound, [from, to]) => sound.replace(from, to), word))
    .sort()
    .join(' ')

const namesOf = ({ name = '', alias = '' }: Identity): string[] =>
  [name, ...alias.split(/[,;/]/)].map((one) => one.trim()).filter((one) => written(one) !== '')

/**
 * Telephone numbers by their last nine figures, whatever the country's prefix, and electronic addresses. One of these begins where its
 * characters do and nowhere within them, so that each is read once.
 */
const contactsOf = ({ contact = '' }: Identity): string[] => [
  ...(contact.toLowerCase().match(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []),
  ...(contact.replace(/(?<=\d)[ .()/-]+(?=\d)/g, '').match(/\d{8,}/g) ?? []).map((figures) =>
    figures.slice(-9)
  )
]

/** What two files of one person would have in common: kept only as keyed digests, to find candidates and no more. */
export const marksOf = (identity: Identity): string[] => [
  ...new Set([
    ...namesOf(identity).map((name) => `heard:${heard(name)}`),
    ...contactsOf(identity).map((contact) => `contact:${contact}`)
  ])
]

const wordsOf = (name: string): string[] => name.split(' ').filter(Boolean)

/** Each word of what somebody is called, or of what is typed, as it is heard: by one of them a file is looked for. */
export const soundsOf = (name: string): string[] => [...new Set(wordsOf(heard(name)))]

/** Each word of the names of somebody, as it is heard. */
export const soundsIn = (identity: Identity): string[] => [...new Set(namesOf(identity).flatMap(soundsOf))]

const holdsAll = (name: string, sought: string) => {
  const words = wordsOf(name)
  return wordsOf(sought).every((word) => words.includes(word))
}

/** How one of their names holds every word that is looked for: as it is written, as it is heard, or not at all. */
export const calledSo = (identity: Identity, sought: string): 'same_name' | 'near_name' | null => {
  if (written(sought) === '') return null
  const names = namesOf(identity)
  if (names.some((name) => holdsAll(written(name), written(sought)))) return 'same_name'
  return names.some((name) => holdsAll(heard(name), heard(sought))) ? 'near_name' : null
}

const shared = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].filter((one) => others.has(one))

/** An identity with its names as they are written and heard: worked out once, where it is held against many. */
export type Portrait = Pick<Identity, 'birthDate'> & {
  written: ReadonlySet<string>
  heard: ReadonlySet<string>
  contacts: ReadonlySet<string>
}

export const portraitOf = (identity: Identity): Portrait => {
  const names = namesOf(identity)
  return {
    ...(identity.birthDate && { birthDate: identity.birthDate }),
    written: new Set(names.map(written)),
    heard: new Set(names.map(heard)),
    contacts: new Set(contactsOf(identity))
  }
}

type Years = 'same_year' | 'year_apart' | 'year_unknown' | 'far'

const yearsOf = (one: Portrait, other: Portrait): Years => {
  if (!one.birthDate || !other.birthDate) return 'year_unknown'
  const apart = Math.abs(Number(one.birthDate.slice(0, 4)) - Number(other.birthDate.slice(0, 4)))
  if (apart > 1) return 'far'
  return apart === 0 ? 'same_year' : 'year_apart'
}

/** A first name alone is worn by too many to say anything without a birth year. */
const tells = (name: string, years: Years) => years !== 'year_unknown' || name.includes(' ')

/**
 * Why two identities may be those of one person, or nothing. A person may go by another name, so that one contact is
 * enough; births years apart are two persons, unless both the name and the contact say otherwise. Pure.
 */
export const likenessOf = (one: Portrait, other: Portrait): LikenessReason[] => {
  const years = yearsOf(one, other)
  const same = shared(one.written, other.written).some((name) => tells(name, years))
  const near = shared(one.heard, other.heard).some((name) => tells(name, years))
  const contact = shared(one.contacts, other.contacts).length > 0
  const named: LikenessReason[] = same ? ['same_name'] : near ? ['near_name'] : []
  if (named.length === 0 && !contact) return []
  if (years === 'far') return named.length > 0 && contact ? [...named, 'same_contact'] : []
  return [...named, years, ...(contact ? (['same_contact'] as const) : [])]
}

export const likeness = (one: Identity, other: Identity): LikenessReason[] =>
  likenessOf(portraitOf(one), portraitOf(other))
