import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, openOwner, type Database } from '../../../server/db/client.ts'
import type { Keys } from '../../../server/keys.ts'
import { createLog } from '../../../server/log.ts'
import { testKeys } from './keys.ts'

export interface TestDatabase extends Database {
  /** Of whoever owns the tables, as no server has one. */
  owner: pg.Pool
  /** The owner's address. */
  url: string
  superuserUrl: string
  keys: Keys
}

/** Where the run's PostgreSQL answers, and which of its databases every user clones. */
export type Urls = { superuserUrl: string; ownerUrl: string; template: string }

const ofThisRun = (): Urls => ({
  superuserUrl: inject('superuserUrl'),
  ownerUrl: inject('ownerUrl'),
  template: inject('template')
})

/** A database of one's own, migrated and empty. `close()` drops it. */
export async function freshDatabase(
  { superuserUrl, ownerUrl, template } = ofThisRun()
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // File by file: block by block through the log, as PostgreSQL does unless told otherwise, took half as long again.
  await stating(superuserUrl, `create database ${name} template ${template} owner mnio strategy file_copy`)
  const [url, above] = [new URL(ownerUrl), new URL(superuserUrl)]
  url.pathname = above.pathname = `/${name}`
  const opening = { url: url.href, keys: testKeys, log: createLog('silent') }
  const db = openDatabase({ ...opening, size: 6 })
  const owner = openOwner(opening)
  return {
    ...db,
    owner,
    url: url.href,
    superuserUrl: above.href,
    keys: testKeys,
    close: async () => {
      await Promise.all([db.close(), owner.ended || owner.end()])
      await stating(superuserUrl, `drop database if exists ${name} with (force)`)
    }
  }
}

/** One statement by whoever the address names, by a connection of its own. */
export async function stating(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
