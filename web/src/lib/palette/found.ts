import { bare } from '#lib/bare.ts'

/** Something that one may go to: an act, a case, a referral, a page. `words`: what else it is looked for by. */
export type Place = { href: string; label: string; words?: string }

/** 0: it begins with what is wanted; 1: a word of it does; 2: it holds it somewhere; 3: it does not. */
function rankOf({ label, words: also = '' }: Place, wanted: string): 0 | 1 | 2 | 3 {
  const words = bare(`${label} ${also}`)
  if (words.startsWith(wanted)) return 0
  const heads = words.split(/[^\p{L}\p{N}]+/u)
  if (heads.some((word) => word.startsWith(wanted)) || words.includes(` ${wanted}`)) return 1
  return words.includes(wanted) ? 2 : 3
}

/** What begins with what was typed, then what holds it at the head of a word, then the rest that holds it; all of them where nothing was. */
export function found<P extends Place>(places: readonly P[], typed: string): P[] {
  const wanted = bare(typed)
  if (wanted === '') return [...places]
  return [0, 1, 2].flatMap((rank) => places.filter((one) => rankOf(one, wanted) === rank))
}

/** Where Enter leads: to what a word of begins so. Letters in the midst of a label may as well be somebody's name, which is searched. */
export const foundByEnter = (places: readonly Place[], typed: string): Place | null =>
  bare(typed) === '' ? null : (found(places, typed).find((one) => rankOf(one, bare(typed)) < 2) ?? null)

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
