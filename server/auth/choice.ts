import type { PoolClient } from 'pg'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import type { WaitingSignIn } from '../views/sessions.ts'
import { endElsewhere, openSessions, openSessionsValues, sessionLine, type DeviceRow } from './devices.ts'
import { atLimit, doorTransaction, sessionsPerPerson } from './opening.ts'
import { SignInRefused } from './refusals.ts'
import type { RecordAct } from './routes.ts'
import { hashOf, isToken, newToken, seal, unseal } from './sealing.ts'
import { idTokenPurpose } from './session.ts'
import type { AuthDb } from './store.ts'

type WaitingRow = { personId: string; name: string; acr: string; idToken: string | null; until: Date }

const waiting = `select s.person_id as "personId", p.display_name as name, s.acr, s.id_token as "idToken", s.waits_until as until
  from session s join person p on p.id = s.person_id
  where s.id_hash = $1 and s.revoked_at is null and s.waits_until > $2`
const ofPerson = 'select from session where id = $1 and person_id = $2'
// Under a new token: the one that waited was known before anything was open.
const open =
  'update session set waits_until = null, seen_at = $2, id_hash = $3, id_token = $4 where id_hash = $1'

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
type Choice = { token: string; end: End; now: Date; record: RecordAct }
/** `token`: of the session that opened; null where nothing did. */
export type Chosen = { token: string | null }

/** Ends what was chosen and opens what waited, with the trace of both, or leaves both as they were. @throws SignInRefused, NotFound */
export const choose = (db: AuthDb, choice: Choice): Promise<Chosen> =>
  doorTransaction(db, async (tx) => {
    const row = await waitingOf(tx, choice)
    const { now, record } = choice
    const { personId, acr } = row
    const ended = await makeRoom(tx, personId, choice)
    for (let n = 0; n < ended; n += 1) await record({ kind: 'session.end', personId }, tx)
    if (await atLimit(tx, personId, now)) return { token: null }
    const token = await openUnderNew(tx, row, choice)
    await record({ kind: 'sign_in', personId, acr }, tx)
    return { token }
  })

/** What the provider is told at the end is sealed under the token, and sealed anew. */
export const underNewToken = (waited: string, idToken: string | null) => {
  const token = newToken()
  const known = idToken === null ? null : unseal(waited, idTokenPurpose, idToken)
  return { token, sealed: known === null ? null : seal(token, idTokenPurpose, known) }
}

async function openUnderNew(tx: PoolClient, { idToken }: WaitingRow, { token: waited, now }: Choice) {
  const { token, sealed } = underNewToken(waited, idToken)
  await tx.query(open, [hashOf(waited), now, hashOf(token), sealed])
  return token
}

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
