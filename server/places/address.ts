import { eq } from 'drizzle-orm'
import { accessTo } from '../../policies/data-classes.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { ownPool } from '../../workflows/places/places.ts'
import { audit } from '../audit/audit.ts'
import { capacitiesOf, readCase } from '../cases/store.ts'
import { unseal } from '../commands/sealing.ts'
import type { Reader } from '../reading/view.ts'
import type { Database } from '../db/client.ts'
import { drizzleOn, type Tx } from '../db/context.ts'
import { placeAddresses, places, stays } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'
import { openedTo } from '../emergency/store.ts'
import type { Keys } from '../keys.ts'

/** The stay whose place this reader may know: PostgreSQL shows it with class A only, and policy is asked again. */
const readableStay = async (tx: Tx, stayId: string, reader: Reader) => {
  const { actor } = reader
  const [stay] = await tx.select().from(stays).where(eq(stays.id, stayId))
  if (!stay || stay.state === 'ended') throw new NotFound('no such stay')
  const row = await readCase(tx, stay.caseId)
  const held = row ? await capacitiesOf(tx, stay.caseId, actor) : []
  const [place] = await tx.select({ kind: places.kind }).from(places).where(eq(places.id, stay.placeId))
  const ofItsPool = (capacity: Capacity) => !ownPool[capacity] || ownPool[capacity] === place?.kind
  const byRight = held.some(
    (capacity) => accessTo('A', capacity, row!.facts).access === 'masked' && ofItsPool(capacity)
  )
  const inEmergency = !byRight && held.length > 0 && (await openedTo(tx, stay.caseId, reader)).has('A')
  if (!byRight && !inEmergency) throw new NotFound('no such stay')
  return { stay, inEmergency }
}

/**
 * Class A: where a person is housed. The one place that reads it, under a database role that reads nothing else; each
 * reading is audited on the case. @throws NotFound for anyone but the desk, the shelter, after the match the referent, and
 * the police while an emergency access holds.
 */
export const readAddress = async (
  tx: Tx,
  db: Database,
  keys: Keys,
  asked: { stayId: string; reader: Reader }
) => {
  const { stayId, reader } = asked
  const { stay, inEmergency } = await readableStay(tx, stayId, reader)
  await audit(tx, reader.actor, reader.now, {
    chain: `case:${stay.caseId}`,
    action: 'read',
    object: `stay:${stay.id}`,
    outcome: 'allowed',
    detail: inEmergency ? 'A,glass' : 'A'
  })
  const [row] = await drizzleOn(db.location)
    .select()
    .from(placeAddresses)
    .where(eq(placeAddresses.placeId, stay.placeId))
  if (!row) throw new NotFound('no address')
  const { lines } = unseal(keys, { table: 'place_address', id: stay.placeId, dataClass: 'A' }, row.body) as {
    lines: string[]
  }
  return { lines }
}
