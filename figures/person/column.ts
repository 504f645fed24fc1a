import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Life } from './life.ts'

export type Words = Record<string, Bilingual>

/** One of these words, of everybody: what is not known has a word of its own. */
export type CodeColumn = { kind: 'code'; label: Bilingual; words: Words; of: (life: Life) => string }
/** Several of these words, at least one: `empty` alone of who has none of the others. */
export type CodesColumn = {
  kind: 'codes'
  label: Bilingual
  words: Words
  empty: string
  of: (life: Life) => string[]
}
/** An organisation, by its id: for its own page, never a dimension. */
export type IdColumn = { kind: 'id'; label: Bilingual; of: (life: Life) => string | null }

export type Column = CodeColumn | CodesColumn | IdColumn

const isNumbered = (value: string) => /^\d[\dAB]\d?$/.test(value)

/** In the order in which they were written; but départements in that of their codes: an object puts 10 before 01, and 971 before 2A. */
export const valuesOf = (words: Words): string[] => {
  const [numbered, others] = [true, false].map((is) =>
    Object.keys(words).filter((one) => isNumbered(one) === is)
  )
  return [...numbered!.toSorted(), ...others!]
}

export const unknown: Bilingual = { fr: 'non connu', en: 'not known' }
export const withUnknown = (words: Words): Words => ({ ...words, unknown })

/** A code that has lost its word is counted as not known, so that no cell is without one. */
export const code = (label: Bilingual, words: Words, of: (life: Life) => string | null | undefined) =>
  ({
    kind: 'code',
    label,
    words,
    of: (life) => {
      const value = of(life) ?? 'unknown'
      return Object.hasOwn(words, value) ? value : 'unknown'
    }
  }) satisfies CodeColumn

/** `empty`: the word of those who have none, and of nobody else. In one order, each once, so that the same life gives the same row. */
export const codes = (
  label: Bilingual,
  words: Words,
  { empty, of }: { empty: string; of: (life: Life) => readonly string[] | undefined }
) =>
  ({
    kind: 'codes',
    label,
    words,
    empty,
    of: (life) => {
      const kept = [
        ...new Set((of(life) ?? []).filter((value) => value !== empty && Object.hasOwn(words, value)))
      ].sort()
      return kept.length > 0 ? kept : [empty]
    }
  }) satisfies CodesColumn
