import type { Actor } from '../../policies/actor.ts'
import { isToken } from './sealing.ts'
import { findLiveSession, findLiveSessions, touchSession, type AuthDb, type SessionRow } from './store.ts'

export const sessionCookie = '__Host-mnio'
export const attemptCookie = '__Host-mnio-attempt'
/** Of a sign-in whose person still chooses what it closes: opens nothing. */
export const waitingCookie = '__Host-mnio-waiting'
export const idTokenPurpose = 'id_token'

/** `__Host-` binds the cookie to this host, over a trustworthy channel, whatever a neighbouring site sets. */
export const cookieOptions = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const

const touchEveryMs = 60_000
const nobody = '00000000-0000-0000-0000-000000000000'

type Look = { token: string | undefined; now: Date; passive: boolean }

/** Session cookie -> actor, read anew each time; null when there is no session that lives. */
export async function actorOf(db: AuthDb, { token, now, passive }: Look): Promise<Actor | null> {
  if (!isToken(token)) return null
  const row = await findLiveSession(db, token, now)
  if (row === null) return null
  // A page that only listens must not keep an abandoned desk signed in.
  if (!passive && now.getTime() - row.seenAt.getTime() >= touchEveryMs) await touchSession(db, token, now)
  return asActor(row)
}

/** The same of many cookies, as those of streams, which keep no session awake: who is not there has no session that lives. */
export async function actorsOf(
  db: AuthDb,
  tokens: readonly string[],
  now: Date
): Promise<Map<string, Actor>> {
  const rows = await findLiveSessions(db, tokens, now)
  return new Map([...rows].map(([token, row]) => [token, asActor(row)]))
}

// The type wants a role; `accredited: false` is read before any role is.
const nowhere = {
  orgId: nobody,
  orgName: '',
  orgType: 'unknown',
  role: 'asso',
  territory: null,
  manager: false,
  formerly: [] as string[]
} as const

const asActor = ({ idHash: _idHash, seenAt: _seenAt, ...row }: SessionRow): Actor =>
  row.orgId === null ? { ...row, ...nowhere, accredited: false } : row
