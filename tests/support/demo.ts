import pg from 'pg'
import { inject } from 'vitest'
import { freshDatabase, type TestDatabase } from './running/db.ts'

export { freshDatabase, type TestDatabase }

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
