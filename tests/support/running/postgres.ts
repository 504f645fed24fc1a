import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openOwner } from '../../../server/db/client.ts'
import { startEmbedded } from '../../../server/db/embedded/embedded.ts'
import { migrateDatabase } from '../../../server/db/migrate.ts'
import { createLog } from '../../../server/log.ts'
import type { Urls } from './db.ts'
import { templateDatabase, testKeys } from './keys.ts'

/** One PostgreSQL, and one migrated database in it that every user clones. */
export async function standPostgres({ durable = false } = {}): Promise<Urls & { stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mnio-test-'))
  chmodSync(dataDir, 0o711)
  const log = createLog('silent')
  const server = await startEmbedded({ dataDir, keys: testKeys, log, durable, maxConnections: 300 })
  await createTemplate(server.superuserUrl, server.ownerUrl)
  return {
    superuserUrl: server.superuserUrl,
    ownerUrl: server.ownerUrl,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

async function createTemplate(superuserUrl: string, ownerUrl: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  await superuser.query(`create database ${templateDatabase} owner mnio`)
  await superuser.end()
  const url = new URL(ownerUrl)
  url.pathname = `/${templateDatabase}`
  const owner = openOwner({ url: url.href, keys: testKeys, log: createLog('silent') })
  await migrateDatabase(owner, testKeys)
  await owner.end()
}
