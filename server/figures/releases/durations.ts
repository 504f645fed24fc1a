import { everywhere, measures, type DaysId } from '../../../figures/release/measures.ts'
import { releasedDays } from '../../../figures/mask/mask.ts'
import type { Deviations } from '../../../figures/noise/deviations.ts'
import type { Tx } from '../../db/context.ts'
import { countedLengths } from '../store/tables.ts'
import type { MeasureRow } from './store.ts'

const isMeasured = (column: string): column is DaysId => (measures as readonly string[]).includes(column)

/** The durations of a year as they were known at a moment, none from fewer than thirty persons. */
export const durationsOf = async (
  tx: Tx,
  { year, asOf, deviations }: { year: number; asOf: Date; deviations: Deviations }
): Promise<MeasureRow[]> =>
  (await countedLengths(tx, year, { asOf })).flatMap(({ column, territory, n, key, median }) => {
    if (!isMeasured(column)) return []
    const days = releasedDays({ count: n, key, days: median }, deviations)
    // No row stands for a few: that there is one would tell them from nobody.
    return days === null ? [] : [{ id: column, value: territory ?? everywhere, median: days }]
  })
