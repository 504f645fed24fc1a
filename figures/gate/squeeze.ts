import type { Knowledge, Row } from './rows.ts'

/** Where each unknown can be. */
export type Bounds = { low: Float64Array; high: Float64Array }

const near = 1e-6

/** A sum without one of its terms, some of which may be endless. */
const withoutOne = (terms: readonly number[]) => {
  const endless = terms.filter((term) => !Number.isFinite(term))
  const rest = terms.reduce((sum, term) => (Number.isFinite(term) ? sum + term : sum), 0)
  return (term: number): number => {
    if (Number.isFinite(term)) return endless.length > 0 ? endless[0]! : rest - term
    return endless.length > 1 ? term : rest
  }
}

/** Brings the unknowns of a row as near as the row says, whole persons; which of them moved, or null where it cannot hold. */
const squeezeRow = ({ of, signs, least, most }: Row, { low, high }: Bounds): number[] | null => {
  const lows = of.map((at, place) => (signs[place]! > 0 ? low[at]! : -high[at]!))
  const highs = of.map((at, place) => (signs[place]! > 0 ? high[at]! : -low[at]!))
  const [restLow, restHigh] = [withoutOne(lows), withoutOne(highs)]
  const moved: number[] = []
  for (const [place, at] of of.entries()) {
    const [from, to] = [least - restHigh(highs[place]!), most - restLow(lows[place]!)]
    const [a, b] = signs[place]! > 0 ? [from, to] : [-to, -from]
    const [lower, upper] = [Math.ceil(a - near), Math.floor(b + near)]
    if (lower > low[at]! || upper < high[at]!) moved.push(at)
    low[at] = Math.max(low[at]!, lower)
    high[at] = Math.min(high[at]!, upper)
    if (low[at]! > high[at]! + near) return null
  }
  return moved
}

/** Enough rounds for what a few sums tell one after another. */
const rounds = 12

/**
 * What a reader works out row by row with a pencil: less than a programme finds, and at once. Moves `bounds`, from these rows on to all that
 * hang together with them; false where they contradict themselves.
 */
export const squeezing = ({ rows }: Pick<Knowledge, 'rows'>) => {
  const rowsAt = new Map<number, Row[]>()
  for (const row of rows) for (const at of row.of) rowsAt.set(at, [...(rowsAt.get(at) ?? []), row])
  return (bounds: Bounds, from: readonly Row[] = rows): boolean => {
    let next = new Set(from)
    for (let round = 0; round < rounds && next.size > 0; round += 1) {
      const moved = new Set<number>()
      for (const row of next) {
        const found = squeezeRow(row, bounds)
        if (!found) return false
        for (const at of found) moved.add(at)
      }
      next = new Set([...moved].flatMap((at) => rowsAt.get(at) ?? []))
    }
    return true
  }
}
