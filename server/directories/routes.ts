import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { asylumCentres, type AsylumCentre } from '../../policies/organisations/directories.ts'
import { settlementKinds, type SettlementKind } from '../../policies/organisations/settlements.ts'
import { territoryCodes } from '../../workflows/calendar/territories.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { Occupancy, ReferentList, SettlementList } from '../views/organisations/directories.ts'
import { languageCode, offerCode, OfferList, receivedCode } from '../views/organisations/offers.ts'
import { readOccupancy, recordOccupancy } from './occupancy.ts'
import { listOffers, sayOffer } from './offers.ts'
import { addReferent, listReferents, removeReferent, verifyReferent } from './referents.ts'
import { addSettlement, closeSettlement, listSettlements } from './settlements.ts'

const word = (max: number) => Type.String({ maxLength: max })
const described = { name: word(120), service: word(160), contact: word(200) }
const added = closed({ courtId: Type.String({ format: 'uuid' }), ...described })
const changed = closed(described)
const listQuery = closed({ territory: Type.Optional(Type.String({ enum: [...territoryCodes] })) })
const number = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const count = closed({
  centre: Type.String({ enum: Object.keys(asylumCentres) }),
  region: word(80),
  asOf: Type.String({ format: 'date' }),
  places: number,
  occupied: number
})

const settlement = closed({
  label: word(120),
  kind: Type.String({ enum: Object.keys(settlementKinds) }),
  commune: word(80),
  territory: Type.String({ enum: [...territoryCodes] })
})

const sought = closed({
  territory: Type.Optional(Type.String({ enum: [...territoryCodes] })),
  offer: Type.Optional(offerCode),
  language: Type.Optional(languageCode),
  receives: Type.Optional(receivedCode)
})
const said = closed({
  offers: Type.Array(offerCode, { maxItems: 20, uniqueItems: true }),
  receives: Type.Array(receivedCode, { maxItems: 10, uniqueItems: true }),
  languages: Type.Array(languageCode, { maxItems: 40, uniqueItems: true }),
  hours: word(160),
  note: word(300)
})

/** Who offers care, accommodation and support, as each says itself. */
export const offerRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const url = '/api/offers'
  const answer = OfferList
  reads(url, { answer, querystring: sought }, listOffers)
  acts(url, { answer, body: said, method: 'PUT' }, async ({ gate, by, input, request }) => {
    await sayOffer(gate, by, input)
    return read(request, (tx, reader) => listOffers(tx, reader, {}))
  })
}

/** The settlements of those who mediate there. */
export const settlementRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const url = '/api/settlements'
  const answer = SettlementList
  reads(url, { answer }, listSettlements)
  acts(url, { answer, body: settlement, status: 201 }, async ({ gate, by, input, request }) => {
    await addSettlement(gate, by, { ...input, kind: input.kind as SettlementKind })
    return read(request, listSettlements)
  })
  acts(`${url}/:id/close`, { answer, params: idParams }, async ({ gate, by, request }, { id }) => {
    await closeSettlement(gate, by, id)
    return read(request, listSettlements)
  })
}

/** Directories beside the cases: whom to speak to in a court, and how full the asylum scheme is. */
export const directoryRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const answer = ReferentList
  const shown = (request: FastifyRequest) => read(request, (tx, reader) => listReferents(tx, reader, {}))
  const url = '/api/referents'
  reads(url, { querystring: listQuery, answer }, listReferents)
  acts(url, { answer, body: added, status: 201 }, async ({ gate, by, input, request }) => {
    await addReferent(gate, by, input)
    return shown(request)
  })
  acts(
    `${url}/:id`,
    { answer, params: idParams, body: changed, method: 'PUT' },
    async ({ gate, by, input, request }, { id }) => {
      await verifyReferent(gate, by, id, input)
      return shown(request)
    }
  )
  acts(`${url}/:id/remove`, { answer, params: idParams }, async ({ gate, by, request }, { id }) => {
    await removeReferent(gate, by, id)
    return shown(request)
  })
  reads('/api/asylum/occupancy', { answer: Occupancy }, readOccupancy)
  acts('/api/asylum/occupancy', { answer: Occupancy, body: count }, async ({ gate, by, input, request }) => {
    await recordOccupancy(gate, by, { ...input, centre: input.centre as AsylumCentre })
    return read(request, readOccupancy)
  })
}
