import { createHmac } from 'node:crypto'
import type { Actor } from '../../policies/actor.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { IdempotencyMismatch } from '../errors.ts'
import type { Keys } from '../keys.ts'

/** A request under its key, or null where none was given. */
export type Once = { personId: string; key: string; mac: string } | null

/** A key is of one person in one membership: in another organisation or role the same words ask something else. */
const keptKey = ({ orgId, role }: Actor, key: string) => `${orgId} ${role} ${key}`

/**
 * What is kept of a request, to tell it from another. A request holds names and birth dates, and without a secret a list
 * of them finds the one: so it is keyed, under a key of its own, and bound to its row, where two equal requests differ.
 */
export const underKey = (
  keys: Keys,
  { actor, key }: { actor: Actor; key: string | null },
  request: object
): Once => {
  if (key === null) return null
  const own = { personId: actor.personId, key: keptKey(actor, key) }
  const said = JSON.stringify([own.personId, own.key, request])
  return { ...own, mac: createHmac('sha256', keys.derive('idempotency:1')).update(said).digest('base64url') }
}

const given =
  'select request_mac as "mac", aggregate_id as "aggregateId" from idempotency where person_id = $1 and key = $2'
const remembered =
  'insert into idempotency (person_id, key, request_mac, aggregate, aggregate_id, at) values ($1, $2, $3, $4, $5, $6)'

/**
 * The answer already given under this key, or null. Requests under one key wait for each other here, before any of them
 * looks at the case: what the first one changed must not refuse the others.
 * @throws IdempotencyMismatch when the key came with another request.
 */
export const givenBefore = async (tx: Tx, once: Once): Promise<string | null> => {
  if (once === null) return null
  const { personId, key, mac } = once
  const [, [row]] = await settleAll([
    runQuery(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${personId} ${key}`]),
    runQuery<{ mac: string; aggregateId: string }>(tx, given, [personId, key])
  ])
  if (!row) return null
  if (row.mac !== mac) throw new IdempotencyMismatch('another request under the same key')
  return row.aggregateId
}

/** Joins the act's transaction: a key that is remembered was done, and a key that was done is remembered. */
export const rememberKey = async (
  tx: Tx,
  once: Once,
  { aggregate, id, at }: { aggregate: string; id: string; at: Date }
) => {
  if (once === null) return
  await runQuery(tx, remembered, [once.personId, once.key, once.mac, aggregate, id, at])
}
