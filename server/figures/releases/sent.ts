import { sql } from 'drizzle-orm'
import { fillReport } from '../../../figures/reports/fill.ts'
import type { ReportId } from '../../../figures/reports/ids.ts'
import { reports } from '../../../figures/reports/reports.ts'
import { sumsIn } from '../../../figures/reports/sent.ts'
import type { Noise } from '../../../figures/noise/deviations.ts'
import type { Earlier, SentOut } from '../../../figures/release/gate.ts'
import { world } from '../../../figures/release/judging.ts'
import { tellingBeside } from '../../../figures/release/leaving.ts'
import type { Tx } from '../../db/context.ts'
import { instantFormat } from '../store/rows.ts'
import { countedTables } from '../store/tables.ts'

// Only persons of ours are asked for: what others publish beside them is known to everybody.
const nobodyElse = { beside: [], panel: null, population: 1 }

/** Since when each move is counted as it comes: how things stood before is not known. */
export const beginningOf = async (tx: Tx): Promise<Date> => {
  const { rows } = await tx.execute<{ at: string }>(
    sql`select to_char(at at time zone 'UTC', ${instantFormat}) as at from stat.beginning`
  )
  return new Date(rows[0]!.at)
}

const outOf = ({ tables, beside }: Earlier) => ({
  tables: tables.public,
  maskedToPass: new Set(beside.public)
})

/**
 * What whoever holds the exact numbers of a year knows, without what was flagged beside the release that was out; counted anew as of the
 * instant at which each was allowed, since they are kept for a day alone. One that nobody took in its day is held against a release all the
 * same. How things stood before the store was lost nobody knows: what was sent then is taken for what is counted now.
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
  for (const { report, at } of rows) {
    const then = new Date(at)
    const counted = await countedTables(tx, year, { asOf: then < since ? asOf : then })
    const tables = counted.map(({ id, dimensions, counts }) => ({ id, dimensions, shown: [...counts] }))
    const filled = fillReport(reports[report], { ...nobodyElse, tables })
    const all = sumsIn(filled)
    const out = before.findLast(({ asOf }) => asOf <= then.getTime())
    const telling = out && tellingBeside(all, outOf(out), { ...noise, ...world })
    sent.push({ at: then.getTime(), sums: all.filter((_, rank) => !telling?.has(rank)) })
  }
  return sent
}
