import type { ReleasedTable } from '../../table/counted.ts'
import { innerCells, type OpenRecord } from './records.ts'

/** How far an open file is from one released table: of its shown cells, in persons. */
export type Fidelity = {
  table: string
  cells: number
  meanDeviation: number
  largestDeviation: number
  /** Cells nearer than the noise of the release itself, or than a tenth. */
  near: number
}

const rounded = (value: number) => Math.round(value * 100) / 100

const countsOf = (records: readonly OpenRecord[], names: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const one of records) {
    const key = names.map((name) => one[name]).join('|')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Each table whose variables are all in the file, those that it was not drawn from among them. */
export const fidelityOf = (
  tables: readonly ReleasedTable[],
  records: readonly OpenRecord[],
  { threshold, noise }: { threshold: number; noise: number }
): Fidelity[] => {
  const known = new Set(Object.keys(records[0] ?? {}))
  const told = tables.filter(({ dimensions }) => dimensions.every(({ name }) => known.has(name)))
  return told.flatMap((table) => {
    const names = table.dimensions.map(({ name }) => name)
    const cells = innerCells(table, threshold)
    const all = cells.reduce((sum, { count }) => sum + count, 0)
    const counts = countsOf(records, names)
    const deviations = cells.flatMap(({ at, count, masked }) => {
      if (masked) return []
      // Persons of several forms stand in several cells of a release and in one of the file.
      const made = ((counts.get(names.map((name) => at[name]).join('|')) ?? 0) * all) / records.length
      return [{ off: Math.abs(made - count), count }]
    })
    if (deviations.length === 0) return []
    const sum = deviations.reduce((total, { off }) => total + off, 0)
    return [
      {
        table: table.id,
        cells: deviations.length,
        meanDeviation: rounded(sum / deviations.length),
        largestDeviation: rounded(Math.max(...deviations.map(({ off }) => off))),
        near: deviations.filter(({ off, count }) => off <= Math.max(noise, count / 10)).length
      }
    ]
  })
}
