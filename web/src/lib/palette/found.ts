import { bare } from '#lib/bare.ts'

/** Something that one may go to: an act, a case, a referral, a page. */
export type Place = { href: string; label: string }

/** What begins with what was typed, then what holds it at the head of a word, then the rest that holds it; all of them where nothing was. */
export function found<P extends Place>(places: readonly P[], typed: string): P[] {
  const wanted = bare(typed)
  if (wanted === '') return [...places]
  const rankOf = ({ label }: Place) => {
    const words = bare(label)
    if (words.startsWith(wanted)) return 0
    return words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ||
      words.includes(` ${wanted}`)
      ? 1
      : words.includes(wanted)
        ? 2
        : 3
  }
  return [0, 1, 2].flatMap((rank) => places.filter((one) => rankOf(one) === rank))
}

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
