import { desc } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import type { Pool } from 'pg'
import { Type, type Static, type TSchema } from 'typebox'
import { abilityFor } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { enters, type Feature } from '../../policies/features.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { Database } from '../db/client.ts'
import { drizzleOn, wallClock } from '../db/context.ts'
import { figureReleases } from '../db/schema/schema.ts'
import { NotFound, wrongField } from '../errors.ts'
import { localeOf } from '../locale.ts'
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
  type Reading
} from './views.ts'

const yearQuery = closed({ year: Type.Optional(Type.Integer({ minimum: 1000, maximum: 9999 })) })

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
  const { year } = request.query as Static<typeof yearQuery>
  const years = releases.map((one) => one.year)
  const chosen = year === undefined ? releases[0] : releases.find((one) => one.year === year)
  if (year !== undefined && !chosen) throw unknownYear(years)
  const now = row ? row.madeAt : await wallClock(app)
  return { release: row ?? null, now, chosen: chosen ?? null, years, locale: localeOf(request) }
}

const reads = (actor: Actor) => abilityFor(actor).can('read', 'Figures')

type Door = (actor: Actor) => boolean
const national: Door = (actor) => reads(actor) && enters(actor.role, 'national')
const ownTerritory: Door = (actor) =>
  reads(actor) && enters(actor.role, 'ownTerritory') && actor.territory !== null
const unmetIn =
  (room: Feature): Door =>
  ({ accredited, role }) =>
    accredited && enters(role, room)

/** Aggregates: the whole country for national monitoring, its own territory for a cell. */
export async function statsRoutes(
  app: FastifyInstance,
  { db }: { db: Pick<Database, 'app'> }
): Promise<void> {
  const table = <N extends TableName, V extends TSchema>(
    [path, name]: [string, N],
    { may, answer }: { may: Door; answer: V },
    view: (reading: Reading<Published[N]>, actor: Actor) => Static<V>
  ) => {
    // Checked before the query is: who may not read figures learns nothing of which exist.
    const onRequest = async ({ actor }: FastifyRequest) => {
      if (!may(actor)) throw new NotFound('figures')
    }
    const schema: FastifySchema = { querystring: yearQuery, response: { 200: answer } }
    app.get(`/api/stats/${path}`, { onRequest, schema }, async (request) =>
      view(await readTable(db.app, name, request), request.actor)
    )
  }
  table(['flow', 'flow'], { may: national, answer: Flow }, viewFlow)
  table(['failures', 'flow'], { may: national, answer: FailureFlow }, viewFailures)
  table(['unmet', 'flow'], { may: unmetIn('unmetOfAdults'), answer: Unmet }, (reading) =>
    viewUnmet(reading, 'adults')
  )
  table(['unmet/children', 'flow'], { may: unmetIn('unmetOfChildren'), answer: Unmet }, (reading) =>
    viewUnmet(reading, 'children')
  )
  table(['territories', 'territories'], { may: national, answer: Territories }, viewTerritories)
  table(['territory', 'months'], { may: ownTerritory, answer: TerritoryMonths }, (reading, actor) =>
    viewMonths(reading, actor.territory!)
  )
}
