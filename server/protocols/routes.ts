import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import { protocolPattern } from '../../workflows/configuration/local/pin.ts'
import type { MovingPart } from '../../workflows/configuration/local/moving.ts'
import { departmentOf, protocolPlaces } from '../../workflows/configuration/local/place.ts'
import { protocolSchema, type LocalProtocol } from '../../workflows/configuration/local/protocol.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { audit } from '../acts/audit.ts'
import { startMoving } from '../configuration/moves.ts'
import { previewMoving } from '../configuration/preview.ts'
import { previewMark } from '../configuration/previewed.ts'
import { inWords, readMove } from '../configuration/read.ts'
import { NotFound, wrongField } from '../errors.ts'
import { gateOf, reading, type RouteDeps } from '../http/reading.ts'
import { cursor, idParams, versionOf } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { leavingTrace } from '../acts/command-validation.ts'
import { MoveLine, MovePreview, Problems } from '../views/configuration.ts'
import { CaseRules, ProtocolList, ProtocolView } from '../views/protocols.ts'
import { awaitedBy } from './awaiting.ts'
import { listProtocols, rulesOfCase, viewProtocol } from './read.ts'
import {
  createProtocol,
  readProtocol,
  saveProtocol,
  signProtocol,
  standsAgainst,
  withdrawProtocol
} from './store.ts'

const name = Type.String({ pattern: protocolPattern })
const params = closed({ name })
const listQuery = closed({ territory: Type.Optional(Type.String({ pattern: '^[0-9AB]{2,3}$' })), cursor })
const draft = closed({
  name,
  place: Type.String({ enum: [...protocolPlaces] }),
  title: Type.String({ maxLength: 200 }),
  effectiveOn: Type.String({ format: 'date' }),
  from: Type.Optional(Type.Union([name, Type.Null()]))
})
const bodyLimit = 256 * 1024
/** Of the cases under which protocol, if any: none stands for those under the national version alone. */
const from = Type.Union([name, Type.Literal('none')])
const moveBody = closed({ from, preview: Type.String({ maxLength: 120 }) })

const otherName = () =>
  wrongField('name', 'other', { fr: 'Un protocole garde son nom', en: 'A protocol keeps its name' })

/** @throws InvalidInput */
const sameName = (body: unknown, asked: string): LocalProtocol => {
  const protocol = body as LocalProtocol
  if (protocol.name !== asked) throw otherName()
  return protocol
}

const protocolActs = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const url = '/api/protocols/:name'
  const shape = { answer: ProtocolView, tag: ({ revision }: ProtocolView) => revision }
  const one = { ...shape, params }
  const shown = (request: FastifyRequest, asked: string) =>
    read(request, (tx, reader) => viewProtocol(tx, asked, reader))
  reads('/api/protocols', { querystring: listQuery, answer: ProtocolList }, async (tx, reader, asked) => ({
    ...(await listProtocols(tx, asked, reader)),
    awaitsYou: await awaitedBy(tx, reader)
  }))
  reads(url, one, (tx, reader, asked) => viewProtocol(tx, asked.name, reader))
  acts(
    '/api/protocols',
    { ...shape, body: draft, status: 201, at: (view) => `/api/protocols/${view.name}` },
    async ({ gate, by, input, request }) => {
      await createProtocol(gate, by, input)
      return shown(request, input.name)
    }
  )
  acts(
    url,
    { ...one, version: versionOf, method: 'PUT', bodyLimit, body: protocolSchema },
    async ({ gate, by, input, version, request }, asked) => {
      await saveProtocol(gate, by, sameName(input, asked.name), version)
      return shown(request, asked.name)
    }
  )
  acts(`${url}/sign`, { ...one, version: versionOf }, async ({ gate, by, version, request }, asked) => {
    await signProtocol(gate, by, asked.name, version)
    return shown(request, asked.name)
  })
  acts(`${url}/withdraw`, one, async ({ gate, by, request }, asked) => {
    await withdrawProtocol(gate, by, asked.name)
    return shown(request, asked.name)
  })
  app.post(
    `${url}/validate`,
    { bodyLimit, schema: { params, body: protocolSchema, response: { 200: Problems } } },
    (request) =>
      read(request, async (tx, { now, locale }) => {
        const asked = (request.params as Static<typeof params>).name
        await readProtocol(tx, asked)
        return { problems: inWords(await standsAgainst(tx, sameName(request.body, asked), now), locale) }
      })
  )
}

const moveActs = (app: FastifyInstance, deps: RouteDeps) => {
  // As for national versions: to others than the administration nothing of a move exists, and their asking leaves its trace.
  const readAsAdmin: ReturnType<typeof reading> = (request, work) =>
    leavingTrace(
      gateOf(deps),
      { actor: request.actor, command: 'configuration.read' },
      'configuration',
      () => {
        if (!abilityFor(request.actor).can('read', 'Configuration')) throw new NotFound('not for this role')
        return reading(deps)(request, work)
      }
    )
  const { reads, acts } = routesOf(app, deps, readAsAdmin)
  const url = '/api/protocols/:name/move'
  const movingTo = (to: string, left: string): MovingPart => ({
    territory: departmentOf(to.split('-')[0]!),
    from: left === 'none' ? null : left,
    to
  })
  reads(
    `${url}/preview`,
    { params, querystring: closed({ from, cursor }), answer: MovePreview },
    async (tx, reader, { name: to, from: left, cursor: after }) => {
      const { actor, now } = reader
      await audit(tx, actor, now, {
        chain: 'system',
        action: 'configuration.preview',
        object: `protocol:${to}`,
        detail: left
      })
      const moving = movingTo(to, left)
      const seen = await previewMoving(tx, { moving, cursor: after }, reader)
      return { ...seen, mark: previewMark(deps.keys, { personId: actor.personId, ...moving }, now) }
    }
  )
  acts(
    url,
    { params, answer: MoveLine, status: 202, body: moveBody },
    async ({ gate, by, input, request }, { name: to }) => {
      const moving = movingTo(to, input.from)
      const { id } = await startMoving(gate, by, { moving, mark: input.preview })
      return readAsAdmin(request, (tx, reader) => readMove(tx, id, reader))
    }
  )
}

/** What territories sign over the national version: read by everybody, prepared by a cell, signed by two. */
export const protocolRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  protocolActs(app, deps)
  moveActs(app, deps)
  const { reads } = routesOf(app, deps)
  reads('/api/cases/:id/rules', { params: idParams, answer: CaseRules }, (tx, reader, { id }) =>
    rulesOfCase(tx, id, reader)
  )
}
