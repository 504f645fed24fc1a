import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../server/db/client.ts'
import { startEmbedded } from '../../server/db/embedded.ts'
import { migrateDatabase } from '../../server/db/migrate.ts'
import { createLog } from '../../server/log.ts'
import { templateDatabase, testKeys } from './keys.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string
    ownerUrl: string
  }
}

/** One PostgreSQL for the whole run, and one migrated database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mnio-test-'))
  chmodSync(dataDir, 0o711)
  const log = createLog('silent')
  const server = await startEmbedded({ dataDir, keys: testKeys, log, durable: false, maxConnections: 300 })
  await createTemplate(server.superuserUrl, server.url)
  project.provide('superuserUrl', server.superuserUrl)
  project.provide('ownerUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function createTemplate(superuserUrl: string, ownerUrl: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  await superuser.query(`create database ${templateDatabase} owner mnio`)
  await superuser.end()
  const url = new URL(ownerUrl)
  url.pathname = `/${templateDatabase}`
  const db = openDatabase({ url: url.href, keys: testKeys, log: createLog('silent') })
  await migrateDatabase(db.owner, testKeys)
  await db.close()
}
