import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Device } from './device.ts'
import type { Identity } from './oidc.ts'
import { hashOf } from './sealing.ts'
import { idleMs, stillOpen, type AuthDb } from './store.ts'

const absoluteMs = 8 * 3_600_000
export const sessionsPerPerson = 2
/** How long a sign-in beyond the limit waits for its person's choice. */
export const choiceMs = 10 * 60_000
const keptMs = 30 * 24 * 3_600_000

const upsertPerson = `insert into person (issuer, subject, display_name, seen_at) values ($1, $2, $3, $4)
  on conflict (issuer, subject) do update
    set display_name = coalesce(nullif(excluded.display_name, ''), person.display_name),
      seen_at = excluded.seen_at
  returning id`

const insertSession = `insert into session
    (id_hash, person_id, membership_id, created_at, seen_at, absolute_until, id_token, acr, amr, email, browser, system, waits_until, id)
  values ($1, $2, (select a.id from acting_membership($2) a), $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

const replace = `update session set revoked_at = $2, ended_from = 'here' where id_hash = any($1::text[]) and revoked_at is null`
// Before it: what is sealed on this device stays its person’s own to open.
const carry = 'select carry_device_keys($1, $2, $3)'
const openOnes = `select count(*)::int as n from session s where s.person_id = $1 and ${stillOpen('s', '$2', '$3')}`

type NewSession = {
  token: string
  /** What this browser held before: it is closed, whoever had opened it. */
  previous: readonly string[]
  identity: Identity
  device: Device
  sealedIdToken: string
  now: Date
  /** Writes down that it opened, in the same transaction. */
  opened: (tx: PoolClient, personId: string) => Promise<void>
}

/** `waits`: as many sessions as may be are open elsewhere, and nothing is open here before the person has chosen. */
export type Opened = { personId: string; waits: boolean }

/** One transaction of the door. Whoever would count or end sessions of a person first locks their row. */
export async function doorTransaction<T>(db: AuthDb, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await db.connect()
  try {
    await tx.query('begin')
    const done = await work(tx)
    await tx.query('commit')
    return done
  } catch (error) {
    await tx.query('rollback')
    throw error
  } finally {
    tx.release()
  }
}

/** Whether as many sessions of a person are open as may be. */
export async function atLimit(tx: PoolClient, personId: string, now: Date): Promise<boolean> {
  const values = [personId, now, new Date(now.getTime() - idleMs)]
  const { rows } = await tx.query<{ n: number }>(openOnes, values)
  return rows[0]!.n >= sessionsPerPerson
}

/** Signs a principal in, and closes nothing elsewhere to do so. */
export const openSession = (db: AuthDb, opening: NewSession): Promise<Opened> =>
  doorTransaction(db, (tx) => writeSession(tx, opening))

async function writeSession(
  tx: PoolClient,
  { token, previous, identity, device, sealedIdToken, now, opened }: NewSession
): Promise<Opened> {
  const at = (ms: number) => new Date(now.getTime() + ms)
  const { issuer, subject, name, email, acr, amr } = identity
  const found = await tx.query<{ id: string }>(upsertPerson, [issuer, subject, name, now])
  const personId = found.rows[0]?.id
  if (personId === undefined) throw new Error('a person could not be written')
  const id = randomUUID()
  if (previous.length > 0) {
    const before = previous.map(hashOf)
    await tx.query(carry, [personId, before, id])
    await tx.query(replace, [before, now])
  }
  const waits = await atLimit(tx, personId, now)
  const said = [sealedIdToken, acr, amr, email, device.browser, device.system]
  const values = [hashOf(token), personId, now, at(absoluteMs), ...said, waits ? at(choiceMs) : null]
  await tx.query(insertSession, [...values, id])
  await tx.query('delete from session where person_id = $1 and absolute_until < $2', [personId, at(-keptMs)])
  if (!waits) await opened(tx, personId)
  return { personId, waits }
}
