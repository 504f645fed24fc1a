import { bedsTable } from '../../../figures/beds/beds.ts'
import { usualNoise, type Noise } from '../../../figures/noise/deviations.ts'
import type { Beside, Earlier } from '../../../figures/release/gate.ts'
import type { ReleaseKind } from '../../../figures/release/rules.ts'
import type { ReleasedTable } from '../../../figures/table/counted.ts'
import type { Tx } from '../../db/context.ts'
import { yearOf } from '../quarters.ts'
import { releaseRows, tablesOf, type ReleaseRow } from '../releases/store.ts'

/** The tables of the newest release of a year that is out, as the public reads them. */
export type Released = {
  number: number
  version: number
  kind: ReleaseKind
  quarter: string
  asOf: Date
  panel: number | null
  tables: readonly ReleasedTable[]
  leftOut: readonly string[]
  noise: Noise
  /** The same as each of its readers has it, with what was masked beyond the rule: known to those who prepare releases alone. */
  out: Pick<Earlier, 'asOf' | 'tables' | 'beside'>
}

const nothing: Beside = { public: [], partner: [], lifted: [] }

export const releasedOf = async (tx: Tx, year: number): Promise<Released | null> => {
  const out = (await releaseRows(tx)).filter(
    ({ state, quarter }) => state === 'published' && yearOf(quarter) === year
  )
  const newest = out.toSorted((one, other) => other.asOf.getTime() - one.asOf.getTime())[0]
  if (!newest) return null
  const { number, version, kind, quarter, asOf, panel, leftOut, report } = newest
  // None is written of one that was brought in otherwise than by the worker.
  const method: ReleaseRow['method'] | null = newest.method
  const tables = await tablesOf(tx, number, 'public')
  const partner = await tablesOf(tx, number, 'partner')
  // Places are no persons: their number beside a number of persons would make every other table one of others.
  const persons = (all: readonly ReleasedTable[]) => all.filter(({ id }) => id !== bedsTable.id)
  return {
    ...{ number, version, kind, quarter, asOf, panel, leftOut, tables },
    noise: method ? { deviation: method.maximumDeviation, variance: method.variance } : usualNoise,
    out: {
      asOf: newest.asOf.getTime(),
      tables: { public: persons(tables), partner: persons(partner) },
      beside: report?.beside ?? nothing
    }
  }
}
