import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { enters, type Feature } from '../../policies/features.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { actHeaders, idParams, keyOf, pageQuery, versionOf } from '../http/requested.ts'
import { localeOf } from '../locale.ts'
import { gateOf, reading, readingSealed, type RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { NotFound } from '../errors.ts'
import { PlaceLine, PlaceList, PlaceMatches, PlaceView, WaitingList } from '../views/places.ts'
import { readAddress } from './address.ts'
import { addPlace, newPlace, placeActs, viewPlace } from './acts.ts'
import { placeInput } from './forms.ts'
import { keepPlace, type Change, type PlaceAct } from './inventory.ts'
import { listPlaces, matchingPlaces } from './list.ts'
import { waitingList } from './waiting.ts'

const placesQuery = closed({
  ...pageQuery.properties,
  q: Type.Optional(Type.String({ maxLength: 100 })),
  status: Type.Optional(PlaceLine.properties.status)
})
const Kept = closed({ id: Type.String() })

/** That places exist is itself hidden: for anyone else these routes are not there. */
const only = (room: Feature) => async (request: FastifyRequest) => {
  if (!enters(request.actor.role, room)) throw new NotFound('not for this role')
}

const keeping = { onRequest: only('ownPlaces') }
const desk = { onRequest: only('waitingList') }

const idOf = (request: FastifyRequest) => (request.params as { id: string }).id

const readings = (app: FastifyInstance, deps: RouteDeps) => {
  const { reads } = routesOf(app, deps)
  const places = { onRequest: only('places'), querystring: placesQuery, answer: PlaceList }
  reads('/api/places', places, listPlaces)
  const matchQuery = closed({ case: Type.String({ format: 'uuid' }) })
  const matching = { ...desk, querystring: matchQuery, answer: PlaceMatches }
  reads('/api/places/matching', matching, async (tx, reader, asked) => ({
    items: await matchingPlaces(tx, asked.case, reader)
  }))
  reads('/api/places/waiting', { ...desk, querystring: pageQuery, answer: WaitingList }, waitingList)
  const Address = closed({ lines: Type.Array(Type.String()) })
  app.get(
    '/api/stays/:id/address',
    { schema: { params: idParams, response: { 200: Address } } },
    async (request) => {
      const id = idOf(request)
      return readingSealed(deps)(request, { object: `stay:${id}`, detail: 'A' }, (tx, reader) =>
        readAddress(tx, deps.db, deps.keys, { stayId: id, reader })
      )
    }
  )
}

/** A structure keeps its own places: each carries its acts, as a case does. */
const keepings = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const seen = { response: { 200: PlaceView } }
  app.get('/api/places/new', { ...keeping, schema: seen }, async (request) =>
    newPlace({ actor: request.actor, locale: localeOf(request) })
  )
  app.get('/api/places/:id', { ...keeping, schema: { params: idParams, ...seen } }, async (request) =>
    read(request, (tx, reader) => viewPlace(tx, idOf(request), reader))
  )
  app.post(
    '/api/places/new/commands/add',
    {
      ...keeping,
      schema: { summary: addPlace.label.en, headers: actHeaders, body: placeInput, response: { 201: Kept } }
    },
    async (request, reply) => {
      const change: Change = { act: 'add', input: request.body as Static<typeof placeInput> }
      const asked = { actor: request.actor, key: keyOf(request), version: null }
      return reply.code(201).send({ id: await keepPlace(gateOf(deps), change, asked) })
    }
  )
  for (const command of Object.keys(placeActs) as PlaceAct[])
    app.post(
      `/api/places/:id/commands/${command}`,
      {
        ...keeping,
        schema: {
          summary: placeActs[command].label.en,
          headers: actHeaders,
          params: idParams,
          body: placeActs[command].input,
          response: { 200: Kept }
        }
      },
      async (request) => {
        const change = { act: command, id: idOf(request), input: request.body } as Change
        const asked = { actor: request.actor, key: keyOf(request), version: versionOf(request) }
        return { id: await keepPlace(gateOf(deps), change, asked) }
      }
    )
}

export const placeRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  readings(app, deps)
  keepings(app, deps)
}
