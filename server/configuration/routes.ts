import { audit } from '../acts/audit.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import {
  configurationSchema,
  versionPattern,
  type Configuration
} from '../../workflows/configuration/configuration.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { leavingTrace } from '../acts/command-validation.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Tx } from '../db/context.ts'
import { NotFound, wrongField } from '../errors.ts'
import { cursor, idParams, versionOf } from '../http/requested.ts'
import { gateOf, reading, type RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { startMove, undoMove } from './moves.ts'
import { previewMove } from './preview.ts'
import { previewMark } from './previewed.ts'
import { inWords, listVersions, readMove, viewVersion } from './read.ts'
import { createDraft, publish, saveDraft, standsAgainst, withdraw } from './versions.ts'
import { MoveLine, MovePreview, Problems, VersionList, VersionView } from '../views/configuration.ts'

const version = Type.String({ pattern: versionPattern })
const params = closed({ version })
const draft = closed({
  from: version,
  version,
  effectiveOn: Type.String({ format: 'date' }),
  note: Type.String({ maxLength: 600 })
})
// A version may name every code that the mechanism leaves open.
const bodyLimit = 256 * 1024
const moveBody = closed({ from: version, preview: Type.String({ maxLength: 120 }) })
const previewQuery = closed({ from: version, cursor })

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

/** @throws InvalidInput */
const sameName = (body: Configuration, name: string) => {
  if (body.version !== name) throw otherName()
  return body
}

const versionRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = readingAsAdmin(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const url = '/api/configuration/:version'
  const shape = { answer: VersionView, tag: ({ revision }: VersionView) => revision }
  const one = { ...shape, params }
  const shown = (request: FastifyRequest, name: string) =>
    read(request, (tx, reader) => viewVersion(tx, name, reader))
  reads('/api/configuration', { answer: VersionList }, listVersions)
  reads(url, one, (tx, reader, asked) => viewVersion(tx, asked.version, reader))
  acts(
    '/api/configuration',
    { ...shape, body: draft, status: 201, at: ({ version: name }) => `/api/configuration/${name}` },
    async ({ gate, by, input, request }) => {
      await createDraft(gate, by, input)
      return shown(request, input.version)
    }
  )
  acts(
    url,
    { ...one, version: versionOf, method: 'PUT', bodyLimit, body: configurationSchema },
    async ({ gate, by, input, version: revision, request }, asked) => {
      await saveDraft(gate, by, sameName(input as Configuration, asked.version), revision)
      return shown(request, asked.version)
    }
  )
  app.post(
    `${url}/validate`,
    { bodyLimit, schema: { params, body: configurationSchema, response: { 200: Problems } } },
    (request) =>
      read(request, async (tx, { now, locale }) => {
        const asked = request.params as Static<typeof params>
        const body = sameName(request.body as Configuration, asked.version)
        return { problems: inWords(await standsAgainst(tx, body, now), locale) }
      })
  )
  const reviewed = { ...one, version: versionOf }
  acts(`${url}/publish`, reviewed, async ({ gate, by, version: revision, request }, asked) => {
    await publish(gate, by, asked.version, revision)
    return shown(request, asked.version)
  })
  acts(`${url}/withdraw`, one, async ({ gate, by, request }, asked) => {
    await withdraw(gate, by, asked.version)
    return shown(request, asked.version)
  })
}

const moveRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = readingAsAdmin(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const shown = (request: FastifyRequest, id: string) =>
    read(request, (tx, reader) => readMove(tx, id, reader))
  const url = '/api/configuration/:version/move'
  const preview = { params, querystring: previewQuery, answer: MovePreview }
  reads(`${url}/preview`, preview, async (tx, reader, { version: to, from, cursor }) => {
    const { actor, now } = reader
    // Codes and dates of running cases, page by page: who looked is written down.
    const asked = { action: 'configuration.preview', object: `configuration:${to}`, detail: from }
    await audit(tx, actor, now, { chain: 'system', ...asked })
    const seen = await previewMove(tx, { from, to, cursor }, reader)
    return { ...seen, mark: previewMark(deps.keys, { personId: actor.personId, from, to }, now) }
  })
  const begun = { answer: MoveLine, status: 202 } as const
  acts(url, { ...begun, params, body: moveBody }, async ({ gate, by, input, request }, { version: to }) => {
    const { id } = await startMove(gate, by, { from: input.from, to, mark: input.preview })
    return shown(request, id)
  })
  const one = { params: idParams, answer: MoveLine }
  reads('/api/moves/:id', one, (tx, reader, { id }) => readMove(tx, id, reader))
  acts('/api/moves/:id/undo', { ...begun, ...one }, async ({ gate, by, request }, { id }) => {
    await undoMove(gate, by, id)
    return shown(request, id)
  })
}

/** What the mechanism leaves open: versions, drafts, publication by a second person, and the moving of running cases. */
export const configurationRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  versionRoutes(app, deps)
  moveRoutes(app, deps)
}
