import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { bodyOf } from '../../workflows/configuration/forms.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { sealedClasses, type SealedClass } from '../../workflows/vocabulary/vocabulary.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import {
  briefHeaders,
  briefVersionHeaders,
  cursor,
  idParams,
  keyOf,
  tagIn,
  wantsNothing
} from '../http/requested.ts'
import { gateOf, reading, readingAhead, readingSealed, type RouteDeps } from '../http/reading.ts'
import {
  CaseAction,
  CaseList,
  CaseView,
  Compartment,
  LikenessList,
  linesAtOnce,
  Story
} from '../views/schemas.ts'
import { localeOf } from '../locale.ts'
import type { Acted, Answering } from '../acts/command-validation.ts'
import { readCompartment } from './compartment.ts'
import { decide } from '../commands/decide.ts'
import { flag } from '../commands/flag.ts'
import { likenessIn } from '../disclosure/duplicates.ts'
import { listCases } from './list.ts'
import { partsAmong, partsOf } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { traceSearch } from '../acts/searched.ts'
import { viewAction } from './action.ts'
import { actLists, type ActList } from './actions.ts'
import { viewAfter, viewCase, viewStory } from './view.ts'
import { mayNarrow, narrowing } from '../lists/filter.ts'
import { worklistViews, type Query } from '../lists/order.ts'
import { pageOf } from './list.page.ts'

const listQuery = closed({
  view: Type.Optional(Type.String({ enum: [...worklistViews] })),
  ...narrowing,
  q: Type.Optional(Type.String({ maxLength: 40 })),
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
})

const caseQuery = closed({
  events: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: linesAtOnce,
      description: 'How many lines of its story: none unless told.'
    })
  ),
  acts: Type.Optional(
    Type.String({
      enum: [...actLists],
      description:
        'Which acts are listed beside those that are expected: closed ones, each with its reason, records that would be unexpected, both or none (unless told otherwise).'
    })
  ),
  next: Type.Optional(
    Type.String({
      enum: ['form'],
      description: 'The next step with what it asks, as its own reading has it.'
    })
  )
})

type CaseQuery = { events?: number; acts?: ActList; next?: 'form' }

const actionParams = closed({ ...idParams.properties, command: Type.String({ maxLength: 100 }) })

const tagged = { bears: { 200: ['ETag'], 204: ['ETag'] } } as const

const nothing = Type.Null({
  description: 'The case has left the reader’s sight; or, with an `etag`, nothing was asked in answer.'
})

const listRoute = (app: FastifyInstance, deps: RouteDeps) =>
  app.get('/api/cases', { schema: { querystring: listQuery, response: { 200: CaseList } } }, (request) => {
    const query: Query = { view: 'todo', limit: 50, ...(request.query as Partial<Query>) }
    mayNarrow(request.actor, query)
    return readingAhead(deps)(request, {
      look: (tx, actor) => pageOf(tx, query, actor),
      work: async (tx, reader, page) => {
        const list = await listCases(tx, query, reader, page)
        if (query.q !== undefined) await traceSearch(tx, reader, { code: list.items.length > 0 })
        return list
      }
    })
  })

const readRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  app.get(
    '/api/cases/:id',
    { schema: { params: idParams, querystring: caseQuery, response: { 200: CaseView } }, config: tagged },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const { events: lines = 0, acts = 'none', next } = request.query as CaseQuery
      const asked = { lines, acts, form: next === 'form' }
      const view = await read(request, (tx, reader) => viewCase(tx, id, reader, asked))
      return reply.header('etag', `"${view.version}"`).send(view)
    }
  )
  app.get(
    '/api/cases/:id/actions/:command',
    { schema: { params: actionParams, response: { 200: CaseAction } }, config: tagged },
    async (request, reply) => {
      const asked = request.params as { id: string; command: string }
      const view = await read(request, (tx, reader) => viewAction(tx, asked, reader))
      return reply.header('etag', `"${view.version}"`).send(view)
    }
  )
  app.get(
    '/api/cases/:id/events',
    { schema: { params: idParams, querystring: closed({ cursor }), response: { 200: Story } } },
    (request) => {
      const asked = { ...(request.params as { id: string }), ...(request.query as { cursor?: string }) }
      return read(request, (tx, reader) => viewStory(tx, asked, reader))
    }
  )
  app.get(
    '/api/cases/:id/likeness',
    { schema: { params: idParams, response: { 200: LikenessList } } },
    (request) => {
      const { id } = request.params as { id: string }
      return readingSealed(deps)(request, { object: `case:${id}`, detail: 'likeness' }, (tx, reader) =>
        likenessIn(tx, deps.keys, { caseId: id, reader })
      )
    }
  )
  const classParams = closed({
    id: Type.String({ format: 'uuid' }),
    class: Type.String({ enum: [...sealedClasses] })
  })
  app.get(
    '/api/cases/:id/compartments/:class',
    { schema: { params: classParams, response: { 200: Compartment } } },
    (request) => {
      const { id, class: dataClass } = request.params as { id: string; class: SealedClass }
      return readingSealed(deps)(request, { object: `case:${id}`, detail: dataClass }, (tx, reader) =>
        readCompartment(tx, deps.keys, { caseId: id, dataClass, reader })
      )
    }
  )
}

