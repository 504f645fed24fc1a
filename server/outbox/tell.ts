import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { inContext, runQuery } from '../db/context.ts'
import { notices } from '../db/schema/schema.ts'
import type { Telling } from './enqueue.ts'

export const channel = 'mnio_moved'

/** What listeners are given: ids, and the line by which it is known who of an organisation may hear of it. */
export type Hint = Pick<Telling, 'about' | 'id' | 'line'> & {
  to: readonly string[]
  /** Those of them that work in teams, whose people are asked one by one; where it is not said, all of them. */
  byTeam?: readonly string[]
}

const inTeams = 'select id from organisation where by_team and id = any($1::uuid[])'

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
    // Those who are told a later hour are given no hint at this one.
    if (at > clock) return
    const byTeam = (await runQuery<{ id: string }>(tx, inTeams, [to])).map((one) => one.id)
    const hint = { about, id, to, line, byTeam } satisfies Hint
    await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(hint)})`)
  })
