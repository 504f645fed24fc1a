import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Role } from '../../policies/actor.ts'
import { closed } from '../../workflows/fields.ts'
import { reading, readingSealed, type RouteDeps } from '../http/reading.ts'
import { NotFound } from '../errors.ts'
import { idParams } from '../http/asked.ts'
import { PlaceLine, WaitingLine } from '../views/schemas.ts'
import { readAddress } from './address.ts'
import { listPlaces, matchingPlaces, waitingList } from './list.ts'

const Matching = closed({
  items: Type.Array(
    closed({
      place: PlaceLine,
      fits: Type.Boolean(),
      reasons: Type.Array(Type.String()),
      against: Type.Array(Type.String())
    })
  )
})
const Waiting = closed({ items: Type.Array(WaitingLine) })

/** That places exist is itself hidden: for anyone else these routes are not there. */
const only = (request: FastifyRequest, ...allowed: Role[]) => {
  if (!allowed.includes(request.actor.role)) throw new NotFound('not for this role')
}

export const placeRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  app.get(
    '/api/places',
    { schema: { response: { 200: closed({ items: Type.Array(PlaceLine) }) } } },
    async (request) => {
      only(request, 'acse_desk', 'shelter')
      return { items: await read(request, (tx, reader) => listPlaces(tx, reader)) }
    }
  )
  const matchQuery = closed({ case: Type.String({ format: 'uuid' }) })
  app.get(
    '/api/places/matching',
    { schema: { querystring: matchQuery, response: { 200: Matching } } },
    async (request) => {
      only(request, 'acse_desk')
      const { case: caseId } = request.query as { case: string }
      return { items: await read(request, (tx, reader) => matchingPlaces(tx, caseId, reader)) }
    }
  )
  app.get('/api/places/waiting', { schema: { response: { 200: Waiting } } }, async (request) => {
    only(request, 'acse_desk')
    return { items: await read(request, (tx, reader) => waitingList(tx, reader)) }
  })
  const Address = closed({ lines: Type.Array(Type.String()) })
  app.get(
    '/api/stays/:id/address',
    { schema: { params: idParams, response: { 200: Address } } },
    async (request) => {
      const { id } = request.params as { id: string }
      return readingSealed(deps)(request, { object: `stay:${id}`, detail: 'A' }, (tx, reader) =>
        readAddress(tx, deps.db, deps.keys, { stayId: id, reader })
      )
    }
  )
}
