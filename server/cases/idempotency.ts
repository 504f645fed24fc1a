import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import type { Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { idempotency } from '../db/schema.ts'
import { IdempotencyMismatch } from '../errors.ts'

const hashOf = (asked: object) => createHash('sha256').update(JSON.stringify(asked)).digest('base64url')

/** The answer already given under this key, or null. @throws IdempotencyMismatch when the key came with another request. */
export const givenBefore = async (tx: Tx, personId: string, key: string | null, request: object): Promise<string | null> => {
  if (key === null) return null
  const [row] = await tx.select().from(idempotency).where(and(eq(idempotency.personId, personId), eq(idempotency.key, key)))
  if (!row) return null
  if (row.requestHash !== hashOf(request)) throw new IdempotencyMismatch('another request under the same key')
  return row.aggregateId
}

/** Joins the act's transaction: two requests under one key cannot both commit. */
export const rememberKey = async (tx: Tx, asked: { actor: Actor; key: string | null }, request: object, about: { aggregate: string; id: string; at: Date }) => {
  if (asked.key === null) return
  const { aggregate, id: aggregateId, at } = about
  await tx.insert(idempotency).values({ personId: asked.actor.personId, key: asked.key, requestHash: hashOf(request), aggregate, aggregateId, at })
}

/** Two requests under one key that race: the loser reads the winner's answer. */
export const orReplay = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (brokenConstraint(error) === 'idempotency_person_id_key_pk') return work()
    throw error
  }
}
