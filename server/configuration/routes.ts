import { audit } from '../audit/audit.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import {
  configurationSchema,
  versionPattern,
  type Configuration
} from '../../workflows/configuration/configuration.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { leavingTrace } from '../commands/command-validation.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Tx } from '../db/context.ts'
import { NotFound, wrongField } from '../errors.ts'
import { actHeaders, idParams, keyOf, versionOf } from '../http/requested.ts'
import { gateOf, reading, type RouteDeps } from '../http/reading.ts'
import { startMove, undoMove } from './moves.ts'
import { previewMove } from './preview.ts'
import { previewMark } from './previewed.ts'
import { inWords, listVersions, readMove, viewVersion } from './read.ts'
import { createDraft, publish, saveDraft, standsAgainst, withdraw, type Draft } from './versions.ts'
import { MoveLine, MovePreview, Problems, VersionList, VersionView } from './views.ts'

const version = Type.String({ pattern: versionPattern })
const params = closed({ version })
const draft = closed({
  from: version,
  version,
  effectiveOn: Type.String({ format: 'date' }),
  note: Type.String({ maxLength: 600 })
})
const moveBody = closed({ from: version, preview: Type.String({ maxLength: 120 }) })
const previewQuery = closed({ from: version, cursor: Type.Optional(Type.String({ maxLength: 300 })) })

const versionIn = ({ params: given }: FastifyRequest) => (given as { version: string }).version
const idIn = ({ params: given }: FastifyRequest) => (given as { id: string }).id
const askedBy = (request: FastifyRequest) => ({ actor: request.actor, key: keyOf(request) })

/** For the administration alone; to others nothing of this exists, and their asking leaves its trace. */
const readingAsAdmin =
  (deps: RouteDeps) =>
  <T>(request: FastifyRequest, work: (tx: Tx, reader: Reader) => Promise<T>) =>
    leavingTrace(
      gateOf(deps),
      { actor: request.actor, command: 'configuration.read' },
      'configuration',
      () => {
        if (!abilityFor(request.actor).can('read', 'Configuration')) throw new NotFound('not for this role')
        return reading(deps)(request, work)
      }
    )

const otherName = () =>
  wrongField('version', 'other', { fr: 'Une version garde son nom', en: 'A version keeps its name' })

const bodyIn = (request: FastifyRequest): Configuration => {
  const body = request.body as Configuration
  if (body.version !== versionIn(request)) throw otherName()
  return body
}

const versionRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = readingAsAdmin(deps)
  const gate = gateOf(deps)
  const shown = (request: FastifyRequest, name: string) =>
    read(request, (tx, reader) => viewVersion(tx, name, reader))
  const answer = { 200: VersionView }
  app.get('/api/configuration', { schema: { response: { 200: VersionList } } }, (request) =>
    read(request, listVersions)
  )
  app.get('/api/configuration/:version', { schema: { params, response: answer } }, async (request, reply) => {
    const view = await shown(request, versionIn(request))
    return reply.header('etag', `"${view.revision}"`).send(view)
  })
  app.post(
    '/api/configuration',
    { schema: { headers: actHeaders, body: draft, response: { 201: VersionView } } },
    async (request, reply) => {
      const asked = request.body as Draft
      await createDraft(gate, askedBy(request), asked)
      return reply.code(201).send(await shown(request, asked.version))
    }
  )
  app.put(
    '/api/configuration/:version',
    { schema: { params, headers: actHeaders, body: configurationSchema, response: answer } },
    async (request) => {
      await saveDraft(gate, askedBy(request), bodyIn(request), versionOf(request))
      return shown(request, versionIn(request))
    }
  )
  app.post(
    '/api/configuration/:version/validate',
    { schema: { params, body: configurationSchema, response: { 200: Problems } } },
    (request) =>
      read(request, async (_tx, { now, locale }) => ({
        problems: inWords(standsAgainst(bodyIn(request), now), locale)
      }))
  )
  app.post(
    '/api/configuration/:version/publish',
    { schema: { params, headers: actHeaders, response: answer } },
    async (request) => {
      await publish(gate, askedBy(request), versionIn(request), versionOf(request))
      return shown(request, versionIn(request))
    }
  )
  app.post(
    '/api/configuration/:version/withdraw',
    { schema: { params, headers: actHeaders, response: answer } },
    async (request) => {
      await withdraw(gate, askedBy(request), versionIn(request))
      return shown(request, versionIn(request))
    }
  )
}

const moveRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = readingAsAdmin(deps)
  const gate = gateOf(deps)
  const shown = (request: FastifyRequest, id: string) =>
    read(request, (tx, reader) => readMove(tx, id, reader))
  app.get(
    '/api/configuration/:version/move/preview',
    { schema: { params, querystring: previewQuery, response: { 200: MovePreview } } },
    (request) => {
      const asked = request.query as { from: string; cursor?: string }
      const to = versionIn(request)
      return read(request, async (tx, reader) => {
        // Codes and dates of running cases, page by page: who looked is written down.
        await audit(tx, reader.actor, reader.now, {
          chain: 'system',
          action: 'configuration.preview',
          object: `configuration:${to}`,
          outcome: 'allowed',
          detail: asked.from
        })
        const seen = { personId: reader.actor.personId, from: asked.from, to }
        return {
          ...(await previewMove(tx, { ...asked, to }, reader)),
          mark: previewMark(deps.keys, seen, reader.now)
        }
      })
    }
  )
  app.post(
    '/api/configuration/:version/move',
    { schema: { params, headers: actHeaders, body: moveBody, response: { 202: MoveLine } } },
    async (request, reply) => {
      const { from, preview: mark } = request.body as { from: string; preview: string }
      const { id } = await startMove(gate, askedBy(request), { from, to: versionIn(request), mark })
      return reply.code(202).send(await shown(request, id))
    }
  )
  app.get('/api/moves/:id', { schema: { params: idParams, response: { 200: MoveLine } } }, (request) =>
    shown(request, idIn(request))
  )
  app.post(
    '/api/moves/:id/undo',
    { schema: { params: idParams, headers: actHeaders, response: { 202: MoveLine } } },
    async (request, reply) => {
      await undoMove(gate, askedBy(request), idIn(request))
      return reply.code(202).send(await shown(request, idIn(request)))
    }
  )
}

/** What the mechanism leaves open: versions, drafts, publication by a second person, and the moving of running cases. */
export const configurationRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  versionRoutes(app, deps)
  moveRoutes(app, deps)
}
