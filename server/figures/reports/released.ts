import { usualNoise, type Noise } from '../../../figures/noise/deviations.ts'
import type { ReleasedTable } from '../../../figures/table/counted.ts'
import type { Tx } from '../../db/context.ts'
import { yearOf } from '../quarters.ts'
import { releaseRows, tablesOf, type ReleaseRow } from '../releases/store.ts'

/** The tables of the newest release of a year that is out, as the public reads them. */
export type Released = {
  number: number
  version: number
  panel: number | null
  tables: readonly ReleasedTable[]
  leftOut: readonly string[]
  noise: Noise
  /** Masked beyond the rule, by name; known to those who prepare releases alone. */
  maskedToPass: ReadonlySet<string>
}

export const releasedOf = async (tx: Tx, year: number): Promise<Released | null> => {
  const out = (await releaseRows(tx)).filter(
    ({ state, quarter }) => state === 'published' && yearOf(quarter) === year
  )
  const newest = out.toSorted((one, other) => other.asOf.getTime() - one.asOf.getTime())[0]
  if (!newest) return null
  const { number, version, panel, leftOut, report } = newest
  // None is written of one that was brought in otherwise than by the worker.
  const method: ReleaseRow['method'] | null = newest.method
  return {
    ...{ number, version, panel, leftOut, tables: await tablesOf(tx, number, 'public') },
    noise: method ? { deviation: method.maximumDeviation, variance: method.variance } : usualNoise,
    maskedToPass: new Set(report?.beside.public)
  }
}
