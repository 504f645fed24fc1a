import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import type { Role } from '../../policies/actor.ts'
import { closed } from '../../workflows/fields.ts'
import { actHeaders, idParams, keyOf, versionOf } from '../http/asked.ts'
import { localeOf } from '../http/locale.ts'
import { gateOf, reading, readingSealed, type RouteDeps } from '../http/reading.ts'
import { NotFound } from '../errors.ts'
import { JsonForm } from '../views/schemas.ts'
import { PlaceLine, WaitingLine } from '../views/places.ts'
import { localizeSchema } from '../views/words.ts'
import { readAddress } from './address.ts'
import { addressInput, conditionsInput, outInput, placeInput } from './forms.ts'
import { keepPlace, poolsOf, poolWords, writeAddress, type Change } from './inventory.ts'
import { listPlaces, matchingPlaces } from './list.ts'
import { waitingList } from './waiting.ts'

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
const Forms = closed({ add: JsonForm, change: JsonForm, out: JsonForm, address: JsonForm })

/** That places exist is itself hidden: for anyone else these routes are not there. */
const only =
  (...allowed: Role[]) =>
  async (request: FastifyRequest) => {
    if (!allowed.includes(request.actor.role)) throw new NotFound('not for this role')
  }

/** Who has places to look at: each desk its pool, a structure its own. */
export const placeReaders: readonly Role[] = ['acse_desk', 'ofii', 'shelter']

const keeping = { onRequest: only('shelter') }
const desk = { onRequest: only('acse_desk', 'ofii') }

const idOf = (request: FastifyRequest) => (request.params as { id: string }).id

const readings = (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  app.get(
    '/api/places',
    {
      onRequest: only(...placeReaders),
      schema: { response: { 200: closed({ items: Type.Array(PlaceLine) }) } }
    },
    async (request) => ({ items: await read(request, (tx, reader) => listPlaces(tx, reader)) })
  )
  const matchQuery = closed({ case: Type.String({ format: 'uuid' }) })
  app.get(
    '/api/places/matching',
    {
      onRequest: only('acse_desk', 'ofii', 'child_protection'),
      schema: { querystring: matchQuery, response: { 200: Matching } }
    },
    async (request) => {
      const { case: caseId } = request.query as { case: string }
      return { items: await read(request, (tx, reader) => matchingPlaces(tx, caseId, reader)) }
    }
  )
  app.get('/api/places/waiting', { ...desk, schema: { response: { 200: Waiting } } }, async (request) => ({
    items: await read(request, (tx, reader) => waitingList(tx, reader))
  }))
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

/** The forms of a structure's own pool. */
const formsFor = (request: FastifyRequest) => {
  const locale = localeOf(request)
  const own = poolsOf(request.actor)
  const add = localizeSchema(placeInput, locale) as { properties: Record<string, object> }
  const kind = {
    ...add.properties['kind'],
    oneOf: own.map((code) => ({ const: code, title: poolWords[code][locale] }))
  }
  return {
    add: { ...add, properties: { ...add.properties, kind } },
    change: localizeSchema(conditionsInput, locale),
    out: localizeSchema(outInput, locale),
    address: localizeSchema(addressInput, locale)
  }
}

const Kept = closed({ id: Type.String() })

/** A structure keeps its own places. */
const keepings = (app: FastifyInstance, deps: RouteDeps) => {
  const keep = async (request: FastifyRequest, change: Change, version: number | null) => ({
    id: await keepPlace(gateOf(deps), change, { actor: request.actor, key: keyOf(request), version })
  })
  app.get('/api/places/forms', { ...keeping, schema: { response: { 200: Forms } } }, async (request) =>
    formsFor(request)
  )
  app.post(
    '/api/places',
    { ...keeping, schema: { headers: actHeaders, body: placeInput, response: { 201: Kept } } },
    async (request, reply) => {
      const input = request.body as Static<typeof placeInput>
      return reply.code(201).send(await keep(request, { act: 'add', input }, null))
    }
  )
  const changing = { headers: actHeaders, params: idParams, response: { 200: Kept } }
  app.patch(
    '/api/places/:id',
    { ...keeping, schema: { ...changing, body: conditionsInput } },
    async (request) => {
      const input = request.body as Static<typeof conditionsInput>
      return keep(request, { act: 'change', id: idOf(request), input }, versionOf(request))
    }
  )
  app.post(
    '/api/places/:id/out-of-service',
    { ...keeping, schema: { ...changing, body: outInput } },
    async (request) => {
      const input = request.body as Static<typeof outInput>
      return keep(request, { act: 'out', id: idOf(request), input }, versionOf(request))
    }
  )
  app.post(
    '/api/places/:id/back-in-service',
    { ...keeping, schema: { ...changing, body: closed({}) } },
    async (request) => keep(request, { act: 'back', id: idOf(request) }, versionOf(request))
  )
  app.put(
    '/api/places/:id/address',
    {
      ...keeping,
      schema: { headers: actHeaders, params: idParams, body: addressInput, response: { 204: Type.Null() } }
    },
    async (request, reply) => {
      const asked = { actor: request.actor, key: keyOf(request), version: null }
      const input = request.body as Static<typeof addressInput>
      await writeAddress(gateOf(deps), { id: idOf(request), input, asked })
      return reply.code(204).send(null)
    }
  )
}

export const placeRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  readings(app, deps)
  keepings(app, deps)
}
