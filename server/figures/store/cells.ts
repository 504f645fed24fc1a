import { sql } from 'drizzle-orm'
import {
  difference,
  placesIn,
  round,
  tableFrom,
  type Cell,
  type Counted
} from '../../../figures/fixed/cells.ts'
import { fixedTable, tableIds, type TableId } from '../../../figures/fixed/tables.ts'
import type { CountedTable } from '../../../figures/table/counted.ts'
import type { Tx } from '../../db/context.ts'
import { sumKey, type Move } from './rows.ts'

/** Cells move by what changed of a person, however many persons there are. */
export const moveCells = async (tx: Tx, moves: readonly Move[]) => {
  const moved = difference(
    moves.flatMap(({ rkey, before, after }) => [
      ...(before ? [{ ...before, key: sumKey(rkey), sign: -1 as const }] : []),
      ...(after ? [{ ...after, key: sumKey(rkey), sign: 1 as const }] : [])
    ])
  )
  await addCells(tx, moved)
}

/** Of persons who stay where they are under another key. */
export const rekeyCells = async (tx: Tx, rows: readonly Counted[], keys: { from: number; to: number }) => {
  const moves = rows.flatMap((row) => [
    { ...row, key: keys.from, sign: -1 as const },
    { ...row, key: keys.to, sign: 1 as const }
  ])
  await addCells(tx, difference(moves))
}

const addCells = async (tx: Tx, cells: readonly Cell[]) => {
  if (cells.length === 0) return
  const rows = cells.map(({ table, ...cell }) => ({ table_id: table, ...cell }))
  await tx.execute(sql`
    insert into stat.cell as c (year, table_id, at, n, keys)
    select year, table_id, at, n, keys from jsonb_populate_recordset(null::stat.cell, ${JSON.stringify(rows)}::jsonb)
    on conflict (year, table_id, at) do update set n = c.n + excluded.n, keys = (c.keys + excluded.keys) % 4294967296`)
  const years = JSON.stringify([...new Set(cells.map(({ year }) => year))])
  await tx.execute(sql`delete from stat.cell where n = 0 and keys = 0
    and year in (select one::smallint from jsonb_array_elements_text(${years}::jsonb) one)`)
}

type Group = { year: number; entry: Counted['entry']; codes: Counted['codes']; n: number; keys: string }

/** Persons by all that one table tells apart, each once: what PostgreSQL counts, and margins are made of. */
const groupsOf = async (tx: Tx, id: TableId, held: Held): Promise<Group[]> => {
  const names = fixedTable(id).dimensions.filter((name) => name !== 'entry')
  const listed = sql.raw(names.map((name) => `p.${name}`).join(', '))
  const codes = sql.raw(names.map((name) => `'${name}', p.${name}`).join(', '))
  const { rows } = await tx.execute<Group>(sql`
    select p.year, p.entry, jsonb_build_object(${codes}) as codes, count(*)::int as n,
      (sum(p.key) % 4294967296)::bigint::text as keys
    from stat.person p
    where ${held.at === undefined ? sql`p.known_until = 'infinity'` : sql`p.known_from <= ${held.at}::timestamptz and p.known_until > ${held.at}::timestamptz`}
      and ${held.year === undefined ? sql`true` : sql`p.year = ${held.year}`}
    group by p.year, p.entry, ${listed}`)
  return rows
}

/** Which rows: those held now, or at that moment; of one year or of all. */
type Held = { at?: string; year?: number }

const countTable = async (tx: Tx, id: TableId, held: Held): Promise<Cell[]> => {
  const cells = new Map<string, Cell>()
  for (const { year, n, keys, ...row } of await groupsOf(tx, id, held))
    for (const at of placesIn(id, row)) {
      const name = `${year} ${at}`
      const known = cells.get(name) ?? { table: id, year, at, n: 0, keys: 0 }
      cells.set(name, { ...known, n: known.n + n, keys: round(known.keys + Number(keys)) })
    }
  return [...cells.values()]
}

/** Counts every cell from the rows themselves, a table at a time. */
export const countCells = async (tx: Tx, held: Held = {}): Promise<Cell[]> => {
  const cells: Cell[] = []
  for (const id of tableIds) cells.push(...(await countTable(tx, id, held)))
  return cells
}

/** Puts what is counted in the place of what was kept by differences, and returns how many cells were not the same. */
export const recountCells = async (tx: Tx): Promise<number> => {
  const counted = JSON.stringify(
    (await countCells(tx)).map(({ table, ...cell }) => ({ table_id: table, ...cell }))
  )
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
  { asOf }: { asOf?: Date } = {}
): Promise<CountedTable[]> => {
  if (asOf) return gridsOf(await countCells(tx, { year, at: asOf.toISOString() }))
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
