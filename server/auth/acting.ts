import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Role } from '../../policies/actor.ts'
import { NotFound } from '../errors.ts'
import { underNewToken } from './choice.ts'
import { doorTransaction } from './opening.ts'
import type { AuthRouteDeps, RecordAct } from './routes.ts'
import { hashOf, isToken } from './sealing.ts'
import { cookieOptions, sessionCookie } from './session.ts'
import { findLiveSession, type AuthDb } from './store.ts'

// Where an organisation is not accredited there is nothing that one could do in its name.
const living = `from membership m join organisation o on o.id = m.org_id
  where m.person_id = $1 and (m.until is null or m.until > (select wall_clock())) and o.status = 'accredited'`

export type OwnMembership = { id: string; orgId: string; organisation: string; role: Role }

/** In which roles somebody may act: those of their own memberships that live. */
export async function ownMemberships(db: AuthDb, personId: string): Promise<OwnMembership[]> {
  const text = `select m.id, o.id as "orgId", o.name as organisation, m.role ${living} order by m.since, m.id limit 20`
  return (await db.query<OwnMembership>({ name: 'auth_own_memberships', text, values: [personId] })).rows
}

// As a sign-in does, so that what one sets down of a person the other sees.
const lock = 'select from person where id = $1 for update'
const chosen = `select m.role, m.org_id as "orgId" ${living} and m.id = $2`
const held = 'select id_token as "idToken" from session where id_hash = $1 and revoked_at is null for update'
const act = 'update session set membership_id = $2, id_hash = $3, id_token = $4 where id_hash = $1'
const remember = 'update person set acts_as = $2 where id = $1'

type Asked = { token: string; personId: string; membershipId: string; record: RecordAct }

/**
 * Replaces the membership of a session, under a new token: what was opened under the one before, streams with it, is over. Remembered, so
 * that the next sign-in begins there. @throws NotFound alike for somebody else’s and for one that ended
 */
const actAs = (db: AuthDb, { token: before, personId, membershipId, record }: Asked): Promise<string> =>
  doorTransaction(db, async (tx) => {
    await tx.query(lock, [personId])
    const [one] = (await tx.query<{ role: Role; orgId: string }>(chosen, [personId, membershipId])).rows
    const [session] = (await tx.query<{ idToken: string | null }>(held, [hashOf(before)])).rows
    if (!one || !session) throw new NotFound('no living membership of this person')
    const { token, sealed } = underNewToken(before, session.idToken)
    await tx.query(act, [hashOf(before), membershipId, hashOf(token), sealed])
    await tx.query(remember, [personId, membershipId])
    await record({ kind: 'session.act_as', personId, as: one }, tx)
    return token
  })

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The form by which somebody acts in another of their roles: all it says stands in its address. */
export function actingRoutes(app: FastifyInstance, deps: Pick<AuthRouteDeps, 'db' | 'now' | 'record'>): void {
  app.post('/auth/role', { schema: { hide: true } }, (request, reply) => change(request, reply, deps))
}

async function change(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, now, record }: Pick<AuthRouteDeps, 'db' | 'now' | 'record'>
) {
  const membershipId = new URL(request.url, 'http://local.invalid').searchParams.get('pour') ?? ''
  const token = request.cookies[sessionCookie]
  const session = isToken(token) ? await findLiveSession(db, token, now()) : null
  if (session === null || !isToken(token)) return reply.redirect('/connexion', 303)
  if (!uuid.test(membershipId)) throw new NotFound('no such membership')
  const { personId } = session
  const next = await actAs(db, { token, personId, membershipId, record }).catch(async (error: unknown) => {
    if (error instanceof NotFound) await record({ kind: 'session.act_as', personId, as: null })
    throw error
  })
  reply.setCookie(sessionCookie, next, cookieOptions)
  // No page of the other role is drawn again from what the browser has of it.
  reply.header('clear-site-data', '"cache"')
  return reply.redirect('/', 303)
}
