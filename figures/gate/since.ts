import type { Row, Unknown } from './rows.ts'

/** A sum as what it says of its whole: that no fewer stand in it than in its parts. */
type Sum = { parts: readonly number[]; whole: number; most: number }

const sumsOf = (rows: readonly Row[]): Sum[] =>
  rows.flatMap(({ of, signs, most }) => {
    const [parts, wholes] = [1, -1].map((sign) => of.filter((_, place) => signs[place] === sign))
    return wholes!.length === 1 && Number.isFinite(most) ? [{ parts: parts!, whole: wholes![0]!, most }] : []
  })

/** Tables have three dimensions at most, and few columns say something of another. */
const rounds = 6

/** Raises each whole to what its parts make, from the innermost out. */
const raise = (low: Float64Array, sums: readonly Sum[]): void => {
  for (let round = 0; round < rounds; round += 1)
    for (const { parts, whole, most } of sums)
      low[whole] = Math.max(low[whole]!, parts.reduce((sum, at) => sum + low[at]!, 0) - most)
}

/**
 * What came before says of a count that lasts: no less than it was. What cannot be true is not believed. A masked count of which all that came
 * before says that it reaches the threshold, as it did itself or as its parts do, is none of the small ones: whether it is masked for its noise
 * or to pass, no reader can tell. What its own release shows of its parts is left to be masked. That it is no more than what comes after is
 * left to the rows: a bound of an earlier count would hide from whoever mends that it is the later one which is to be masked.
 * `chains`: the unknowns that are one count at several moments.
 */
export const sinceBefore = (
  unknowns: readonly Unknown[],
  rows: readonly Row[],
  chains: readonly (readonly number[])[]
): Unknown[] => {
  const low = Float64Array.from(unknowns, (one) => one.low)
  const high = Float64Array.from(unknowns, (one) => one.high)
  const before = new Map(chains.flatMap((chain) => chain.slice(1).map((later, at) => [later, chain[at]!])))
  const sums = Map.groupBy(sumsOf(rows), ({ whole }) => unknowns[whole]!.moment)
  // What is certain of each: for whoever reads on, and by what came before alone.
  const [known, told] = [new Float64Array(low.length), new Float64Array(low.length)]
  const moments = Map.groupBy(unknowns.keys(), (at) => unknowns[at]!.moment)
  for (const moment of [...moments.keys()].toSorted((one, other) => one - other)) {
    const here = moments.get(moment)!
    for (const at of here) told[at] = before.has(at) ? known[before.get(at)!]! : 0
    raise(told, sums.get(moment) ?? [])
    for (const at of here) {
      const { threshold } = unknowns[at]!
      const reaches = threshold !== null && told[at]! >= threshold
      const least = reaches ? told[at]! : before.has(at) ? low[before.get(at)!]! : 0
      if (reaches) high[at] = Infinity
      if (least <= high[at]!) low[at] = Math.max(least, low[at]!)
      known[at] = Math.max(low[at]!, told[at]!)
    }
    raise(known, sums.get(moment) ?? [])
  }
  return unknowns.map((unknown, at) => ({ ...unknown, low: low[at]!, high: high[at]! }))
}
