import { desc } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { Type, type Static } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { enters, type Room } from '../../policies/features.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { Database } from '../db/client.ts'
import { drizzleOn, wallClock } from '../db/context.ts'
import { figureReleases } from '../db/schema/schema.ts'
import { NotFound, wrongField } from '../errors.ts'
import { localeOf } from '../http/locale.ts'
import { FailureFlow, viewFailures } from './failures.view.ts'
import type { Body, TableName } from './publish.ts'
import type { Published } from './release.ts'
import {
  Flow,
  Territories,
  TerritoryMonths,
  Unmet,
  viewFlow,
  viewMonths,
  viewTerritories,
  viewUnmet,
  type Reading,
  type Whose
} from './views.ts'

const yearQuery = closed({ year: Type.Optional(Type.Integer({ minimum: 1000, maximum: 9999 })) })
type YearQuery = Static<typeof yearQuery>

const unknownYear = (years: readonly number[]) =>
  wrongField('year', 'unknown_year', {
    fr: years.length > 0 ? `Années publiées : ${years.join(', ')}.` : 'Aucune année n’est encore publiée.',
    en: years.length > 0 ? `Published years: ${years.join(', ')}.` : 'No year is published yet.'
  })

/** The last release, made beforehand: what a reading costs does not depend on how many cases there are. */
const readTable = async <N extends TableName>(
  app: Pool,
  name: N,
  request: FastifyRequest
): Promise<Reading<Published[N]>> => {
  const { number, quarter, asOf, madeAt } = figureReleases
  const [row] = await drizzleOn(app)
    .select({ number, quarter, asOf, madeAt, body: figureReleases[name] })
    .from(figureReleases)
    .orderBy(desc(number))
    .limit(1)
  const { releases } = (row?.body ?? { releases: [] }) as Body<N>
  const { year } = request.query as YearQuery
  const years = releases.map((one) => one.year)
  const chosen = year === undefined ? releases[0] : releases.find((one) => one.year === year)
  if (year !== undefined && !chosen) throw unknownYear(years)
  const now = row ? row.madeAt : await wallClock(app)
  return { release: row ?? null, now, chosen: chosen ?? null, years, locale: localeOf(request) }
}

const reads = (actor: Actor) => abilityFor(actor).can('read', 'Figures')

// Checked before the query is: who may not read figures learns nothing of which exist.
const onlyFor = (may: (actor: Actor) => boolean) => async (request: FastifyRequest) => {
  if (!reads(request.actor) || !may(request.actor)) throw new NotFound('figures')
}
const national = { onRequest: onlyFor(({ role }) => enters(role, 'national')) }
const unmetRooms = { adults: 'unmetOfAdults', children: 'unmetOfChildren' } as const satisfies Record<
  Whose,
  Room
>
const unmetFor = (whose: Whose) => ({
  onRequest: async ({ actor }: FastifyRequest) => {
    if (!actor.accredited || !enters(actor.role, unmetRooms[whose])) throw new NotFound('figures')
  }
})
const ownTerritory = {
  onRequest: onlyFor(({ role, territory }) => enters(role, 'ownTerritory') && territory !== null)
}

/** Aggregates: the whole country for national monitoring, its own territory for a cell. */
export async function statsRoutes(
  app: FastifyInstance,
  { db }: { db: Pick<Database, 'app'> }
): Promise<void> {
  app.get(
    '/api/stats/flow',
    { ...national, schema: { querystring: yearQuery, response: { 200: Flow } } },
    async (request) => viewFlow(await readTable(db.app, 'flow', request))
  )
  app.get(
    '/api/stats/failures',
    { ...national, schema: { querystring: yearQuery, response: { 200: FailureFlow } } },
    async (request) => viewFailures(await readTable(db.app, 'flow', request))
  )
  for (const [path, whose] of [
    ['/api/stats/unmet', 'adults'],
    ['/api/stats/unmet/children', 'children']
  ] as const)
    app.get(
      path,
      { ...unmetFor(whose), schema: { querystring: yearQuery, response: { 200: Unmet } } },
      async (request) => viewUnmet(await readTable(db.app, 'flow', request), whose)
    )
  app.get(
    '/api/stats/territories',
    { ...national, schema: { querystring: yearQuery, response: { 200: Territories } } },
    async (request) => viewTerritories(await readTable(db.app, 'territories', request))
  )
  app.get(
    '/api/stats/territory',
    { ...ownTerritory, schema: { querystring: yearQuery, response: { 200: TerritoryMonths } } },
    async (request) => viewMonths(await readTable(db.app, 'months', request), request.actor.territory!)
  )
}
