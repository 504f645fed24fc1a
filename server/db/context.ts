import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import type { Role } from '../../policies/actor.ts'
import * as schema from './schema.ts'

export type Db = NodePgDatabase<typeof schema>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** For whom PostgreSQL decides rows. */
export type Context = { orgId: string | null; personId: string | null; role: Role }

const wrapped = new WeakMap<Pool, Db>()

export const drizzleOn = (pool: Pool): Db => {
  const known = wrapped.get(pool)
  if (known) return known
  const db = drizzle(pool, { schema })
  wrapped.set(pool, db)
  return db
}

/**
 * One transaction under the rights of one organisation: the only way to read or write case data. `at` is the database's
 * own clock unless a test or the seed brings its time.
 */
export const inContext = async <T>(
  pool: Pool,
  { orgId, personId, role }: Context,
  work: (tx: Tx, at: Date) => Promise<T>
): Promise<T> =>
  drizzleOn(pool).transaction(async (tx) => {
    const { rows } = await tx.execute<{ at: Date }>(sql`
      select set_config('app.org', ${orgId ?? ''}, true), set_config('app.person', ${personId ?? ''}, true),
        set_config('app.role', ${role}, true), set_config('app.case', '', true), now() as at`)
    return work(tx, new Date(rows[0]!.at))
  })

/** Lets the act of one case write for everyone who takes part in it. Only after the act is authorised. */
export const enterCase = (tx: Tx, caseId: string) => tx.execute(sql`select set_config('app.case', ${caseId}, true)`)
