import { statfsSync } from 'node:fs'
import type { ClientBase } from 'pg'
import { codeOf } from './fill.ts'

const batch = 10_000

type Table = { name: string; columns: string[] }

/** Every table whose rows belong to a case, with what can be written to it: whatever tables that are. */
const tablesOfCases = async (db: ClientBase): Promise<Table[]> => {
  const { rows } = await db.query<Table>(
    `select quote_ident(c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (c.relname = 'case'
        or exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'case_id' and k.atttypid = 'uuid'::regtype))
      group by c.relname`
  )
  return rows
}

/** What a copy has of its own; all else is its template's. */
const valueOf = (table: string, column: string) => {
  if (column === 'case_id' || (column === 'id' && table === '"case"')) return 'k.id'
  if ((column === 'code' && table === '"case"') || column === 'case_code') return 'k.code'
  return column === 'id' ? `md5(t.id::text || k.code)::uuid` : `t.${column}`
}

const copyTable = (db: ClientBase, { name, columns }: Table) => {
  const own = name === '"case"' ? 'id' : 'case_id'
  return db.query(
    `insert into ${name} (${columns.join(', ')}) select ${columns.map((column) => valueOf(name, column)).join(', ')}
       from ${name} t join copied k on k.template = t.${own}`
  )
}

const sizeOf = async (db: ClientBase) =>
  Number(
    (await db.query<{ size: string }>('select pg_database_size(current_database()) as size')).rows[0]!.size
  )

/** PostgreSQL writes what it fills twice, and the machine lives on beside it. */
export const requireRoom = (dataDir: string, needed: number) => {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize > needed * 1.5 + 2e9) return
  throw new Error(
    `${Math.ceil((needed * 1.5 + 2e9) / 1e9)} GB are needed in ${dataDir}, and ${Math.floor((bavail * bsize) / 1e9)} GB are free`
  )
}

type Copying = { dataDir: string; from: number; to: number; say: (text: string) => void }

/**
 * Fills up by copies of the cases that are there, table after table, each in one statement for thousands of cases. Gives the
 * bytes of a case, its indexes with it.
 */
export const fillByCopies = async (db: ClientBase, { dataDir, from, to, say }: Copying): Promise<number> => {
  const before = await sizeOf(db)
  requireRoom(dataDir, ((to - from) * before) / from)
  const tables = await tablesOfCases(db)
  const { rows } = await db.query<{ id: string }>('select id from "case" order by id')
  const templates = rows.map(({ id }) => id)
  await db.query(`set session_replication_role = replica`)
  await db.query(`create temp table copied (template uuid primary key, id uuid not null, code text not null)`)
  for (let first = from; first < to; first += batch) {
    const copies = templates.slice(0, Math.min(batch, to - first))
    await db.query('truncate copied')
    await db.query(
      `insert into copied select template, md5(template::text || code)::uuid, code from unnest($1::uuid[], $2::text[]) t(template, code)`,
      [copies, copies.map((_, index) => codeOf(first + index))]
    )
    await db.query('analyze copied')
    await db.query('begin')
    for (const table of tables) await copyTable(db, table)
    await db.query('commit')
    if ((first + copies.length) % 100_000 === 0) say(`${first + copies.length} cases`)
  }
  await db.query(`set session_replication_role = origin`)
  return Math.round(((await sizeOf(db)) - before) / (to - from))
}
