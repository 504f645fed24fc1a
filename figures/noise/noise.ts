import type { CountedTable } from '../table/counted.ts'
import type { Deviations } from './deviations.ts'

const keys = 2 ** 32

/**
 * A count with its noise. The key of a cell, the sum of the keys of whoever is counted in it, is as good as drawn at random,
 * and decides: the same persons have the same noise wherever and whenever they are counted together.
 */
export const noisy = ({ rows }: Deviations, count: number, key: number): number => {
  if (count === 0) return 0
  const { least, chances } = rows[Math.min(count, rows.length) - 1]!
  const drawn = (key >>> 0) / keys
  let [at, sum] = [0, chances[0]!]
  while (sum <= drawn && at < chances.length - 1) sum += chances[(at += 1)]!
  return count + least + at
}

export const noisyCounts = (deviations: Deviations, { counts, keys: held }: CountedTable): Int32Array =>
  counts.map((count, cell) => noisy(deviations, count, held[cell]!))
