import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Unauthenticated } from '../errors.ts'
import { localeOf } from '../locale.ts'
import { WaitingSignIn } from '../views/sessions.ts'
import { choose, viewWaiting, type End } from './choice.ts'
import { localPath } from './local-path.ts'
import { SignInRefused } from './refusals.ts'
import type { AuthRouteDeps } from './routes.ts'
import { isToken } from './sealing.ts'
import { cookieOptions, sessionCookie, waitingCookie } from './session.ts'

/** The page on which a sign-in beyond the limit waits. */
export const choicePath = '/connexion/appareils'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What waits, read by its own cookie, and the form that settles it: all it says stands in its address. */
export function choiceRoutes(app: FastifyInstance, deps: Pick<AuthRouteDeps, 'db' | 'now' | 'record'>): void {
  app.get('/api/sign-in', { schema: { response: { 200: WaitingSignIn } } }, async (request) => {
    const token = request.cookies[waitingCookie]
    const found = await viewWaiting(deps.db, { token, now: deps.now(), locale: localeOf(request) })
    if (found === null) throw new Unauthenticated('no sign-in waits')
    return found
  })
  app.post('/auth/choice', { schema: { hide: true } }, (request, reply) => settle(request, reply, deps))
}

const whole: Record<string, End> = { toutes: 'all', rien: 'none' }
const endIn = (asked: string): End | null => whole[asked] ?? (uuid.test(asked) ? { id: asked } : null)

async function settle(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, now, record }: Pick<AuthRouteDeps, 'db' | 'now' | 'record'>
) {
  const query = new URL(request.url, 'http://local.invalid').searchParams
  const returnTo = localPath(query.get('retour') ?? undefined)
  const end = endIn(query.get('fin') ?? '')
  const again = `${choicePath}?${new URLSearchParams({ retour: returnTo })}`
  const token = request.cookies[waitingCookie]
  if (end === null) return reply.redirect(again, 303)
  if (!isToken(token)) return tooLate(reply)
  const chosen = await choose(db, { token, end, now: now(), record }).catch(unlessTooLate)
  if (chosen === null) return tooLate(reply)
  if (chosen.token === null) return reply.redirect(again, 303)
  reply.clearCookie(waitingCookie, cookieOptions)
  reply.setCookie(sessionCookie, chosen.token, cookieOptions)
  return reply.redirect(returnTo, 303)
}

const unlessTooLate = (error: unknown): null => {
  if (error instanceof SignInRefused) return null
  throw error
}

const tooLate = (reply: FastifyReply) => {
  reply.clearCookie(waitingCookie, cookieOptions)
  return reply.redirect('/connexion?erreur=expire', 303)
}
