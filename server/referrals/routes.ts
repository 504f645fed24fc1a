import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { commandRow, type CommandType } from '../../workflows/case/commands.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { referralCommandTypes, referralRow, type ReferralCommand } from '../../workflows/referral/machine.ts'
import { sendingActs } from '../../workflows/referral/refusal.ts'
import { referralKindIds, type ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { decide } from '../commands/decide.ts'
import { setCaseScope } from '../db/context.ts'
import { gateOf, reading, type RouteDeps } from '../http/reading.ts'
import { localeOf } from '../locale.ts'
import { viewAfter } from '../reading/view.ts'
import { NotFound } from '../errors.ts'
import {
  briefVersionHeaders,
  idParams,
  keyOf,
  tagIn,
  versionHeaders,
  wantsNothing
} from '../http/requested.ts'
import { CaseView, ReferralList, ReferralView } from '../views/schemas.ts'
import { actIn, bodyOf } from './body.ts'
import { decideReferral, type AnsweringReferral } from './decide.ts'
import { boxes, type ReferralQuery } from './boxes.ts'
import { listReferrals } from './list.ts'
import { toldReferral, viewReferral } from './view.ts'

const listQuery = closed({
  box: Type.Optional(Type.String({ enum: [...boxes] })),
  view: Type.Optional(Type.String({ enum: ['open', 'all'] })),
  kind: Type.Optional(Type.String({ enum: [...referralKindIds] })),
  counts: Type.Optional(Type.Boolean()),
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
})

/** The act of the case that sends a referral of a kind. */
const sending = (kind: ReferralKind): CommandType => sendingActs(kind)[0]!

const nothing = Type.Null({
  description: 'The referral has left the reader’s sight; or, with an `etag`, nothing was asked in answer.'
})

/** With nothing where the referral has left its author's sight. */
type Answer = { view: ReferralView | null; version: number | null }

/** What is read of it after the act, by its author's own right: the case was entered to be written. */
const answerTo =
  (request: FastifyRequest): AnsweringReferral<Answer> =>
  async (tx, { id, version, at: now, told }) => {
    const { actor } = request
    const short = wantsNothing(request)
    if (short && told) return { view: null, version }
    await setCaseScope(tx, '')
    try {
      if (short) return { view: null, version: (await toldReferral(tx, id, actor)).version }
      const view = await viewReferral(tx, id, { actor, locale: localeOf(request), now })
      return { view, version: view.version }
    } catch (error) {
      if (error instanceof NotFound) return { view: null, version: null }
      throw error
    }
  }

const actRoute = (app: FastifyInstance, deps: RouteDeps, command: ReferralCommand) => {
  const schema = {
    summary: referralRow(command).label.en,
    params: idParams,
    headers: briefVersionHeaders,
    body: bodyOf(command),
    response: { 200: ReferralView, 204: nothing }
  }
  app.post(
    `/api/referrals/:id/commands/${command}`,
    { schema, config: { bears: { 200: ['ETag'], 204: ['ETag'] } } },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { id } = request.params as { id: string }
      const { actor } = request
      const asked = { actor, referralId: id, command, ...actIn(request) }
      const { answer } = await decideReferral(gateOf(deps), asked, answerTo(request))
      const { view, version } = answer
      if (version !== null) reply.header('etag', `"${version}"`)
      if (wantsNothing(request)) reply.header('preference-applied', 'return=minimal')
      return view ? reply.send(view) : reply.code(204).send()
    }
  )
}

const sentKinds = referralKindIds.filter((kind) => sending(kind) !== undefined)

const sendBody = closed({
  caseId: Type.String({ format: 'uuid' }),
  kind: Type.String({ enum: [...sentKinds] }),
  input: Type.Union(sentKinds.map((kind) => commandRow(sending(kind)).input))
})

/** Both sides of a referral: what was received, what was sent, and the acts of each. */
export const referralRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  app.get(
    '/api/referrals',
    { schema: { querystring: listQuery, response: { 200: ReferralList } } },
    (request) =>
      read(request, (tx, reader) =>
        listReferrals(
          tx,
          { box: 'in', view: 'all', limit: 50, ...(request.query as Partial<ReferralQuery>) },
          reader
        )
      )
  )
  app.get(
    '/api/referrals/:id',
    { schema: { params: idParams, response: { 200: ReferralView } }, config: { bears: { 200: ['ETag'] } } },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const view = await read(request, (tx, reader) => viewReferral(tx, id, reader))
      return reply.header('etag', `"${view.version}"`).send(view)
    }
  )
  app.post(
    '/api/referrals',
    {
      schema: { headers: versionHeaders, body: sendBody, response: { 201: CaseView } },
      config: { bears: { 201: ['ETag'] } }
    },
    async (request, reply) => {
      const { caseId, kind, input } = request.body as {
        caseId: string
        kind: ReferralKind
        input: Record<string, unknown>
      }
      const [{ actor }, key, version] = [request, keyOf(request), tagIn(request)]
      const asked = { actor, caseId, command: sending(kind), input, key, version }
      const { answer: view } = await decide(gateOf(deps), asked, (tx, { at: now }) =>
        viewAfter(tx, caseId, { actor, locale: localeOf(request), now })
      )
      if (!view) throw new NotFound('the case has left its author’s sight')
      return reply.code(201).header('etag', `"${view.version}"`).send(view)
    }
  )
  for (const command of referralCommandTypes.filter(
    (type) => !['system', 'case'].includes(referralRow(type).side)
  ))
    actRoute(app, deps, command)
}
