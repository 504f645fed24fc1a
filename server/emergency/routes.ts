import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import {
  glassCommands,
  glassCommandTypes,
  glassForm,
  type GlassInput
} from '../../workflows/case/emergency-access.ts'
import { actHeaders, idParams, keyOf } from '../http/requested.ts'
import { gateOf, reading, type RouteDeps } from '../http/reading.ts'
import { EmergencyView, OpeningList, OpeningPage } from '../views/glass.ts'
import { listOpenings, viewEmergency, viewOpening, type OpeningQuery } from './list.ts'
import { openInEmergency } from './open.ts'
import { settleOpening } from './settle.ts'

const query = closed({
  view: Type.Optional(Type.String({ enum: ['waiting', 'all'] })),
  cursor: Type.Optional(Type.String({ maxLength: 300 }))
})

const readRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  app.get('/api/openings', { schema: { querystring: query, response: { 200: OpeningList } } }, (request) =>
    read(request, (tx, reader) => listOpenings(tx, deps.keys, reader, request.query as OpeningQuery))
  )
  app.get('/api/openings/:id', { schema: { params: idParams, response: { 200: OpeningPage } } }, (request) =>
    read(request, (tx, reader) => viewOpening(tx, deps.keys, reader, (request.params as { id: string }).id))
  )
  app.get(
    '/api/cases/:id/emergency',
    { schema: { params: idParams, response: { 200: EmergencyView } } },
    (request) =>
      read(request, (tx, reader) =>
        viewEmergency(tx, deps.keys, (request.params as { id: string }).id, reader)
      )
  )
}

/** Emergency access: the form, the opening, its list, and the word of the second person. */
export const glassRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  readRoutes(app, deps)
  const answer = { params: idParams, headers: actHeaders }
  app.post(
    '/api/cases/:id/emergency/commands/open',
    { schema: { ...answer, body: glassForm, response: { 201: OpeningPage } } },
    async (request, reply) => {
      const { id: caseId } = request.params as { id: string }
      const input = request.body as GlassInput
      const key = keyOf(request)
      const { id } = await openInEmergency(gateOf(deps), { actor: request.actor, caseId, input, key })
      const view = await reading(deps)(request, (tx, reader) => viewOpening(tx, deps.keys, reader, id))
      return reply.code(201).header('location', `/api/openings/${id}`).send(view)
    }
  )
  for (const command of glassCommandTypes)
    app.post(
      `/api/openings/:id/commands/${command}`,
      {
        schema: {
          summary: glassCommands[command].label.en,
          ...answer,
          body: glassCommands[command].input,
          response: { 200: OpeningPage }
        }
      },
      async (request) => {
        const { id: openingId } = request.params as { id: string }
        const input = request.body as object
        const key = keyOf(request)
        await settleOpening(gateOf(deps), { actor: request.actor, openingId, command, input, key })
        return reading(deps)(request, (tx, reader) => viewOpening(tx, deps.keys, reader, openingId))
      }
    )
}
