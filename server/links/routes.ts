import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { referralRow } from '../../workflows/referral/machine.ts'
import { sealedClasses, type SealedClass } from '../../workflows/vocabulary/vocabulary.ts'
import { auditDenial } from '../acts/audit.ts'
import { readCompartment } from '../reading/compartment.ts'
import { inContext } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import { versionHeaders } from '../http/requested.ts'
import { limitLinks } from '../http/limits.ts'
import { localeOf } from '../locale.ts'
import { gateOf, type RouteDeps } from '../http/reading.ts'
import { actIn, bodyOf } from '../referrals/body.ts'
import { decideReferral } from '../referrals/decide.ts'
import { Compartment } from '../views/schemas.ts'
import { enter, enterLive, renew, type Entered } from './enter.ts'
import { tokenPattern } from './token.ts'
import { LinkView } from '../views/link.ts'
import { linkCommands, viewLink } from './view.ts'

const token = Type.String({ pattern: tokenPattern })
const tokenParams = closed({ token })
const classParams = closed({
  token,
  class: Type.String({ enum: sealedClasses.filter((one) => one !== 'A') })
})

const tagged = { bears: { 200: ['ETag'] } } as const

const tokenOf = (request: FastifyRequest) => (request.params as { token: string }).token

/** Words that are no token at all are answered as one that opens nothing. */
const alike = async (request: FastifyRequest) => {
  if (request.validationError?.validationContext === 'params') throw new NotFound('not a token')
  if (request.validationError) throw request.validationError
}

const shown = (deps: RouteDeps, entered: Entered, request: FastifyRequest) =>
  inContext(deps.db.app, entered.actor, (tx) => viewLink(tx, entered, localeOf(request)))

const actRoute = (app: FastifyInstance, deps: RouteDeps, command: (typeof linkCommands)[number]) => {
  const schema = {
    summary: referralRow(command).label.en,
    params: tokenParams,
    headers: versionHeaders,
    body: bodyOf(command),
    response: { 200: LinkView }
  }
  const options = { schema, config: tagged, attachValidation: true, preHandler: alike }
  app.post(`/api/links/:token/commands/${command}`, options, async (request, reply) => {
    const { actor, link, referral, expired } = await enter(deps, tokenOf(request))
    if (expired) throw new NotFound('this link has run out')
    await decideReferral(gateOf(deps), { actor, referralId: referral.id, command, ...actIn(request) })
    const after = await enter(deps, tokenOf(request))
    const view = await shown(deps, { ...after, link }, request)
    return reply.header('etag', `"${view.version}"`).send(view)
  })
}

/** The way of a recipient without an account: its token is its whole right, on one referral, for some days. */
export const linkRoutes = async (app: FastifyInstance, deps: RouteDeps & { perMinute: number }) => {
  limitLinks(app, deps.perMinute)
  const noReferrer = { 'referrer-policy': 'no-referrer' }
  app.addHook('onRequest', async (_request, reply) => void reply.headers(noReferrer))
  const options = { attachValidation: true, preHandler: alike }
  app.get(
    '/api/links/:token',
    { ...options, config: tagged, schema: { params: tokenParams, response: { 200: LinkView } } },
    async (request, reply) => {
      const view = await shown(deps, await enter(deps, tokenOf(request)), request)
      return reply.header('etag', `"${view.version}"`).send(view)
    }
  )
  app.get(
    '/api/links/:token/compartments/:class',
    { ...options, schema: { params: classParams, response: { 200: Compartment } } },
    async (request) => {
      const { class: dataClass } = request.params as { class: SealedClass }
      const { actor, referral, now } = await enterLive(deps, tokenOf(request))
      const asked = { caseId: referral.caseId, dataClass, reader: { actor, locale: localeOf(request), now } }
      try {
        return await inContext(deps.db.app, actor, (tx) => readCompartment(tx, deps.keys, asked))
      } catch (error) {
        if (error instanceof NotFound)
          await auditDenial(deps.db.app, actor, {
            chain: 'system',
            action: 'read',
            object: `referral:${referral.id}`,
            detail: dataClass
          })
        throw error
      }
    }
  )
  const told = closed({ asked: Type.Literal(true) })
  app.post(
    '/api/links/:token/renewal',
    { ...options, schema: { params: tokenParams, response: { 202: told } } },
    async (request, reply) => {
      await renew(deps, tokenOf(request))
      return reply.code(202).send({ asked: true })
    }
  )
  for (const command of linkCommands) actRoute(app, deps, command)
}
