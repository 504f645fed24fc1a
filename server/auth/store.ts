import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import type { Identity } from './oidc.ts'
import { hashOf } from './sealing.ts'

/** Plain SQL: these tables carry no case data, and are read before any row-level context exists. */
export type AuthDb = Pick<Pool, 'query' | 'connect'>

export const idleMs = 15 * 60_000
const absoluteMs = 8 * 3_600_000
const sessionsPerPerson = 2
const keptMs = 30 * 24 * 3_600_000

type Person = Pick<Actor, 'personId' | 'name'> & { idHash: string; seenAt: Date }
/** Who has signed in, and where they work; all of that is null for whoever works nowhere yet. */
export type SessionRow = Person &
  (Required<Omit<Actor, keyof Person>> | { [K in keyof Omit<Actor, keyof Person>]: null })

const liveSessions = (
  of: string
) => `select s.id_hash as "idHash", s.person_id as "personId", p.display_name as name, s.seen_at as "seenAt", m.role, o.id as "orgId",
      o.name as "orgName", o.type as "orgType", o.territory, o.status = 'accredited' as accredited, m.manager
    from session s
    join person p on p.id = s.person_id
    left join lateral (
      select m.id, m.role, m.org_id, m.manager from membership m
      where m.person_id = s.person_id and (m.until is null or m.until > (select wall_clock()))
        and (s.membership_id is null or m.id = s.membership_id)
      order by m.id limit 1
    ) m on true
    left join organisation o on o.id = m.org_id
    where s.id_hash ${of} and s.revoked_at is null and s.absolute_until > $2 and s.seen_at > $3
      and (s.membership_id is null or m.id is not null)`
const findSession = { name: 'auth_find_session', text: liveSessions('= $1') }
const findSessions = { name: 'auth_find_sessions', text: liveSessions('= any($1::text[])') }

const upsertPerson = `insert into person (issuer, subject, display_name, seen_at) values ($1, $2, $3, $4)
  on conflict (issuer, subject) do update
    set display_name = coalesce(nullif(excluded.display_name, ''), person.display_name),
      seen_at = excluded.seen_at
  returning id`

const insertSession = `insert into session
    (id_hash, person_id, membership_id, created_at, seen_at, absolute_until, id_token, acr, amr, email)
  values ($1, $2, (
    select m.id from membership m join organisation o on o.id = m.org_id
    where m.person_id = $2 and (m.until is null or m.until > (select wall_clock()))
    order by (o.status = 'accredited') desc, m.id limit 1
  ), $3, $3, $4, $5, $6, $7, $8)`

const revokeBeyondLimit = `update session set revoked_at = $2 where person_id = $1 and revoked_at is null
  and id_hash <> $3 and id_hash not in (
    select id_hash from session where person_id = $1 and revoked_at is null and id_hash <> $3
      and absolute_until > $2 and seen_at > $4
    order by created_at desc, id_hash limit $5)`

/** The live session a cookie opens, with the rights of this very moment. */
export async function findLiveSession(db: AuthDb, token: string, now: Date): Promise<SessionRow | null> {
  const values = [hashOf(token), now, new Date(now.getTime() - idleMs)]
  const { rows } = await db.query<SessionRow>({ ...findSession, values })
  return rows[0] ?? null
}

/** The same of many cookies in one question: those of them that open one, each with its session. */
export async function findLiveSessions(
  db: AuthDb,
  tokens: readonly string[],
  now: Date
): Promise<Map<string, SessionRow>> {
  const tokenOf = new Map(tokens.map((token) => [hashOf(token), token]))
  const values = [[...tokenOf.keys()], now, new Date(now.getTime() - idleMs)]
  const { rows } = await db.query<SessionRow>({ ...findSessions, values })
  return new Map(rows.map((row) => [tokenOf.get(row.idHash)!, row]))
}

/** Whether a cookie's session was closed by a later sign-in of the same person: the two carry one instant. */
export async function closedElsewhere(db: AuthDb, token: string): Promise<boolean> {
  const text = `select from session s join session later
      on later.person_id = s.person_id and later.created_at = s.revoked_at and later.id_hash <> s.id_hash
    where s.id_hash = $1 limit 1`
  const { rowCount } = await db.query({ name: 'auth_closed_elsewhere', text, values: [hashOf(token)] })
  return rowCount === 1
}

/** What the provider said of the e-mail at this sign-in: kept for as long as the session, to be shown beside an invitation. */
export async function emailOfSession(db: AuthDb, token: string | undefined): Promise<string | null> {
  if (token === undefined) return null
  const text = 'select email from session where id_hash = $1'
  return (await db.query<{ email: string | null }>(text, [hashOf(token)])).rows[0]?.email ?? null
}

export async function touchSession(db: AuthDb, token: string, now: Date): Promise<void> {
  const text = 'update session set seen_at = $2 where id_hash = $1 and seen_at < $2'
  await db.query({ name: 'auth_touch_session', text, values: [hashOf(token), now] })
}

/** Closes the session, live or idle, and gives back its sealed id_token so that the provider can be told. */
export async function revokeSession(db: AuthDb, token: string, now: Date) {
  const text = `update session set revoked_at = coalesce(revoked_at, $2) where id_hash = $1
    returning person_id, id_token`
  const { rows } = await db.query<{ person_id: string; id_token: string | null }>(text, [hashOf(token), now])
  return rows[0] ?? null
}

/** Ends every session of a person, from their next request on. */
export async function revokePerson(db: AuthDb, personId: string, now: Date): Promise<void> {
  await db.query('update session set revoked_at = $2 where person_id = $1 and revoked_at is null', [
    personId,
    now
  ])
}

type NewSession = {
  token: string
  previousToken: string | undefined
  identity: Identity
  sealedIdToken: string
  now: Date
}

/** Signs a principal in: one transaction, serialised for each person by the lock on their row. */
export async function openSession(db: AuthDb, opening: NewSession): Promise<{ personId: string }> {
  const tx = await db.connect()
  try {
    await tx.query('begin')
    const personId = await writeSession(tx, opening)
    await tx.query('commit')
    return { personId }
  } catch (error) {
    await tx.query('rollback')
    throw error
  } finally {
    tx.release()
  }
}

async function writeSession(
  tx: PoolClient,
  { token, previousToken, identity, sealedIdToken, now }: NewSession
) {
  const at = (ms: number) => new Date(now.getTime() + ms)
  const { issuer, subject, name, email, acr, amr } = identity
  const found = await tx.query<{ id: string }>(upsertPerson, [issuer, subject, name, now])
  const personId = found.rows[0]?.id
  if (personId === undefined) throw new Error('a person could not be written')
  if (previousToken !== undefined) {
    await tx.query('update session set revoked_at = $2 where id_hash = $1 and revoked_at is null', [
      hashOf(previousToken),
      now
    ])
  }
  const values = [hashOf(token), personId, now, at(absoluteMs), sealedIdToken, acr, amr, email]
  await tx.query(insertSession, values)
  const limit = [personId, now, hashOf(token), at(-idleMs), sessionsPerPerson - 1]
  await tx.query(revokeBeyondLimit, limit)
  await tx.query('delete from session where person_id = $1 and absolute_until < $2', [personId, at(-keptMs)])
  return personId
}
