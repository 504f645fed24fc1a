import { statfsSync } from 'node:fs'
import type { ClientBase } from 'pg'
import { codeOf } from './fill.ts'

const batch = 10_000
const told = 50_000

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

const largest = `select relname as name, round(pg_table_size(oid) / 1e6)::int as rows, round(pg_indexes_size(oid) / 1e6)::int as indexes
  from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by pg_total_relation_size(oid) desc limit 6`

/** Where the bytes are. */
const sizesOf = async (db: ClientBase) => {
  const { rows } = await db.query<{ name: string; rows: number; indexes: number }>(largest)
  return rows.map(({ name, rows, indexes }) => `${name} ${rows} + ${indexes} MB of indexes`).join(', ')
}

/** PostgreSQL writes what it fills twice, and the machine lives on beside it. */
export const requireRoom = (dataDir: string, needed: number) => {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize > needed * 1.5 + 2e9) return
  throw new Error(
    `${Math.ceil((needed * 1.5 + 2e9) / 1e9)} GB are needed in ${dataDir}, and ${Math.floor((bavail * bsize) / 1e9)} GB are free`
  )
}

type Copying = { dataDir: string; from: number; to: number; say: (text: string) => void }

/** Says how far the filling is, and how long the rest takes as things go. */
const progress = ({ from, to, say }: Copying) => {
  const began = performance.now()
  return (filled: number) => {
    if (filled % told > 0 && filled < to) return
    const left = ((performance.now() - began) / 1000 / (filled - from)) * (to - filled)
    say(`${filled} of ${to} cases${filled < to ? `, ${Math.ceil(left)} s to go` : ''}`)
  }
}

// Every checkpoint makes the pages that are written next be logged whole: of a filling that is much more than the rows.
const fewCheckpoints = async (db: ClientBase, work: () => Promise<void>) => {
  await db.query(`alter system set max_wal_size = '8GB'`)
  await db.query('select pg_reload_conf()')
  await work()
  await db.query('alter system reset max_wal_size')
  await db.query('select pg_reload_conf()')
}

const copyAll = async (db: ClientBase, copying: Copying): Promise<void> => {
  const { from, to } = copying
  const tables = await tablesOfCases(db)
  const { rows } = await db.query<{ id: string }>('select id from "case" order by id')
  const templates = rows.map(({ id }) => id)
  const sayHowFar = progress(copying)
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
    sayHowFar(first + copies.length)
  }
  await db.query(`set session_replication_role = origin`)
}

/**
 * Fills up by copies of the cases that are there, table after table, each in one statement for thousands of cases. Gives the
 * bytes of a case, its indexes with it.
 */
export const fillByCopies = async (db: ClientBase, copying: Copying): Promise<number> => {
  const { dataDir, from, to, say } = copying
  const before = await sizeOf(db)
  requireRoom(dataDir, ((to - from) * before) / from)
  await fewCheckpoints(db, () => copyAll(db, copying))
  say(await sizesOf(db))
  return Math.round(((await sizeOf(db)) - before) / (to - from))
}
