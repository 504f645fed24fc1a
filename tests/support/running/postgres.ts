import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOwner } from '../../../server/db/client.ts'
import { startEmbedded } from '../../../server/db/embedded/embedded.ts'
import { migrateDatabase } from '../../../server/db/migrate.ts'
import { createLog } from '../../../server/log.ts'
import { stating, type Urls } from './db.ts'
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

const within = (url: string, database: string): string => {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** A clone of the template in which the owner has run a statement, as the template of whoever is asked; it is dropped after. */
export async function withSpoiled<Found>(
  urls: Urls,
  statement: string,
  ask: (urls: Urls) => Promise<Found>
): Promise<Found> {
  const template = `spoiled_${randomUUID().replaceAll('-', '')}`
  await stating(
    urls.superuserUrl,
    `create database ${template} template ${urls.template} owner mnio strategy file_copy`
  )
  try {
    await stating(within(urls.ownerUrl, template), statement)
    return await ask({ ...urls, template })
  } finally {
    await stating(urls.superuserUrl, `drop database if exists ${template} with (force)`)
  }
}

async function createTemplate(superuserUrl: string, ownerUrl: string): Promise<void> {
  await stating(superuserUrl, `create database ${templateDatabase} owner mnio`)
  const url = within(ownerUrl, templateDatabase)
  const owner = openOwner({ url, keys: testKeys, log: createLog('silent') })
  await migrateDatabase(owner, testKeys)
  await owner.end()
}
