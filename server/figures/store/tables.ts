import { sql } from 'drizzle-orm'
import { tableFrom, type Cell } from '../../../figures/fixed/cells.ts'
import { tableIds, type TableId } from '../../../figures/fixed/tables.ts'
import type { CountedTable } from '../../../figures/table/counted.ts'
import type { Tx } from '../../db/context.ts'
import { countCells } from './recount.ts'

const gridsOf = (cells: readonly Pick<Cell, 'table' | 'at' | 'n' | 'keys'>[]): CountedTable[] => {
  const byTable = Map.groupBy(cells, ({ table }) => table)
  return tableIds.map((id) => tableFrom(id, byTable.get(id) ?? []))
}

/**
 * The fixed tables of a year, unprotected: as they stand now, or as they were known at the end of a quarter. Of a past moment the
 * versions are counted, which takes seconds where a million persons are.
 */
export const countedTables = async (
  tx: Tx,
  year: number,
  { asOf, registrar }: { asOf?: Date; registrar?: string } = {}
): Promise<CountedTable[]> => {
  if (asOf)
    return gridsOf(await countCells(tx, { year, at: asOf.toISOString(), ...(registrar && { registrar }) }))
  const { rows } = await tx.execute<{ table: TableId; at: string; n: number; keys: string }>(
    sql`select table_id as table, at, n, keys from stat.cell where year = ${year}`
  )
  return gridsOf(rows.map((row) => ({ ...row, keys: Number(row.keys) })))
}

/** The years of which anybody is counted, the newest first. */
export const countedYears = async (tx: Tx): Promise<number[]> => {
  const { rows } = await tx.execute<{ year: number }>(
    sql`select distinct year from stat.cell order by year desc`
  )
  return rows.map(({ year }) => year)
}
