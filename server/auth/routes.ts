import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PoolClient } from 'pg'
import type { Role } from '../../policies/actor.ts'
import { actingRoutes } from './acting.ts'
import { attemptMs, keepAttempt, takeAttempt } from './attempts.ts'
import { isOutage } from '../db/outage.ts'
import { localPath } from './local-path.ts'
import type { Oidc } from './oidc.ts'
import { ProofRefused, SignInRefused } from './refusals.ts'
import { isToken, newToken, seal, unseal } from './sealing.ts'
import { attemptCookie, cookieOptions, idTokenPurpose, sessionCookie, waitingCookie } from './session.ts'
import { callbackPath, originOfHost, type AuthSettings } from './settings.ts'
import { choicePath, choiceRoutes } from './choice.routes.ts'
import { deviceOf } from './device.ts'
import { leftPage } from './left.page.ts'
import { choiceMs, openSession } from './opening.ts'
import { signedOutPage } from './signed-out.page.ts'
import { revokeSession, type AuthDb } from './store.ts'

/** What the audit keeps of the door: who came in, who went out, who proved themselves and not enough. */
export type AuthAct =
  | { kind: 'sign_in'; personId: string; acr: string }
  | { kind: 'sign_in_refused'; code: SignInRefused['code'] }
  | { kind: 'sign_out'; personId: string }
  | { kind: 'session.end'; personId: string }
  /** `as`: null where it was refused. */
  | { kind: 'session.act_as'; personId: string; as: { role: Role; orgId: string } | null }

/** `tx`: the transaction of the door that it joins, so that nothing opens without its trace. */
export type RecordAct = (act: AuthAct, tx?: PoolClient) => Promise<void>

export type AuthRouteDeps = {
  settings: AuthSettings
  oidc: Oidc
  db: AuthDb
  now: () => Date
  record: RecordAct
}

/** Encapsulated: a body sent here is thrown away unread, whatever its type. */
export async function authRoutes(app: FastifyInstance, deps: AuthRouteDeps): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume()
    done(null)
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  app.get('/auth/login', { schema: { hide: true } }, async (request, reply) => {
    await orRefusal({ request, reply, deps }, () => login(request, reply, deps))
    return reply
  })
  app.get(callbackPath, { schema: { hide: true } }, async (request, reply) => {
    await orRefusal({ request, reply, deps }, () => callback(request, reply, deps))
    return reply
  })
  app.post('/auth/logout', { schema: { hide: true } }, async (request, reply) => {
    await logout(request, reply, deps)
    return reply
  })
  app.post('/auth/leave', { schema: { hide: true } }, async (request, reply) => {
    await leave({ request, reply, deps }, 'hurried')
    return reply.headers(leftPage.headers).send(leftPage.body)
  })
  choiceRoutes(app, deps)
  actingRoutes(app, deps)
}

async function login(
  request: FastifyRequest,
  reply: FastifyReply,
  { settings, oidc, db, now }: AuthRouteDeps
) {
  const query = textQuery(request)
  const returnTo = localPath(query.get('retour') ?? undefined)
  const seenOrigin = originOfHost(settings, request.host)
  const publicOrigin = settings.origins[0] ?? ''
  if (seenOrigin === undefined && query.get('ici') === null) {
    // `ici` is said once: behind a proxy that rewrites Host, a second redirect would never end.
    const elsewhere = new URLSearchParams({ ici: '1', retour: returnTo })
    return reply.redirect(`${publicOrigin}/auth/login?${elsewhere}`, 302)
  }
  const { url, state, attempt } = await oidc.begin(seenOrigin ?? publicOrigin, returnTo)
  // Two tabs of one browser share the secret, so that the first to begin may still end.
  const kept = request.cookies[attemptCookie]
  const browser = isToken(kept) ? kept : newToken()
  await keepAttempt(db, { state, browser }, { attempt, now: now() })
  reply.setCookie(attemptCookie, browser, { ...cookieOptions, maxAge: attemptMs / 1000 })
  return reply.redirect(url, 302)
}

