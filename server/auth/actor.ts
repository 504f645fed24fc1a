import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../policies/actor.ts'
import { NotAccredited, SignedInElsewhere, SignedOut, Unauthenticated } from '../errors.ts'
import { onceForPage } from './one-page.ts'
import { isToken } from './sealing.ts'
import { actorOf, sessionCookie } from './session.ts'
import { endOf, type AuthDb } from './store.ts'

// A sign-in that waits has a cookie of its own, asked for in that route.
// The text of one's rights, read again by its code, is the same for everybody.
const openToAll = new Set([
  '/api/health',
  '/api/ready',
  '/api/openapi.json',
  '/api/sign-in',
  '/api/texts/:code',
  // What is published is for everybody.
  '/api/publications',
  '/api/publications/beside',
  '/api/publications/report.pdf',
  '/api/publications/:number/:table/:format'
])
// Answered by link: the token is held against the database, in each of these routes.
const byLink = '/api/links/:token'
// Whoever was invited belongs nowhere yet.
// One's own devices are ended wherever one belongs: what was lost is the device.
const openWhileWaiting = new Set([
  ...['/api/me', '/api/invitation/:token', '/api/invitation/:token/accept'],
  ...['/api/sessions', '/api/sessions/:id/end', '/api/sessions/end-others']
])
const listening = new Set(['/api/stream'])
const actors = new WeakMap<FastifyRequest, Actor>()

/** Whether a route of the API, by its pattern, is for who has signed in. */
export const needsSession = (route: string): boolean =>
  (route === '/api' || route.startsWith('/api/')) &&
  !openToAll.has(route) &&
  route !== byLink &&
  !route.startsWith(`${byLink}/`)

declare module 'fastify' {
  interface FastifyRequest {
    /** Who acts. Reading it where no session was required throws 401: it fails closed. */
    readonly actor: Actor
  }
}

export function actorRead(request: FastifyRequest): Actor {
  const actor = actors.get(request)
  if (actor === undefined) throw new Unauthenticated('no session')
  return actor
}

type ActorDeps = { db: AuthDb; now: () => Date }

const sessionOf = async ({ db, now }: ActorDeps, request: FastifyRequest): Promise<Actor> => {
  const passive = listening.has(request.routeOptions.url ?? '') || request.headers['x-passive'] === '1'
  const token = request.cookies[sessionCookie]
  const look = () => actorOf(db, { token, now: now(), passive })
  // An act is asked for by somebody whose session lives at that moment.
  const actor = await (request.method === 'GET' ? onceForPage(`${passive} ${token}`, look) : look())
  if (actor !== null) return actor
  const ended = isToken(token) ? await endOf(db, token) : null
  if (ended === 'elsewhere') throw new SignedInElsewhere('closed from another browser')
  if (ended === 'access') throw new SignedOut('closed by who manages access')
  throw new Unauthenticated('no session')
}

/** By the route that matched, never by the text of the address: `/%61pi/cases` matches the same route. */
export const apiGate = (deps: ActorDeps) => async (request: FastifyRequest) => {
  const route = request.routeOptions.url
  if (route === undefined || !needsSession(route)) return
  const actor = await sessionOf(deps, request)
  actors.set(request, actor)
  if (!actor.accredited && !openWhileWaiting.has(route)) throw new NotAccredited('no accredited organisation')
}
