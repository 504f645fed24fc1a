import { sql } from 'drizzle-orm'
import { tableFrom, type Cell } from '../../../figures/fixed/cells.ts'
import { tableIds, type TableId } from '../../../figures/fixed/tables.ts'
import { columnIds, columns, type ColumnId } from '../../../figures/person/person.ts'
import type { CountedTable } from '../../../figures/table/counted.ts'
import type { Tx } from '../../db/context.ts'
import { countCells, momentOf } from './recount.ts'

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

/** How long something took those for whom it ended, in days, before anything protects it: everywhere, or in one département. `key`: the sum of their keys. */
export type Took = {
  column: ColumnId
  territory: string | null
  n: number
  key: number
  median: number
  ninth: number
}

const lengths = columnIds.filter((id) => columns[id].kind === 'days')

const tookOf = (id: ColumnId) => {
  const days = sql.raw(`p.${id}`)
  return sql`select ${id} as "column", p.territory, count(${days})::int as n, (sum(p.key) % 4294967296)::float8 as key,
      percentile_disc(0.5) within group (order by ${days}) as median, percentile_disc(0.9) within group (order by ${days}) as ninth
    from held p where ${days} is not null group by grouping sets ((p.territory), ())`
}

/**
 * Lengths of a year: the middle and the ninth tenth. Who still waits is in none of them, and stands in the tables by spans, which
 * must be read beside: short ends come first.
 */
export const countedLengths = async (
  tx: Tx,
  year: number,
  { asOf }: { asOf?: Date } = {}
): Promise<Took[]> => {
  const held = momentOf({ year, ...(asOf && { at: asOf.toISOString() }) })
  const all = sql.join(lengths.map(tookOf), sql` union all `)
  const { rows } = await tx.execute<Took>(
    sql`with held as (select * from stat.person p where p.entry = 'flagged' and ${held}) ${all} order by 1, 2`
  )
  return rows
}
