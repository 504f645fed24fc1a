import type { Row } from './rows.ts'
import { partsOf } from './names.ts'

type Words = readonly string[]

/**
 * What columns say of one another by how they are coded, as `column=word`, which holds beside any other words as well: of the women of
 * a département as of everybody. The empty word is everybody's. A reader of the code knows it, so that two tables tell of one count.
 */
export type Related = {
  /** The very same persons, under two words. */
  same?: readonly (readonly [one: string, other: string])[]
  /** Whoever stands under one of the parts, and nobody stands under two, stands under one of the wholes. */
  within?: readonly (readonly [parts: Words, wholes: Words])[]
  /** Everybody under the whole stands under one of the parts, and nobody else. */
  sum?: readonly (readonly [parts: Words, whole: string])[]
}

type Rule = { parts: Words; wholes: Words; least: number }

/** Nobody stands under more of the parts than of the wholes; where `least` is nought, under fewer neither. */
const rulesOf = ({ same = [], within = [], sum = [] }: Related): Rule[] => [
  ...same.map(([one, other]) => ({ parts: [one], wholes: [other], least: 0 })),
  ...within.map(([parts, wholes]) => ({ parts, wholes, least: -Infinity })),
  ...sum.map(([parts, whole]) => ({ parts, wholes: [whole], least: 0 }))
]

/** Where each of these words stands, by what stands beside it. */
const placesOf = (words: ReadonlySet<string>, columns: ReadonlyMap<string, number>) => {
  const places = new Map<string, Map<string, number>>([...words].map((word) => [word, new Map()]))
  for (const [cell, column] of columns) {
    const parts = partsOf(cell)
    for (const part of parts)
      if (part !== '') places.get(part)?.set(parts.filter((one) => one !== part).join(' & '), column)
  }
  return (word: string): ReadonlyMap<string, number> => (word === '' ? columns : places.get(word)!)
}

/** The rows that this makes of the cells of one moment, by name: wherever all that a rule speaks of stands beside the same others. */
export const rowsBetween = (related: Related, columns: ReadonlyMap<string, number>): Row[] => {
  const rules = rulesOf(related)
  const placed = placesOf(new Set(rules.flatMap(({ parts, wholes }) => [...parts, ...wholes])), columns)
  return rules.flatMap(({ parts, wholes, least }) =>
    [...placed(parts[0]!).keys()].flatMap((beside): Row[] => {
      const of = [...parts, ...wholes].flatMap((word) => placed(word).get(beside) ?? [])
      if (of.length < parts.length + wholes.length) return []
      return [{ of, signs: of.map((_, at) => (at < parts.length ? 1 : -1)), least, most: 0 }]
    })
  )
}
