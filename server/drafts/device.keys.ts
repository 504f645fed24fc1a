import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { seal, unseal } from '../db/sealing.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { deviceKeys } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Keys } from '../keys.ts'
import { draftHours } from '../worker/kept.ts'

type Row = typeof deviceKeys.$inferSelect
/** Who asks, by which session, and when by the machine's clock: a device knows no other day. */
export type Asking = { keys: Keys; actor: Actor; sessionHash: string; now: Date }

/** Of one person, so that nobody fills the table: the oldest are forgotten. */
const most = 20

const sessionId = '(select id from session where id_hash = $2)'
const renew = `update device_key set expires_at = $4, session_id = ${sessionId}
  where id = (select id from device_key where person_id = $1 and device = $3 and private_half is not null and expires_at > $5
    order by expires_at desc limit 1)
  returning id, public_half as "publicHalf", expires_at as "expiresAt"`
const insert = `insert into device_key (person_id, session_id, device, expires_at, id, public_half, private_half, org_id, role)
  values ($1, ${sessionId}, $3, $4, $5, $6, $7, $8, $9)`
const forgetOldest = `update device_key set private_half = null where id in (select id from device_key
  where person_id = $1 and private_half is not null order by expires_at desc offset ${most})`
const open = `update device_key set session_id = ${sessionId} where id = $3 and person_id = $1
  returning private_half as "privateHalf", expires_at as "expiresAt"`

const sealedAt = (id: string) => ({ table: 'device_key', id, dataClass: 'C' })

const newPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    publicHalf: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateHalf: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url')
  }
}

/**
 * The key of this person on this device, with its full time before it. One that was forgotten is not the next one, and PostgreSQL shows
 * none of another role of theirs.
 */
export const keyOfDevice = async (tx: Tx, { keys, actor, sessionHash, now }: Asking, device: string) => {
  const { personId, orgId, role } = actor
  const expiresAt = new Date(now.getTime() + draftHours * 3_600_000)
  const asked = [personId, sessionHash, device, expiresAt]
  const [known] = await runQuery<Pick<Row, 'id' | 'publicHalf' | 'expiresAt'>>(tx, renew, [...asked, now])
  if (known) return known
  const id = randomUUID()
  const { publicHalf, privateHalf } = newPair()
  const sealed = seal(keys, sealedAt(id), privateHalf)
  await runQuery(tx, insert, [...asked, id, publicHalf, sealed, orgId, role])
  await runQuery(tx, forgetOldest, [personId])
  return { id, publicHalf, expiresAt }
}

/** The private half, to its own person in its own role; null where it is forgotten or its time is over. @throws NotFound for any other */
export const privateHalfOf = async (tx: Tx, { keys, actor, sessionHash, now }: Asking, id: string) => {
  const asked = [actor.personId, sessionHash, id]
  const [row] = await runQuery<Pick<Row, 'privateHalf' | 'expiresAt'>>(tx, open, asked)
  if (!row) throw new NotFound('no key of this person')
  const { privateHalf, expiresAt } = row
  const living = privateHalf !== null && expiresAt > now
  return { privateHalf: living ? (unseal(keys, sealedAt(id), privateHalf) as string) : null, expiresAt }
}
