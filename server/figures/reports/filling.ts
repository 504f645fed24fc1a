import { tableFrom } from '../../../figures/fixed/cells.ts'
import { dimensionsOf, type TableId } from '../../../figures/fixed/tables.ts'
import { fillReport, type FilledReport, type Sources } from '../../../figures/reports/fill.ts'
import type { ReportId } from '../../../figures/reports/ids.ts'
import { tablesAsked } from '../../../figures/reports/report.ts'
import { reports } from '../../../figures/reports/reports.ts'
import type { ReleasedTable } from '../../../figures/table/counted.ts'
import { territories } from '../../../workflows/calendar/territories.ts'
import { runQuery, type Tx } from '../../db/context.ts'
import { besideFigures } from '../administrative/read.ts'
import { releasedOf, type Released } from './released.ts'

const population = territories.reduce((all, one) => all + one.population, 0)

const besideSources = async (tx: Tx, year: number): Promise<Omit<Sources, 'tables' | 'panel'>> => ({
  beside: await besideFigures(tx, year),
  population
})

export type Filled = {
  report: FilledReport
  year: number
  /** What it is filled from; null of a year of which nothing is out. */
  release: Released | null
}

/** A report as anybody may be told it: from what is released, and from what others have published. */
export const fillReleased = async (tx: Tx, id: ReportId, year: number): Promise<Filled> => {
  const released = await releasedOf(tx, year)
  const sources = {
    ...(await besideSources(tx, year)),
    tables: released?.tables ?? [],
    leftOut: released?.leftOut ?? [],
    panel: released?.panel ?? null
  }
  return {
    report: fillReport(reports[id], sources),
    year,
    release: released
  }
}

type Cell = { table_id: string; at: string; n: number }

/** A table without noise: a département is in it at its total alone, which is all that may leave. */
const exactTable = (id: TableId, cells: readonly Cell[]): ReleasedTable => {
  const own = cells.filter((one) => one.table_id === id).map(({ at, n }) => ({ at, n, keys: 0 }))
  return { id, dimensions: dimensionsOf(id), shown: [...tableFrom(id, own).counts] }
}

/** Exact numbers of the whole country, as they stood when a second person allowed the export: of the tables that its report is filled from. */
export const fillExact = async (
  tx: Tx,
  { exportId, id, year }: { exportId: string; id: ReportId; year: number }
): Promise<{ report: FilledReport; exact: readonly ReleasedTable[] }> => {
  const cells = await runQuery<Cell>(tx, 'select table_id, at, n from exact_cells($1)', [exportId])
  const exact = [...tablesAsked(reports[id])].map((table) => exactTable(table, cells))
  const panel = (await releasedOf(tx, year))?.panel ?? null
  const report = fillReport(reports[id], { ...(await besideSources(tx, year)), tables: exact, panel })
  return { report, exact }
}
