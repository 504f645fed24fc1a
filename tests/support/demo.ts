import pg from 'pg'
import { inject } from 'vitest'
import { seedWorld, type Seeding } from '../../server/demo/seed.ts'
import { insertReference } from '../../server/demo/world/reference.ts'
import { freshDatabase, type TestDatabase } from './running/db.ts'

export { freshDatabase, type TestDatabase }

/** The country first, as preparation does under the owner; then its stories. */
export const tellWorld = async ({ db, now = new Date(), ...asked }: Seeding & { db: TestDatabase }) => {
  await insertReference({ ...asked, now, owner: db.owner })
  return seedWorld({ ...asked, now, db })
}

/** Reads everything, past row security: for tests that look at a whole world. */
export const asSuperuserOf =
  (db: TestDatabase) =>
  async <T extends object>(sql: string): Promise<T[]> => {
    const url = new URL(inject('superuserUrl'))
    url.pathname = new URL(db.url).pathname
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    try {
      return (await client.query<T>(sql)).rows
    } finally {
      await client.end()
    }
  }
