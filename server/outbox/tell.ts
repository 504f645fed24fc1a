import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { inContext } from '../db/context.ts'
import { notices } from '../db/schema.ts'

export const channel = 'mnio_moved'

type Payload = { about: string; id: string; to: string[] }

/**
 * Delivers one telling: a notice for each organisation, and a hint to whoever listens now. Delivered again after a
 * crash it may say the same thing twice, which says nothing more.
 */
export const deliverTelling = (pool: Pool, { about, id, to }: Payload) =>
  inContext(pool, { orgId: null, personId: null, role: 'system' }, async (tx, at) => {
    await tx.insert(notices).values(to.map((orgId) => ({ id: randomUUID(), orgId, about, aboutId: id, at })))
    await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify({ about, id, to })})`)
  })
