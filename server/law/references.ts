import { commandRow } from '../../workflows/case/commands.ts'
import { restingOn } from '../../workflows/case/resting.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import { lengths } from '../../workflows/law/lengths.ts'
import { offenceLabels } from '../../workflows/law/opened-by-offence.ts'
import {
  citation,
  isGiven,
  isRead,
  legalBases,
  textOf,
  type LegalCode
} from '../../workflows/law/register.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Locale } from '../locale.ts'
import type { ReferenceView } from '../views/law.ts'
import { acronyms } from './acronyms.ts'

/** Each label once: two acts that people know by one name are one line. */
const named = <T extends string>(ids: readonly T[], label: (id: T) => Bilingual, locale: Locale) =>
  ids
    .map((id) => ({ id, label: label(id)[locale] }))
    .filter((one, index, all) => all.findIndex((other) => other.label === one.label) === index)

export const textView = (code: LegalCode, locale: Locale): ReferenceView['text'] => {
  const text = textOf(code)
  return text && { id: text.key, label: text.label[locale] }
}

export const referenceView = (code: LegalCode, locale: Locale): ReferenceView => {
  const { label, status, level, read, textAsOf, inForceFrom, identifier, digest, source } = legalBases[code]
  const { acts, clocks, lengths: set, offences } = restingOn(code)
  return {
    ...{ code, status, level, read, textAsOf, inForceFrom, identifier, digest },
    text: textView(code, locale),
    article: citation(code)?.[locale] ?? null,
    label: label[locale],
    given: isGiven(code),
    refuses: isRead(code),
    source: source[locale],
    acts: named(acts, (type) => commandRow(type).label, locale),
    clocks: [
      ...named(clocks, (clock) => deadlineRegister[clock].label, locale),
      ...named(set, (one) => lengths[one].label, locale)
    ],
    offences: named(offences, (offence) => offenceLabels[offence], locale)
  }
}

const numbers: Record<string, number> = {
  ...{ deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12 },
  ...{ quinze: 15, vingt: 20, 'vingt-quatre': 24, trente: 30, 'quarante-huit': 48, 'soixante-douze': 72 },
  ...{ 'quatre-vingt-dix': 90, 'quatre-vingt-seize': 96, two: 2, three: 3, four: 4, five: 5, seven: 7 },
  ...{ eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, 'twenty-four': 24, thirty: 30 },
  ...{ 'forty-eight': 48, 'seventy-two': 72, ninety: 90, 'ninety-six': 96 }
}
const written = Object.keys(numbers).sort((one, other) => other.length - one.length)
const inWords = new RegExp(`\\b(${written.map((word) => word.replaceAll('-', '[-\\s]')).join('|')})\\b`, 'g')

/** « quarante-huit heures », « 48 heures » and « 48 h » are one word: a number goes with what it counts. */
const asCounted = (words: string) =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(inWords, (word) => String(numbers[word.replaceAll(/\s/g, '-')]))
    .replaceAll(/(\d)\s*(?:heures?|hours?|h)\b/g, '$1h')
    .replaceAll(/(\d)\s+(jours?|days?|mois|months?|ans?|years?)\b/g, '$1$2')

/** Letters and figures alone, without accents: « L. 425-1 » is found as « l425-1 » is. */
const bare = (words: string) =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

const searched = new WeakMap<ReferenceView, string>()

/** All that an article is found by, rewritten once: a search asks it of every article. */
const searchedIn = (view: ReferenceView): string => {
  const known = searched.get(view)
  if (known !== undefined) return known
  const { code, article, label, identifier, acts, clocks, offences } = view
  const resting = [...acts, ...clocks, ...offences].map((one) => one.label)
  const there = [code, article ?? '', label, identifier ?? '', ...resting]
    .map((words) => bare(asCounted(words)))
    .join(' ')
  searched.set(view, there)
  return there
}

/** Whether each word that was typed, or what it is short for, stands in the article, its subject, its identifier, or an act or clock that rests on it. */
export const fitting = (typed: string): ((view: ReferenceView) => boolean) => {
  // « L. 425-1 » is one word: the letter goes with its number.
  const words = asCounted(typed)
    .replaceAll(/\b([LRDA])\.\s*(?=\d)/gi, '$1')
    .split(/\s+/)
    .map(bare)
  const meant = words.map((word) => (Object.hasOwn(acronyms, word) ? acronyms[word]! : [word]))
  return (view) => meant.every((any) => any.some((word) => searchedIn(view).includes(word)))
}
