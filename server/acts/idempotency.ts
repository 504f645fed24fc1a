import type { Actor } from '../../policies/actor.ts'
import { runQuery, type Tx } from '../db/context.ts'
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
  return { ...own, mac: keys.mark('idempotency:1', said) }
}

const claiming = `insert into idempotency (person_id, key, request_mac, aggregate, aggregate_id, at)
  values ($1, $2, $3, $4, $5, coalesce($6, wall_clock())) on conflict do nothing returning true as first`
const claimed =
  'select request_mac as "mac", aggregate_id as "aggregateId" from idempotency where person_id = $1 and key = $2'

/** What the request is about, by an id that is known or drawn before anything is done. */
type Claim = { aggregate: string; id: string; at: Date | null }

/**
 * Takes the key for this act, or gives the answer already given under it. It joins the act's transaction: a key that is taken
 * was done, and a refusal leaves it free. Requests under one key wait for each other here, on the row that the first one
 * writes, before any of them looks at the case: what the first one changed must not refuse the others.
 * @throws IdempotencyMismatch when the key came with another request.
 */
export const givenBefore = async (tx: Tx, once: Once, claim: Claim): Promise<string | null> => {
  if (once === null) return null
  const { personId, key, mac } = once
  const { aggregate, id, at } = claim
  const first = await runQuery(tx, claiming, [personId, key, mac, aggregate, id, at])
  if (first.length > 0) return null
  const [row] = await runQuery<{ mac: string; aggregateId: string }>(tx, claimed, [personId, key])
  if (!row) return givenBefore(tx, once, claim)
  if (row.mac !== mac) throw new IdempotencyMismatch('another request under the same key')
  return row.aggregateId
}
