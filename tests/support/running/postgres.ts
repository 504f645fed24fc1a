import { randomUUID } from 'node:crypto'
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
    template: templateDatabase,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

const asked = async (url: string, statement: string, database?: string): Promise<void> => {
  const address = new URL(url)
  if (database !== undefined) address.pathname = `/${database}`
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A clone of the template in which the owner has run a statement, as the template of whoever is asked; it is dropped after. */
export async function withSpoiled<Found>(
  urls: Urls,
  statement: string,
  ask: (urls: Urls) => Promise<Found>
): Promise<Found> {
  const template = `spoiled_${randomUUID().replaceAll('-', '')}`
  await asked(
    urls.superuserUrl,
    `create database ${template} template ${urls.template} owner mnio strategy file_copy`
  )
  try {
    await asked(urls.ownerUrl, statement, template)
    return await ask({ ...urls, template })
  } finally {
    await asked(urls.superuserUrl, `drop database if exists ${template} with (force)`)
  }
}

async function createTemplate(superuserUrl: string, ownerUrl: string): Promise<void> {
  await asked(superuserUrl, `create database ${templateDatabase} owner mnio`)
  const url = new URL(ownerUrl)
  url.pathname = `/${templateDatabase}`
  const owner = openOwner({ url: url.href, keys: testKeys, log: createLog('silent') })
  await migrateDatabase(owner, testKeys)
  await owner.end()
}
