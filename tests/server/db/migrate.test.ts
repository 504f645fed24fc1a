import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterEach, describe, expect, it } from 'vitest'
import { migrateDatabase } from '../../../server/db/migrate.ts'
import * as schema from '../../../server/db/schema/schema.ts'
import { freshDatabase, type TestDatabase } from '../../support/running/db.ts'

let db: TestDatabase
const opened: TestDatabase[] = []
const open = async () => opened.push((db = await freshDatabase()))
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

const listed = async (text: string) =>
  (await db.owner.query<{ line: string }>(text)).rows.map(({ line }) => line)
/** Every table with its rows, and when each schema's newest entry was made: what a migration would change. */
const everything = () =>
  listed(`select n.nspname || '.' || c.relname || ' ' ||
      (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)

/** What the chain of before the first release left: its last entry, and a table of its own. */
const former = async () => {
  await open()
  await db.owner.query('drop schema public cascade')
  await db.owner.query('drop schema graphile_worker cascade')
  await db.owner.query('create schema public')
  await db.owner.query('create table case_event (case_id uuid)')
  await db.owner.query('delete from drizzle.__drizzle_migrations')
  await db.owner.query('drop table drizzle.master_key')
}

describe('a database of a former version', () => {
  it.each([
    [
      'by its journal',
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 1795600035000)`
    ],
    ['by its tables, where no journal came with them', 'drop table drizzle.__drizzle_migrations']
  ])(
    'is known %s, is told that it must start anew and how, and keeps all that it holds',
    async (_how, left) => {
      await former()
      await db.owner.query(left)
      const before = await everything()
      const refused = expect(migrateDatabase(db.owner, db.keys)).rejects
      await refused.toThrow(
        /former version.*must start anew\.\nNothing in it was touched\. Set DATABASE_URL.*DATA_DIR/s
      )
      expect(await everything()).toEqual(before)
    }
  )
})

describe('a database of this release', () => {
  it('migrates again, and is as it was', async () => {
    await open()
    const before = await everything()
    await migrateDatabase(db.owner, db.keys)
    expect(await everything()).toEqual(before)
  })

  it('has the columns of the code’s tables, in their order', async () => {
    await open()
    const there = await listed(
      `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as line
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`
    )
    const tables = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [getTableConfig(one)] : []))
    for (const { name, columns } of tables) {
      const written = columns.map(
        (column) => `${name}.${column.name} ${column.getSQLType()}${column.notNull ? ' not null' : ''}`
      )
      expect(there.filter((line) => line.startsWith(`${name}.`))).toEqual(written)
    }
  })
})

describe('a migration', () => {
  const folder = new URL('../../../migrations/', import.meta.url)
  const { entries } = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as {
    entries: { tag: string; when: number; sha256: string }[]
  }

  it('is never edited once it is released: the journal holds its digest', () => {
    const digests = entries.map(({ tag }) => {
      const text = readFileSync(new URL(`${tag}.sql`, folder))
      return { tag, sha256: createHash('sha256').update(text).digest('hex') }
    })
    expect(digests).toEqual(entries.map(({ tag, sha256 }) => ({ tag, sha256 })))
  })

  it('stands in the journal, each later than the one before', () => {
    expect(globSync('*.sql', { cwd: folder }).sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`))
    expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).sort((a, b) => a - b))
  })
})
