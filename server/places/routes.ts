import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { enters, type Feature } from '../../policies/features.ts'
import { regions } from '../../workflows/calendar/territories.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { idParams, pageQuery, versionOf } from '../http/requested.ts'
import { localeOf } from '../locale.ts'
import { readingSealed, type RouteDeps } from '../http/reading.ts'
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
  status: Type.Optional(PlaceLine.properties.status),
  region: Type.Optional(Type.String({ enum: [...regions] }))
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
  const { reads, acts } = routesOf(app, deps)
  const kept = { ...keeping, answer: Kept }
  app.get('/api/places/new', { ...keeping, schema: { response: { 200: PlaceView } } }, async (request) =>
    newPlace({ actor: request.actor, locale: localeOf(request) })
  )
  const one = { ...keeping, params: idParams, answer: PlaceView, tag: ({ version }: PlaceView) => version }
  reads('/api/places/:id', one, (tx, reader, { id }) => viewPlace(tx, id, reader))
  const added = {
    body: placeInput,
    status: 201,
    at: ({ id }: Static<typeof Kept>) => `/api/places/${id}`
  } as const
  acts(
    '/api/places/new/commands/add',
    { ...kept, ...added, summary: addPlace.label.en },
    async ({ gate, by, input }) => ({
      id: await keepPlace(gate, { act: 'add', input }, { ...by, version: null })
    })
  )
  for (const command of Object.keys(placeActs) as PlaceAct[]) {
    const { label, input: body } = placeActs[command]
    acts(
      `/api/places/:id/commands/${command}`,
      { ...kept, summary: label.en, params: idParams, body, version: versionOf },
      async ({ gate, by, input, version }, { id }) => ({
        id: await keepPlace(gate, { act: command, id, input } as Change, { ...by, version })
      })
    )
  }
}

export const placeRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  readings(app, deps)
  keepings(app, deps)
}
