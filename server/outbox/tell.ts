import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { inContext } from '../db/context.ts'
import { notices } from '../db/schema.ts'
import type { Telling } from './enqueue.ts'

export const channel = 'mnio_moved'

/** As the queue kept it. */
type Delivered = Omit<Telling, 'at'> & { at?: Date | string }

/**
 * Delivers one telling: a notice for each organisation, once, and a hint to whoever listens now. Delivered again after a
 * crash the hint may be given twice, which says nothing more.
 */
export const deliverTelling = (pool: Pool, { about, id, to, line, at: told }: Delivered) =>
  inContext(pool, { orgId: null, personId: null, role: 'system' }, async (tx, clock) => {
    const at = told ? new Date(told) : clock
    const said = { about: line.about, aboutId: line.id, seq: line.seq, at }
    await tx
      .insert(notices)
      .values(to.map((orgId) => ({ id: randomUUID(), orgId, ...said })))
      .onConflictDoNothing()
    await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify({ about, id, to })})`)
  })
