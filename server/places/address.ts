import { eq } from 'drizzle-orm'
import { activeStays, type PlaceKind } from '../../workflows/places/places.ts'
import { audit } from '../acts/audit.ts'
import { unseal } from '../db/sealing.ts'
import { discloseSealed } from '../disclosure/sealed.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Database } from '../db/client.ts'
import { runQuery, drizzleOn, type Tx } from '../db/context.ts'
import { placeAddresses } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'

type Stay = { id: string; caseId: string; placeId: string; pool: PlaceKind | null }

const live = `select s.id, s.case_id as "caseId", s.place_id as "placeId", p.kind as pool
  from stay s left join place p on p.id = s.place_id where s.id = $1 and s.state = any($2::text[])`

/** The stay whose place this reader may know: PostgreSQL shows it with class A only, and policy is asked again. */
const readableStay = async (tx: Tx, stayId: string, reader: Reader) => {
  const [stay] = await runQuery<Stay>(tx, live, [stayId, activeStays])
  if (!stay) throw new NotFound('no such stay')
  const { inEmergency } = await discloseSealed(tx, {
    caseId: stay.caseId,
    dataClass: 'A',
    reader,
    pool: stay.pool
  })
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
