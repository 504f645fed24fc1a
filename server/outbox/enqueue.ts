import { sql } from 'drizzle-orm'
import type { Tx } from '../db/context.ts'

/** Who must hear that something moved. Ids only: what moved is read under each reader's own right. */
export type Telling = { about: 'case' | 'referral' | 'meeting'; id: string; to: readonly string[] }

/** A job of the queue, committed with the act or not at all. */
export const tell = async (tx: Tx, { about, id, to }: Telling) => {
  if (to.length === 0) return
  await tx.execute(sql`select enqueue('tell', ${JSON.stringify({ about, id, to: [...new Set(to)] })}::json)`)
}
