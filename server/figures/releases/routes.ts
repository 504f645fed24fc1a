import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { usualNoise } from '../../../figures/noise/deviations.ts'
import { durationsIn } from '../../../figures/release/measures.ts'
import { questionsOf } from '../../../figures/release/questions.ts'
import { tablesOfPlace } from '../../../figures/release/slice.ts'
import { audiences, releaseKinds, type Audience } from '../../../figures/release/rules.ts'
import type { Role } from '../../../policies/actor.ts'
import { partnerOf, preparesReleases } from '../../../policies/figures/releases.ts'
import { territory } from '../../../workflows/calendar/territories.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { drizzleOn, inContext, settleAll, wallClock, type Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { NotFound } from '../../errors.ts'
import { reading, type RouteDeps } from '../../http/reading.ts'
import { routesOf } from '../../http/routes.ts'
import { localeOf, type Locale } from '../../locale.ts'
import { PublicationView, ReleaseLine, ReleaseList } from '../../views/figures/releases.ts'
import { oneOf } from '../../views/shapes.ts'
import { tableIds } from '../../../figures/fixed/tables.ts'
import { yearOf } from '../quarters.ts'
import { countedOf, lagOf } from '../store/count.ts'
import { asAnybody, fileRoutes, mustBePartner } from './taking.ts'
import { askableOf, standingAt, yearsAt } from './askable.ts'
import { askRelease, dropRelease, publishRelease } from './asking.ts'
import { findTable, newestRelease, releaseRow, releaseRows, tablesOf, type ReleaseRow } from './store.ts'
import {
  mapOf,
  measuresView,
  nextDueIn,
  publicationOf,
  questionsView,
  linesOf,
  tableView,
  uncountedOf
} from './views.ts'
import { note } from './words.ts'

const params = closed({ number: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const asked = closed({
  quarter: Type.String({ pattern: '^\\d{4}-Q[1-4]$' }),
  kind: oneOf(...(Object.keys(releaseKinds) as (keyof typeof releaseKinds)[])),
  erratum: Type.Union([Type.String({ minLength: 3, maxLength: 600 }), Type.Null()]),
  // One table at least is published.
  leftOut: Type.Array(oneOf(...tableIds), { uniqueItems: true, maxItems: tableIds.length - 1 })
})
/** Whoever reads partners’ counts may ask for the public’s. */
const chosenByPartner = closed({
  release: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
  audience: Type.Optional(oneOf(...(Object.keys(audiences) as Audience[])))
})
const chosen = closed({ release: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })) })

const mustPrepare = async ({ actor }: FastifyRequest) => {
  if (!preparesReleases(actor)) throw new NotFound('releases')
}
/** `prepares`: reads as well what waits to be published. */
type Of = {
  audience: Audience
  territory: string | null
  role: Role
  prepares: boolean
  locale: Locale
  now: Date
}

const usual = { maximumDeviation: usualNoise.deviation, variance: usualNoise.variance }

const isOut = (row: ReleaseRow) => row.state === 'published'
const byTime = (one: ReleaseRow, other: ReleaseRow) =>
  one.asOf.getTime() - other.asOf.getTime() || one.version - other.version || one.number - other.number

/** The newest release of each of the last five years tells its quarters. */
const seriesOf = async (tx: Tx, published: readonly ReleaseRow[], { audience, locale }: Of) => {
  const years = Map.groupBy(published, ({ quarter }) => yearOf(quarter))
  const newest = [...years].sort(([a], [b]) => a - b).slice(-5)
  const tables = newest.map(async ([year, rows]) => {
    const { number } = rows.toSorted(byTime).at(-1)!
    const table = await findTable(tx, number, { audience, id: 'quarter_form' })
    return table ? [{ year, table: tableView(table, { audience, locale }) }] : []
  })
  return (await settleAll(tables)).flat()
}

