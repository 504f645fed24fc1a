import type { Row, Unknown } from './rows.ts'

/** A count as it is found; `reaches`: the threshold of those for whom it was masked to pass, nought where it was not. */
export type Found = Unknown & { reaches: number }

/**
 * Those of which it is not taken for granted that they reach the threshold, by whoever can tell that they were masked to pass: where that
 * would say of a small count beside them that it is none, as its part or as what it was before. Nothing more would be asked of such a
 * count then, though whoever cannot tell the one from the other would learn it.
 */
const undecided = (found: readonly Found[], rows: readonly Row[]): ReadonlySet<number> => {
  const isOpen = (at: number) => found[at]!.threshold !== null
  const bare = new Set<number>()
  const binding = rows.flatMap(({ of, signs }) => {
    const [parts, wholes] = [1, -1].map((sign) => of.filter((_, place) => signs[place] === sign))
    const passing = parts!.filter((at) => found[at]!.reaches > 0)
    return passing.length > 0 && wholes!.length === 1 ? [{ passing, whole: wholes![0]! }] : []
  })
  for (let before = -1; before < bare.size;) {
    before = bare.size
    for (const { passing, whole } of binding)
      if (isOpen(whole) || bare.has(whole)) for (const at of passing) bare.add(at)
  }
  return bare
}

/** What is known of each count, with what whoever can tell knows of those that were masked to pass. */
export const reaching = (found: readonly Found[], rows: readonly Row[]): Unknown[] => {
  const bare = found.some(({ reaches }) => reaches > 0) ? undecided(found, rows) : new Set()
  return found.map(({ reaches, ...one }, at) =>
    bare.has(at) ? one : { ...one, low: Math.max(one.low, reaches) }
  )
}
