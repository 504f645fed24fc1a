import { createHash } from 'node:crypto'
import type { Actor } from '../../policies/actor.ts'
import { ask, together, type Tx } from '../db/context.ts'
import { IdempotencyMismatch } from '../errors.ts'

const hashOf = (asked: object) => createHash('sha256').update(JSON.stringify(asked)).digest('base64url')

/** A key is of one person in one membership: in another organisation or role the same words ask something else. */
const keptKey = ({ orgId, role }: Actor, key: string) => `${orgId} ${role} ${key}`

const given =
  'select request_hash as "requestHash", aggregate_id as "aggregateId" from idempotency where person_id = $1 and key = $2'
const remembered =
  'insert into idempotency (person_id, key, request_hash, aggregate, aggregate_id, at) values ($1, $2, $3, $4, $5, $6)'

/**
 * The answer already given under this key, or null. Requests under one key wait for each other here, before any of them
 * looks at the case: what the first one changed must not refuse the others.
 * @throws IdempotencyMismatch when the key came with another request.
 */
export const givenBefore = async (
  tx: Tx,
  actor: Actor,
  key: string | null,
  request: object
): Promise<string | null> => {
  if (key === null) return null
  const [, [row]] = await together([
    ask(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${actor.personId} ${keptKey(actor, key)}`
    ]),
    ask<{ requestHash: string; aggregateId: string }>(tx, given, [actor.personId, keptKey(actor, key)])
  ])
  if (!row) return null
  if (row.requestHash !== hashOf(request)) throw new IdempotencyMismatch('another request under the same key')
  return row.aggregateId
}

/** Joins the act's transaction: a key that is remembered was done, and a key that was done is remembered. */
export const rememberKey = async (
  tx: Tx,
  asked: { actor: Actor; key: string | null },
  request: object,
  about: { aggregate: string; id: string; at: Date }
) => {
  const { actor, key } = asked
  if (key === null) return
  const { aggregate, id: aggregateId, at } = about
  await ask(tx, remembered, [
    actor.personId,
    keptKey(actor, key),
    hashOf(request),
    aggregate,
    aggregateId,
    at
  ])
}