/** With nothing where the case has left its author's sight. */
type Answer = { view: CaseView | null; tag: string | null }

const left: Answer = { view: null, tag: null }

/** The version of the case as the act left it for its author, from what was just written; read anew where it had been done before. */
const tagAfter = async (
  tx: Tx,
  { actor }: Pick<Reader, 'actor'>,
  { id, written }: Acted
): Promise<Answer> => {
  const own = written?.filter(({ orgId }) => orgId === actor.orgId)
  const { held, follows } = own ? partsAmong(own, id, actor) : await partsOf(tx, id, actor)
  return held.length === 0 ? left : { view: null, tag: tagOf(keysUnder(poolOf(tx)), follows) }
}

/** After an act its author may no longer see the case: then there is nothing to show, and no version. */
const answerTo = (request: FastifyRequest): Answering<Answer> => {
  const { actor } = request
  return wantsNothing(request)
    ? (tx, acted) => tagAfter(tx, { actor }, acted)
    : async (tx, { id, at: now }) => {
        const view = await viewAfter(tx, id, { actor, locale: localeOf(request), now })
        return view ? { view, tag: view.version } : left
      }
}

const sendAnswer = (request: FastifyRequest, reply: FastifyReply, { view, tag }: Answer, status: number) => {
  if (tag !== null) reply.header('etag', `"${tag}"`)
  if (wantsNothing(request)) reply.header('preference-applied', 'return=minimal')
  return view ? reply.code(status).send(view) : reply.code(204).send()
}

const actRoute = (app: FastifyInstance, deps: RouteDeps, command: CommandType) => {
  const schema = {
    summary: commandRow(command).label.en,
    params: idParams,
    headers: briefVersionHeaders,
    body: bodyOf(command),
    response: { 200: CaseView, 204: nothing }
  }
  app.post(`/api/cases/:id/commands/${command}`, { schema, config: tagged }, async (request, reply) => {
    const { id } = request.params as { id: string }
    const asked = {
      actor: request.actor,
      caseId: id,
      command,
      input: request.body as Record<string, unknown>,
      key: keyOf(request),
      version: tagIn(request)
    }
    const { answer } = await decide(gateOf(deps), asked, answerTo(request))
    return sendAnswer(request, reply, answer, 200)
  })
}

/** Reads, the flag, and one route for each act that the table offers. */
export const caseRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  listRoute(app, deps)
  readRoutes(app, deps)
  const schema = {
    summary: commandRow('case.flag').label.en,
    headers: briefHeaders,
    body: bodyOf('case.flag'),
    response: { 201: CaseView, 204: nothing }
  }
  const config = { bears: { 201: ['ETag', 'Location'], 204: ['ETag', 'Location'] } } as const
  app.post('/api/cases', { schema, config }, async (request, reply) => {
    const asked = {
      actor: request.actor,
      command: 'case.flag' as const,
      input: request.body as Record<string, unknown>,
      key: keyOf(request)
    }
    const { id, answer } = await flag(gateOf(deps), asked, answerTo(request))
    reply.header('location', `/api/cases/${id}`)
    return sendAnswer(request, reply, answer, 201)
  })
  for (const command of commandTypes.filter((type) => commandRow(type).offered)) actRoute(app, deps, command)
}
