import { sql } from 'drizzle-orm'
import type { TableId } from '../../../figures/fixed/tables.ts'
import { fillOurs } from '../../../figures/reports/fill.ts'
import type { ReportId } from '../../../figures/reports/ids.ts'
import { tablesAsked } from '../../../figures/reports/report.ts'
import { reports } from '../../../figures/reports/reports.ts'
import { sumsIn } from '../../../figures/reports/sent.ts'
import type { Noise } from '../../../figures/noise/deviations.ts'
import type { Earlier, SentOut } from '../../../figures/release/gate.ts'
import { world } from '../../../figures/release/judging.ts'
import { linesTelling } from '../../../figures/release/leaving.ts'
import type { Tx } from '../../db/context.ts'
import { instantFormat } from '../store/rows.ts'
import { countedTables } from '../store/tables.ts'

/** Since when each move is counted as it comes: how things stood before is not known. */
export const beginningOf = async (tx: Tx): Promise<Date> => {
  const { rows } = await tx.execute<{ at: string }>(
    sql`select to_char(at at time zone 'UTC', ${instantFormat}) as at from stat.beginning`
  )
  return new Date(rows[0]!.at)
}

/** The newest that was out at an instant, as of whatever quarter: what was counted by then and published later nobody had read. */
const outAt = (before: readonly Earlier[], at: number): Earlier | null =>
  before
    .filter(({ outSince }) => outSince !== undefined && outSince <= at)
    .toSorted((one, other) => one.asOf - other.asOf)
    .at(-1) ?? null

/**
 * What whoever holds the exact numbers of a year knows, without what was flagged beside the release that was out and what had left before;
 * counted anew as of the instant at which each was allowed, since they are kept for a day alone. One that nobody took in its day is held
 * against a release all the same. How things stood before the store was lost nobody knows: what was sent then is taken for what is counted now.
 */
export const sentOf = async (
  tx: Tx,
  year: number,
  { asOf, before, noise }: { asOf: Date; before: readonly Earlier[]; noise: Noise }
): Promise<SentOut[]> => {
  const since = await beginningOf(tx)
  const { rows } = await tx.execute<{ report: ReportId; at: string }>(
    sql`select report, to_char(at at time zone 'UTC', ${instantFormat}) as at from stat.sent_exact(${year})`
  )
  const sent: SentOut[] = []
  for (const [rank, { report, at }] of rows.entries()) {
    const then = new Date(at)
    const counted = await countedTables(tx, year, { asOf: then < since ? asOf : then })
    const tables = counted.map(({ id, dimensions, counts }) => ({ id, dimensions, shown: [...counts] }))
    const exact = tables.filter(({ id }) => tablesAsked(reports[report]).has(id as TableId))
    const filled = fillOurs(reports[report], exact)
    // Filled from the same tables, as when it was taken.
    const left = rows.slice(0, rank).map((one) => fillOurs(reports[one.report], exact))
    const around = { exact, before: left, out: outAt(before, then.getTime()), year }
    const telling = linesTelling(filled, around, { ...noise, ...world })
    sent.push({ at: then.getTime(), sums: sumsIn(filled).filter(({ id }) => !telling.has(id)) })
  }
  return sent
}