/** A release as one audience reads it; without a number the newest that is out. @throws NotFound */
const publicationView = async (tx: Tx, number: number | undefined, of: Of): Promise<PublicationView> => {
  const row = number === undefined ? await newestRelease(tx) : await releaseRow(tx, number)
  if (row && !isOut(row) && !(of.prepares && row.state === 'ready')) throw new NotFound('not out')
  const { audience, locale, now } = of
  const published = (await releaseRows(tx)).filter(isOut)
  const all = row ? await tablesOf(tx, row.number, audience) : []
  const tables = tablesOfPlace(all, of.territory)
  const told = row ? durationsIn(all, row.method.maximumDeviation) : []
  const measures = of.territory === null ? told : told.filter(({ value }) => value === of.territory)
  return {
    publication: row ? publicationOf(row, locale) : null,
    publications: published.map((one) => publicationOf(one, locale)),
    tables: tables.map((table) => tableView(table, { audience, locale })),
    measures: measuresView(measures, locale),
    map: of.territory === null ? mapOf(tables) : [],
    series: of.territory === null ? await seriesOf(tx, published, of) : [],
    questions: row ? questionsView(questionsOf(of.role, { own: tables, all }), locale) : [],
    territory: of.territory === null ? null : { code: of.territory, label: territory(of.territory).name },
    note: note[locale]
      .replace('{threshold}', `${audiences[audience]}`)
      .replace('{deviation}', `${(row?.method ?? usual).maximumDeviation}`)
      .replace('{variance}', `${(row?.method ?? usual).variance}`),
    nextDue: nextDueIn(now, locale)
  }
}

/** One of those that are prepared, as it stands among the others. @throws NotFound */
const lineOf = async (tx: Tx, number: number, reader: Reader): Promise<ReleaseLine> => {
  const line = linesOf(await releaseRows(tx), reader).find((one) => one.number === number)
  if (!line) throw new NotFound('no such release')
  return line
}

/** What is public, without a session. */
const publicRoutes = (app: FastifyInstance, { db, now }: RouteDeps) => {
  const schema = { querystring: chosen, response: { 200: PublicationView } }
  app.get('/api/publications', { schema }, (request) =>
    inContext(db.app, asAnybody, async (tx) =>
      publicationView(tx, (request.query as Static<typeof chosen>).release, {
        ...{ audience: 'public', territory: null, role: asAnybody.role, locale: localeOf(request) },
        prepares: false,
        now: now?.() ?? (await wallClock(db.app))
      })
    )
  )
}

/** The nation's figures: asked for by one person, published by another, read by all. */
export const releaseRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  publicRoutes(app, deps)
  fileRoutes(app, deps)
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  reads(
    '/api/figures',
    { answer: PublicationView, querystring: chosenByPartner, onRequest: mustBePartner },
    (tx, { actor, locale, now }, { release, audience = 'partner' }) =>
      publicationView(tx, release, {
        ...{ audience, ...partnerOf(actor)!, role: actor.role, prepares: preparesReleases(actor) },
        ...{ locale, now }
      })
  )
  const list = async (tx: Tx, reader: Reader): Promise<ReleaseList> => ({
    releases: linesOf(await releaseRows(tx), reader),
    askable: askableOf(
      await standingAt(tx, reader.now),
      await drizzleOn(deps.db.stats).transaction((stats) => countedOf(stats, yearsAt(reader.now))),
      reader.locale
    ),
    nextDue: nextDueIn(reader.now, reader.locale),
    uncounted: uncountedOf(await drizzleOn(deps.db.stats).transaction(lagOf), reader.now)
  })
  const prepares = { onRequest: mustPrepare }
  reads('/api/releases', { ...prepares, answer: ReleaseList }, list)
  acts('/api/releases', { ...prepares, answer: ReleaseList, body: asked, status: 202 }, async (acting) => {
    await askRelease(acting.gate, acting.by, acting.input)
    return read(acting.request, list)
  })
  const one = { ...prepares, params, answer: ReleaseLine }
  const shown = (request: FastifyRequest, number: number) =>
    read(request, (tx, reader) => lineOf(tx, number, reader))
  reads('/api/releases/:number', one, (tx, reader, { number }) => lineOf(tx, number, reader))
  acts('/api/releases/:number/publish', one, async ({ gate, by, request }, { number }) => {
    await publishRelease(gate, by, number)
    return shown(request, number)
  })
  acts('/api/releases/:number/drop', one, async ({ gate, by, request }, { number }) => {
    await dropRelease(gate, by, number)
    return shown(request, number)
  })
}
