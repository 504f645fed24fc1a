import type { PoolClient } from 'pg'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import type { WaitingSignIn } from '../views/sessions.ts'
import { endElsewhere, openSessions, openSessionsValues, sessionLine, type DeviceRow } from './devices.ts'
import { atLimit, doorTransaction, sessionsPerPerson } from './opening.ts'
import { SignInRefused } from './refusals.ts'
import { hashOf, isToken } from './sealing.ts'
import type { AuthDb } from './store.ts'

type WaitingRow = { personId: string; name: string; acr: string; until: Date }

const waiting = `select s.person_id as "personId", p.display_name as name, s.acr, s.waits_until as until
  from session s join person p on p.id = s.person_id
  where s.id_hash = $1 and s.revoked_at is null and s.waits_until > $2`
const ofPerson = 'select from session where id = $1 and person_id = $2'
const open = 'update session set waits_until = null, seen_at = $2 where id_hash = $1'

/** What a sign-in that waits shows to its own person, by its cookie; null where none waits. */
export async function viewWaiting(
  db: AuthDb,
  { token, now, locale }: { token: string | undefined; now: Date; locale: Locale }
): Promise<WaitingSignIn | null> {
  if (!isToken(token)) return null
  const row = (await db.query<WaitingRow>(waiting, [hashOf(token), now])).rows[0]
  if (row === undefined) return null
  const { rows } = await db.query<DeviceRow>(openSessions, openSessionsValues(row.personId, token, now))
  return {
    person: row.name,
    until: row.until.toISOString(),
    most: sessionsPerPerson,
    items: rows.map((one) => sessionLine(one, locale))
  }
}

/** The session that makes room; or all of them; or none, where one has ended by itself in the meantime. */
export type End = { id: string } | 'all' | 'none'
type Choice = { token: string; end: End; now: Date }
export type Chosen = { personId: string; acr: string; open: boolean; ended: number }

/** Ends what was chosen and opens what waited, or leaves both as they were. @throws SignInRefused, NotFound */
export const choose = (db: AuthDb, choice: Choice): Promise<Chosen> =>
  doorTransaction(db, async (tx) => {
    const row = await waitingOf(tx, choice)
    const { token, now } = choice
    const ended = await makeRoom(tx, row.personId, choice)
    const full = await atLimit(tx, row.personId, now)
    if (!full) await tx.query(open, [hashOf(token), now])
    return { personId: row.personId, acr: row.acr, open: !full, ended }
  })

async function makeRoom(tx: PoolClient, personId: string, { token, end, now }: Choice): Promise<number> {
  if (end === 'none') return 0
  const id = end === 'all' ? null : end.id
  if (id !== null && (await tx.query(ofPerson, [id, personId])).rowCount !== 1)
    throw new NotFound('no session of this person')
  return (await tx.query(endElsewhere, [personId, now, hashOf(token), id])).rowCount ?? 0
}

/** Locks the person first, as a sign-in does, so that the two are counted one after the other. */
async function waitingOf(tx: PoolClient, { token, now }: Choice): Promise<WaitingRow> {
  const lock = 'select from person where id = (select person_id from session where id_hash = $1) for update'
  await tx.query(lock, [hashOf(token)])
  const row = (await tx.query<WaitingRow>(waiting, [hashOf(token), now])).rows[0]
  if (row === undefined) throw new SignInRefused('expire')
  return row
}
