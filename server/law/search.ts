import type { ReferenceView } from '../views/law.ts'
import { acronyms } from './acronyms.ts'

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

/** Each of its words by itself. */
const wordsOf = (words: string) =>
  asCounted(words)
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)

/** `written`: the acronyms that it writes, in capitals: letters of other words as well. */
type Searched = { there: string; words: ReadonlySet<string>; written: readonly string[] }
const searched = new WeakMap<ReferenceView, Searched>()

/** All that an article is found by, rewritten once: a search asks it of every article. */
const searchedIn = (view: ReferenceView): Searched => {
  const known = searched.get(view)
  if (known !== undefined) return known
  const { code, article, label, identifier, acts, clocks, offences } = view
  const said = [article ?? '', label, ...[...acts, ...clocks, ...offences].map((one) => one.label)]
  const all = [code, identifier ?? '', ...said]
  const rewritten = {
    there: all.map((words) => bare(asCounted(words))).join(' '),
    words: new Set(all.flatMap(wordsOf)),
    written: [...said.join(' ').matchAll(/(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu)].map(([one]) =>
      bare(one)
    )
  }
  searched.set(view, rewritten)
  return rewritten
}

const short = 4

/** How near a word stands: 0 as it was typed, 1 at the head of another, 2 within one, or without its blanks; null where it is not there. */
type Near = 0 | 1 | 2 | null

const nearness = ({ there, words }: Searched, wanted: string): Near => {
  if (words.has(wanted)) return 0
  if ([...words].some((word) => word.startsWith(wanted))) return 1
  return there.includes(wanted) ? 2 : null
}

type Meant = (one: Searched) => Near

/** What one word that was typed asks of an article. */
const meantBy = (word: string, written: ReadonlySet<string>): Meant => {
  if (Object.hasOwn(acronyms, word))
    return ({ there }) => (acronyms[word]!.some((one) => there.includes(one)) ? 0 : null)
  // « CIVI » is no head of « civil ».
  if (written.has(word)) return ({ words }) => (words.has(word) ? 0 : null)
  if (word.length <= short) return (one) => nearness(one, word)
  return ({ there }) => (there.includes(word) ? 0 : null)
}

/**
 * Those in which each word that was typed, or what it is short for, stands: in the article, its subject, its identifier, or an act or
 * clock that rests on it. A short word is many others’ beginning: those that hold it as it was typed come first.
 */
export const searchedFor = (views: readonly ReferenceView[], typed: string): ReferenceView[] => {
  // « L. 425-1 » is one word: the letter goes with its number.
  const words = asCounted(typed)
    .replaceAll(/\b([LRDA])\.\s*(?=\d)/gi, '$1')
    .split(/\s+/)
    .map(bare)
  const written = new Set(views.flatMap((view) => searchedIn(view).written))
  const meant = words.map((word) => meantBy(word, written))
  const found = views.flatMap((view) => {
    const near = meant.map((asks) => asks(searchedIn(view)))
    return near.includes(null) ? [] : [{ view, near: Math.max(...near.map(Number)) }]
  })
  return found.toSorted((one, other) => one.near - other.near).map(({ view }) => view)
}
