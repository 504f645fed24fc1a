import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import type { Tx } from '../db/context.ts'
import { idempotency } from '../db/schema.ts'
import { IdempotencyMismatch } from '../errors.ts'

const hashOf = (asked: object) => createHash('sha256').update(JSON.stringify(asked)).digest('base64url')

/**
 * The answer already given under this key, or null. Requests under one key wait for each other here, before any of them
 * looks at the case: what the first one changed must not refuse the others.
 * @throws IdempotencyMismatch when the key came with another request.
 */
export const givenBefore = async (tx: Tx, personId: string, key: string | null, request: object): Promise<string | null> => {
  if (key === null) return null
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`)
  const [row] = await tx.select().from(idempotency).where(and(eq(idempotency.personId, personId), eq(idempotency.key, key)))
  if (!row) return null
  if (row.requestHash !== hashOf(request)) throw new IdempotencyMismatch('another request under the same key')
  return row.aggregateId
}

/** Joins the act's transaction: a key that is remembered was done, and a key that was done is remembered. */
export const rememberKey = async (tx: Tx, asked: { actor: Actor; key: string | null }, request: object, about: { aggregate: string; id: string; at: Date }) => {
  if (asked.key === null) return
  const { aggregate, id: aggregateId, at } = about
  await tx.insert(idempotency).values({ personId: asked.actor.personId, key: asked.key, requestHash: hashOf(request), aggregate, aggregateId, at })
}
