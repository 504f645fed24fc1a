import type { FastifyInstance } from 'fastify'
import {
  emergencyCommands,
  emergencyCommandTypes,
  emergencyForm
} from '../../workflows/case/emergency-access.ts'
import { idParams } from '../http/requested.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { EmergencyView, OpeningList, OpeningPage } from '../views/emergency.ts'
import { listOpenings, openingQuery, viewEmergency, viewOpening } from './list.ts'
import { openInEmergency } from './open.ts'
import { settleOpening } from './settle.ts'

/** Emergency access: the form, the opening, its list, and the word of the second person. */
export const emergencyRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { keys } = deps
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps)
  const one = { params: idParams, answer: OpeningPage }
  reads('/api/openings', { querystring: openingQuery, answer: OpeningList }, (tx, reader, asked) =>
    listOpenings(tx, keys, reader, asked)
  )
  reads('/api/openings/:id', one, (tx, reader, { id }) => viewOpening(tx, keys, reader, id))
  reads('/api/cases/:id/emergency', { params: idParams, answer: EmergencyView }, (tx, reader, { id }) =>
    viewEmergency(tx, keys, id, reader)
  )
  acts(
    '/api/cases/:id/emergency/commands/open',
    { ...one, body: emergencyForm, status: 201, at: ({ opening }) => `/api/openings/${opening.id}` },
    async ({ gate, by, input, request }, { id: caseId }) => {
      const { id } = await openInEmergency(gate, { ...by, caseId, input })
      return read(request, (tx, reader) => viewOpening(tx, keys, reader, id))
    }
  )
  for (const command of emergencyCommandTypes) {
    const { label, input: body } = emergencyCommands[command]
    acts(
      `/api/openings/:id/commands/${command}`,
      { ...one, summary: label.en, body },
      async ({ gate, by, input, request }, { id }) => {
        await settleOpening(gate, { ...by, openingId: id, command, input })
        return read(request, (tx, reader) => viewOpening(tx, keys, reader, id))
      }
    )
  }
}
