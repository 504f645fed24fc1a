import type { Row } from './rows.ts'
import type { Found } from './reaching.ts'

/** Exact numbers that left beside releases: each of some cells together, by their names, as they stood at a moment. */
export type Sent = { moment: number; sums: readonly { of: readonly string[]; n: number }[] }

/** Where the unknowns are, by moment and name. */
type Placed = { unknowns: Found[]; columns: Map<string, number>; isEmpty: (cell: string) => boolean }

/** What was sent, as sums; of one cell alone it is what the cell is, which no mask takes back. */
export const rowsSent = ({ moment, sums }: Sent, { unknowns, columns, isEmpty }: Placed): Row[] => {
  const columnOf = (cell: string): number => {
    const key = `${moment} ${cell}`
    const known =
      columns.get(key) ??
      unknowns.push({
        ...{ moment, cell, threshold: null, reaches: 0 },
        ...{ low: 0, high: isEmpty(cell) ? 0 : Infinity }
      }) - 1
    columns.set(key, known)
    return known
  }
  return sums.map(({ of, n }): Row => {
    const places = of.map(columnOf)
    const [only] = places
    if (places.length === 1) unknowns[only!] = { ...unknowns[only!]!, low: n, high: n }
    return { of: places, signs: places.map(() => 1), least: n, most: n }
  })
}
