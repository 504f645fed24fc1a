import type { Deviations } from '../noise/deviations.ts'
import { noisyCounts } from '../noise/noise.ts'
import type { CountedTable, ReleasedTable } from '../table/counted.ts'

/** The fewest persons that a shown count may stand for: whoever it is, and partners under an agreement. */
export const thresholds = { public: 11, partner: 5 } as const

/**
 * What may be shown of a table: each count with its noise, unless it or what noise made of it is below the threshold. Nought is
 * masked as well, or « none of them » would be said of a small group.
 */
export const released = (
  counted: CountedTable,
  { deviations, threshold }: { deviations: Deviations; threshold: number }
): ReleasedTable => {
  const made = noisyCounts(deviations, counted)
  return {
    id: counted.id,
    dimensions: counted.dimensions,
    shown: Array.from(made, (count, cell) =>
      Math.min(count, counted.counts[cell]!) < threshold ? null : count
    )
  }
}
