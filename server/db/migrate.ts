import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { runMigrations } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { keepFirstVersion } from './first-version.ts'
import type { Keys } from '../keys.ts'
import { keepKindRoles } from './kind-roles.ts'
import { keepRegimeNeeds } from './regime-needs.ts'
import { keepRelease } from './release.ts'
import { checkRoles, ensureRoles } from './roles.ts'
import { keepSight } from './sight.ts'
import { keepVocabularies } from './vocabularies.ts'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
const journalFile = `${migrationsFolder}/meta/_journal.json`
const migrationLock = 7_215_001

interface Journal {
  entries: { tag: string; when: number }[]
}

const journal = () => JSON.parse(readFileSync(journalFile, 'utf8')) as Journal

/**
 * Brings the database to this release: login roles first (migrations grant to them), then the job queue's own
 * tables, then ours. Servers that start together wait for each other on an advisory lock.
 */
export async function migrateDatabase(owner: Pool, keys: Keys): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await refuseFormer(client)
    await claimDatabase(client, keys)
    await ensureRoles(client, keys)
    await runMigrations({ pgPool: owner, schema: 'graphile_worker' })
    await migrate(drizzle(client), { migrationsFolder })
    await checkRoles(client)
    await keepVocabularies(client)
    await keepSight(client)
    await keepKindRoles(client)
    await keepRegimeNeeds(client)
    await keepFirstVersion(client)
    await keepRelease(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    client.release()
  }
}

const former = `This database was filled by a former version of MNIO, which this one cannot continue: it must start anew.
Nothing in it was touched. Set DATABASE_URL to an empty database; with the embedded one set DATA_DIR to another folder, or delete the folder if nobody needs what it holds, as that of the demonstration (./.data).`

/**
 * The schema was written anew before the first release, and no migration leads to it. A database of the chain before has older
 * entries in its journal, or tables and no journal at all; it is refused before anything is written to it.
 */
async function refuseFormer(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ journal: boolean; tables: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as journal, to_regclass('public.case_event') is not null as tables`
  )
  const { journal: kept, tables } = rows[0]!
  const oldest = kept
    ? (
        await client.query<{ at: string | null }>(
          'select min(created_at) as at from drizzle.__drizzle_migrations'
        )
      ).rows[0]!.at
    : null
  if (oldest === null ? tables : Number(oldest) < journal().entries[0]!.when) throw new Error(former)
}

/** A database filled under one master key is unreadable under another: better not to start at all. */
async function claimDatabase(client: PoolClient, keys: Keys): Promise<void> {
  await client.query('create schema if not exists drizzle')
  await client.query('create table if not exists drizzle.master_key (fingerprint text primary key)')
  const { rows } = await client.query<{ fingerprint: string }>('select fingerprint from drizzle.master_key')
  const known = rows[0]?.fingerprint
  if (known !== undefined && known !== keys.fingerprint) {
    throw new Error('This database was filled under another master key: set KEY_FILE to that key')
  }
  if (known === undefined) {
    await client.query('insert into drizzle.master_key values ($1)', [keys.fingerprint])
  }
}

/** True when the last migration of this release is in the database. */
export async function migrationsApplied(pool: Pool): Promise<boolean> {
  const last = journal().entries.at(-1)!
  const { rows } = await pool.query<{ latest: string | null }>(
    'select max(created_at) as latest from drizzle.__drizzle_migrations'
  )
  return Number(rows[0]?.latest ?? 0) >= last.when
}
