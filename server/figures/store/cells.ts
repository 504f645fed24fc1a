import { sql } from 'drizzle-orm'
import { difference, type Cell } from '../../../figures/fixed/cells.ts'
import type { Tx } from '../../db/context.ts'
import type { Move } from './rows.ts'

/** Cells move by what changed of a person, however many persons there are. */
export const moveCells = async (tx: Tx, moves: readonly Move[]) => {
  const moved = difference(
    moves.flatMap(({ key, before, after }) => [
      ...(before ? [{ ...before, key, sign: -1 as const }] : []),
      ...(after ? [{ ...after, key, sign: 1 as const }] : [])
    ])
  )
  await addCells(tx, moved)
}

const addCells = async (tx: Tx, cells: readonly Cell[]) => {
  if (cells.length === 0) return
  const moved = sql`jsonb_populate_recordset(null::stat.cell, ${JSON.stringify(cells.map(stored))}::jsonb)`
  await tx.execute(sql`
    insert into stat.cell as c (year, table_id, at, n, keys) select year, table_id, at, n, keys from ${moved}
    on conflict (year, table_id, at) do update set n = c.n + excluded.n, keys = (c.keys + excluded.keys) % 4294967296`)
  // Only where somebody left: a row that nobody stands in says nothing.
  if (cells.some(({ n }) => n < 0))
    await tx.execute(sql`delete from stat.cell c using ${moved} m
      where c.year = m.year and c.table_id = m.table_id and c.at = m.at and c.n = 0 and c.keys = 0`)
}

/** As the table has it. */
export const stored = ({ table, ...cell }: Cell) => ({ table_id: table, ...cell })
