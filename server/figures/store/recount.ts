import { sql } from 'drizzle-orm'
import { placesIn, round, type Cell, type Counted } from '../../../figures/fixed/cells.ts'
import { fixedTable, tableIds, type TableId } from '../../../figures/fixed/tables.ts'
import type { Tx } from '../../db/context.ts'
import { stored } from './cells.ts'

/** Which rows: those held now, or at that moment; of one year or of all; of those whom one organisation flagged. */
export type Held = { at?: string; year?: number; registrar?: string }

export const momentOf = ({ at, year, registrar }: Held) => {
  const then =
    at === undefined
      ? sql`p.known_until = 'infinity'`
      : sql`p.known_from <= ${at}::timestamptz and p.known_until > ${at}::timestamptz`
  const inYear = year === undefined ? then : sql`${then} and p.year = ${year}`
  return registrar === undefined ? inYear : sql`${inYear} and p.registrar = ${registrar}`
}

type Group = Record<string, unknown> & {
  year: number
  entry: Counted['entry']
  mask: number
  n: number
  keys: string
}

const columnsOf = (id: TableId) => fixedTable(id).dimensions

/** By which bits PostgreSQL says that a row is of this table: one for each column that it does not tell apart. */
const maskOf = (id: TableId, columns: readonly string[]) =>
  columns.reduce((mask, name) => mask * 2 + ((columnsOf(id) as readonly string[]).includes(name) ? 0 : 1), 0)

/** Persons by all that each of these tables tells apart, each once, in one walk through the rows; margins are made of them. */
const groupsOf = async (tx: Tx, ids: readonly TableId[], held: Held) => {
  const columns = [...new Set(ids.flatMap(columnsOf))]
  const listed = sql.raw(columns.map((name) => `p.${name}`).join(', '))
  const sets = sql.raw(
    [
      ...new Set(
        ids.map(
          (id) =>
            `(${columnsOf(id)
              .map((name) => `p.${name}`)
              .join(', ')})`
        )
      )
    ].join(', ')
  )
  const { rows } = await tx.execute<Group>(sql`
    select p.year, p.entry, grouping(${listed}) as mask, ${listed}, count(*)::int as n, (sum(p.key) % 4294967296)::text as keys
    from stat.person p where ${momentOf(held)} group by p.year, p.entry, grouping sets (${sets})`)
  const byMask = Map.groupBy(rows, ({ mask }) => mask)
  return ids.map((id) => ({ id, groups: byMask.get(maskOf(id, columns)) ?? [] }))
}

const cellsOf = (id: TableId, groups: readonly Group[]): Cell[] => {
  const cells = new Map<string, Cell>()
  for (const { year, entry, n, keys, mask: _mask, ...codes } of groups)
    for (const at of placesIn(id, { entry, codes })) {
      const name = `${year} ${at}`
      const known = cells.get(name) ?? { table: id, year, at, n: 0, keys: 0 }
      cells.set(name, { ...known, n: known.n + n, keys: round(known.keys + Number(keys)) })
    }
  return [...cells.values()]
}

/** PostgreSQL tells at most 31 columns apart in one walk. */
const atOnce = 12

/** Counts every cell from the rows themselves, some tables at a time. */
export const countCells = async (tx: Tx, held: Held = {}): Promise<Cell[]> => {
  // It is asked for once a quarter, and walks through all persons.
  await tx.execute(
    sql`select set_config('statement_timeout', '600000', true), set_config('work_mem', '64MB', true)`
  )
  const cells: Cell[] = []
  for (let first = 0; first < tableIds.length; first += atOnce)
    for (const { id, groups } of await groupsOf(tx, tableIds.slice(first, first + atOnce), held))
      cells.push(...cellsOf(id, groups))
  return cells
}

/** Puts what is counted in the place of what was kept by differences, and returns how many cells were not the same. */
export const recountCells = async (tx: Tx): Promise<number> => {
  const counted = JSON.stringify((await countCells(tx)).map(stored))
  const kept = sql`select year, table_id, at, n, keys from stat.cell`
  const right = sql`select year, table_id, at, n, keys from jsonb_populate_recordset(null::stat.cell, ${counted}::jsonb)`
  const { rows } = await tx.execute<{ wrong: number }>(
    sql`select count(*)::int as wrong from ((${kept} except ${right}) union all (${right} except ${kept})) one`
  )
  const wrong = rows[0]!.wrong
  if (wrong === 0) return 0
  await tx.execute(sql`delete from stat.cell`)
  await tx.execute(sql`insert into stat.cell (year, table_id, at, n, keys) ${right}`)
  return wrong
}
