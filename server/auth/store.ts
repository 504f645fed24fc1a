import type { Pool } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import { hashOf } from './sealing.ts'

/** Plain SQL: these tables carry no case data, and are read before any row-level context exists. */
export type AuthDb = Pick<Pool, 'query' | 'connect'>

export const idleMs = 15 * 60_000

export const endedFrom = ['here', 'elsewhere', 'access'] as const
/** By the person in this browser, by the person from another one, or by whoever manages access. */
export type EndedFrom = (typeof endedFrom)[number]

/** What it takes to open anything: not ended, not waiting for a choice, and neither of its ends reached. */
export const stillOpen = (table: string, now: string, idleSince: string) =>
  `${table}.revoked_at is null and ${table}.waits_until is null and ${table}.absolute_until > ${now} and ${table}.seen_at > ${idleSince}`

type Person = Pick<Actor, 'personId' | 'name'> & { idHash: string; seenAt: Date }
/** Who has signed in, and where they work; all of that is null for whoever works nowhere yet. */
export type SessionRow = Person &
  (Required<Omit<Actor, keyof Person>> | { [K in keyof Omit<Actor, keyof Person>]: null })

const liveSessions = (
  of: string
) => `select s.id_hash as "idHash", s.person_id as "personId", p.display_name as name, s.seen_at as "seenAt", m.role, o.id as "orgId",
      o.name as "orgName", o.type as "orgType", o.territory, o.status = 'accredited' as accredited, m.manager,
      case when o.id is not null then array(select houses_before(o.id)) end as formerly
    from session s
    join person p on p.id = s.person_id
    left join membership m on m.id = s.membership_id and (m.until is null or m.until > (select wall_clock()))
    left join organisation o on o.id = m.org_id
    where s.id_hash ${of} and ${stillOpen('s', '$2', '$3')}
      and (s.membership_id is null or m.id is not null)`
const findSession = { name: 'auth_find_session', text: liveSessions('= $1') }
const findSessions = { name: 'auth_find_sessions', text: liveSessions('= any($1::text[])') }

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

/** How a cookie's session came to its end, where somebody else's doing or another browser ended it. */
export async function endOf(db: AuthDb, token: string): Promise<EndedFrom | null> {
  const text = 'select ended_from as "from" from session where id_hash = $1 and revoked_at is not null'
  const asked = { name: 'auth_end_of', text, values: [hashOf(token)] }
  return (await db.query<{ from: EndedFrom | null }>(asked)).rows[0]?.from ?? null
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

/** Closes the session, live, idle or waiting, and gives back its sealed id_token so that the provider can be told. */
export async function revokeSession(db: AuthDb, token: string, now: Date) {
  const text = `update session set revoked_at = coalesce(revoked_at, $2), ended_from = coalesce(ended_from, 'here') where id_hash = $1
    returning person_id, id_token, waits_until is not null as waited`
  const { rows } = await db.query<{ person_id: string; id_token: string | null; waited: boolean }>(text, [
    hashOf(token),
    now
  ])
  return rows[0] ?? null
}

/** What their devices hold of drafts opens no more: that of sessions that have run out as well. `$2`: the session that is spared. */
export const forgetDeviceKeys = 'select forget_device_keys($1, $2)'

/** Ends every session of a person, and every sign-in that waits: from their next request on, and their streams within a second. */
export const endAllOfPerson = `update session set revoked_at = $2, ended_from = 'access' where person_id = $1 and revoked_at is null`
