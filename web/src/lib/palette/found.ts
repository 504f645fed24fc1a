import { bare } from '#lib/bare.ts'

/** Something that one may go to: an act, a case, a referral, a page. `words`: what else it is looked for by. */
export type Place = { href: string; label: string; words?: string }

const short = 4

/** 0: a short word is a word of it; 1: it begins with what is wanted; 2: a word of it does; 3: it holds it somewhere; 4: it does not. */
type Rank = 0 | 1 | 2 | 3 | 4

const wordsOf = ({ label, words = '' }: Place) => bare(`${label} ${words}`)
const headsOf = (words: string) => words.split(/[^\p{L}\p{N}]+/u)

function rankOf(place: Place, wanted: string): Rank {
  const words = wordsOf(place)
  const heads = headsOf(words)
  if (wanted.length <= short && heads.includes(wanted)) return 0
  if (words.startsWith(wanted)) return 1
  if (heads.some((word) => word.startsWith(wanted)) || words.includes(` ${wanted}`)) return 2
  return words.includes(wanted) ? 3 : 4
}

/** The acronyms that labels write: « CIVI » is no head of « civil ». */
export const acronymsIn = (labels: readonly string[]): string[] => [
  ...new Set(
    labels.flatMap((label) => label.match(/(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu) ?? []).map(bare)
  )
]

/**
 * What a short word is a word of, what begins with what was typed, what holds it at the head of a word, then the rest that holds it; of
 * an acronym only what says it; all of them where nothing was typed. `known`: acronyms that stand in other labels than these.
 */
export function found<P extends Place>(
  places: readonly P[],
  typed: string,
  known: readonly string[] = []
): P[] {
  const wanted = bare(typed)
  if (wanted === '') return [...places]
  const acronyms = new Set([...known, ...acronymsIn(places.map(({ label }) => label))])
  if (acronyms.has(wanted)) return places.filter((one) => headsOf(wordsOf(one)).includes(wanted))
  return [0, 1, 2, 3].flatMap((rank) => places.filter((one) => rankOf(one, wanted) === rank))
}

/** Where Enter leads: to what a word of begins so. Letters in the midst of a label may as well be somebody's name, which is searched. */
export const foundByEnter = (
  places: readonly Place[],
  typed: string,
  known: readonly string[] = []
): Place | null =>
  bare(typed) === ''
    ? null
    : (found(places, typed, known).find((one) => rankOf(one, bare(typed)) < 3) ?? null)

/** The acts of a case that may be done now: what is not possible yet is explained on its own page, and never found. */
export const openActs = (
  actions: readonly { command: string; label: string; enabled: boolean }[],
  hrefOf: (command: string) => string
): Place[] =>
  actions.filter(({ enabled }) => enabled).map(({ command, label }) => ({ href: hrefOf(command), label }))

/** The case whose page, or a page of which, an address is: where its acts are looked for. */
export const caseIn = (path: string): string | null =>
  /^\/dossiers\/([\w-]{36})(?:\/|$)/.exec(path)?.[1] ?? null

/** The palette, from the page at hand. */
export const paletteHref = (path: string): string => {
  const id = caseIn(path)
  return id === null ? '/chercher' : `/chercher?dossier=${id}`
}