async function callback(request: FastifyRequest, reply: FastifyReply, deps: AuthRouteDeps) {
  const query = textQuery(request)
  const state = query.get('state')
  const browser = request.cookies[attemptCookie]
  if (state === null || !isToken(browser)) throw new SignInRefused('etat')
  const attempt = await takeAttempt(deps.db, { state, browser }, deps.now())
  const address = new URL(`${attempt.origin}${callbackPath}?${query}`)
  const identity = await deps.oidc.complete(address, state, attempt)
  const token = newToken()
  const { waits } = await openSession(deps.db, {
    token,
    opened: (tx, personId) => deps.record({ kind: 'sign_in', personId, acr: identity.acr }, tx),
    previous: heldBy(request),
    identity,
    device: deviceOf(request.headers['user-agent']),
    sealedIdToken: seal(token, idTokenPurpose, identity.idToken),
    now: deps.now()
  })
  reply.clearCookie(attemptCookie, cookieOptions)
  if (waits) {
    reply.clearCookie(sessionCookie, cookieOptions)
    reply.setCookie(waitingCookie, token, { ...cookieOptions, maxAge: choiceMs / 1000 })
    return reply.redirect(`${choicePath}?${new URLSearchParams({ retour: attempt.returnTo })}`, 303)
  }
  reply.clearCookie(waitingCookie, cookieOptions)
  reply.setCookie(sessionCookie, token, cookieOptions)
  return reply.redirect(attempt.returnTo, 303)
}

/** What this browser holds: a session, a sign-in that waits, or both. */
const heldBy = ({ cookies }: FastifyRequest): string[] =>
  [cookies[sessionCookie], cookies[waitingCookie]].filter(isToken)

/** What a browser is to forget: in a hurry all of it; else it keeps how it was set: language, looks, hints that were closed. */
const forgotten = { hurried: '"cache", "cookies", "storage"', calm: '"cache", "storage"' } as const

/** Closes all that this browser holds, and has it forget the rest. Gives what the provider can be told of. */
async function leave({ request, reply, deps: { db, now, record } }: Turn, way: keyof typeof forgotten) {
  // First what hangs on nothing: whoever leaves in a hurry leaves nothing on this machine, whatever the database does.
  reply.clearCookie(sessionCookie, cookieOptions)
  reply.clearCookie(waitingCookie, cookieOptions)
  reply.clearCookie(attemptCookie, cookieOptions)
  reply.header('clear-site-data', forgotten[way])
  const closed: { token: string; idToken: string | null }[] = []
  for (const token of heldBy(request)) {
    const one = await revokeSession(db, token, now())
    if (one === null) continue
    // A sign-in that only waited never came in.
    if (!one.waited) await record({ kind: 'sign_out', personId: one.person_id })
    closed.push({ token, idToken: one.id_token })
  }
  return closed[0] ?? null
}

async function logout(request: FastifyRequest, reply: FastifyReply, deps: AuthRouteDeps) {
  const { settings, oidc } = deps
  const closed = await leave({ request, reply, deps }, 'calm')
  if (closed === null) return reply.redirect('/', 303)
  const { token, idToken: sealed } = closed
  const idToken = sealed === null ? null : unseal(token, idTokenPurpose, sealed)
  const origin = originOfHost(settings, request.host) ?? settings.origins[0] ?? ''
  const next = (await oidc.signOutUrl(idToken, origin)) ?? '/'
  if (next.startsWith(`${origin}/`)) return reply.redirect(next.slice(origin.length), 303)
  if (next.startsWith('/')) return reply.redirect(next, 303)
  const page = signedOutPage(next)
  return reply.headers(page.headers).send(page.body)
}

const textQuery = (request: FastifyRequest) => new URL(request.url, 'http://local.invalid').searchParams

type Turn = { request: FastifyRequest; reply: FastifyReply; deps: AuthRouteDeps }

/** Every way out of a sign-in that fails is one page with one stable code; the cause stays in the log. */
async function orRefusal({ request, reply, deps }: Turn, step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (error) {
    // A database that is lost is no fault of the provider: the page says so, and when to come back.
    if (!(error instanceof SignInRefused) && isOutage(error)) throw error
    const code = error instanceof SignInRefused ? error.code : 'fournisseur'
    const cause = error instanceof SignInRefused ? error.cause : error
    // A library's error may carry tokens in its own cause: its class, code and frames are enough.
    request.log.warn({ refusal: code, err: cause }, 'sign-in refused')
    // What anybody can cause without being anybody stays in the log: the audit is never shortened.
    if (error instanceof ProofRefused) await deps.record({ kind: 'sign_in_refused', code: error.code })
    reply.redirect(`/connexion?erreur=${code}`, 303)
  }
}
