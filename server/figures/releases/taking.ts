import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { durationsIn, everywhere } from '../../../figures/release/measures.ts'
import { tablesOfPlace } from '../../../figures/release/slice.ts'
import type { Audience } from '../../../figures/release/rules.ts'
import { partnerOf } from '../../../policies/figures/releases.ts'
import { isTerritory } from '../../../workflows/calendar/territories.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { inContext, type Tx } from '../../db/context.ts'
import { NotFound } from '../../errors.ts'
import { limitLinks } from '../../http/limits.ts'
import { reading, type RouteDeps } from '../../http/reading.ts'
import { localeOf, type Locale } from '../../locale.ts'
import { yearOf } from '../quarters.ts'
import { exportedOf, fileContent, formats, sendFile, type FormatId } from './files.ts'
import type { HalfYear } from './half-year.ts'
import { releaseRow, tableOf, tablesOf } from './store.ts'

/** Whoever has no session reads what is public as the system does. */
export const asAnybody = { orgId: null, personId: null, role: 'system' } as const

export const mustBePartner = async ({ actor }: FastifyRequest) => {
  if (partnerOf(actor) === null) throw new NotFound('figures')
}

type Of = { audience: Audience; territory: string | null; locale: Locale }

/** @throws NotFound */
const releaseOut = async (tx: Tx, number: number) => {
  const row = await releaseRow(tx, number)
  if (row.state !== 'published') throw new NotFound('not out')
  return row
}

const releaseNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const file = closed({
  number: releaseNumber,
  table: Type.String({ pattern: '^[a-z_]{1,60}$' }),
  format: Type.String({ enum: Object.keys(formats) })
})

/** One table as a file, as this audience reads it. @throws NotFound */
const fileFor = async (tx: Tx, asked: Static<typeof file>, of: Of) => {
  const row = await releaseOut(tx, asked.number)
  const table = await tableOf(tx, asked.number, { audience: of.audience, id: asked.table })
  const [cutTable] = tablesOfPlace([table], of.territory)
  if (!cutTable) throw new NotFound('not of one territory')
  return exportedOf(cutTable, row, of)
}

/** The tables of a release as files. */
export const fileRoutes = (app: FastifyInstance, deps: RouteDeps) => {
  const { db } = deps
  const schema = { params: file, response: { 200: { content: fileContent } } }
  app.get('/api/publications/:number/:table/:format', { schema }, async (request, reply) => {
    const asked = request.params as Static<typeof file>
    const of = { audience: 'public', territory: null, locale: localeOf(request) } as const
    const exported = await inContext(db.app, asAnybody, (tx) => fileFor(tx, asked, of))
    return sendFile(reply, exported, asked.format as FormatId)
  })
  const partners = { onRequest: mustBePartner, schema }
  app.get('/api/figures/:number/:table/:format', partners, async (request, reply) => {
    const asked = request.params as Static<typeof file>
    const exported = await reading(deps)(request, (tx, { actor, locale }) =>
      fileFor(tx, asked, { audience: 'partner', ...partnerOf(actor)!, locale })
    )
    return sendFile(reply, exported, asked.format as FormatId)
  })
}

const reported = closed({
  release: releaseNumber,
  territory: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{2,3}$' }))
})

/** The report of the country or of a département; a partner of one territory has that of its own. @throws NotFound */
const reportFor = async (tx: Tx, request: FastifyRequest, of: Of): Promise<HalfYear> => {
  const { release: number, ...where } = request.query as Static<typeof reported>
  const asked = where.territory ?? of.territory
  if (asked !== null && !isTerritory(asked)) throw new NotFound('no such territory')
  if (of.territory !== null && asked !== of.territory) throw new NotFound('another territory')
  const row = await releaseOut(tx, number)
  const tables = await tablesOf(tx, number, of.audience)
  const durations = durationsIn(tables, row.method.maximumDeviation).filter(
    ({ value }) => value === (asked ?? everywhere)
  )
  return { row, tables, durations, place: asked, audience: of.audience, locale: of.locale }
}

const sendReport = async (reply: FastifyReply, report: HalfYear) => {
  const { row, place } = report
  const parts = [
    `rapport-${yearOf(row.quarter)}-r${row.number}-v${row.version}`,
    ...(report.audience === 'public' ? [] : ['partenaires']),
    ...(place === null ? [] : [place])
  ]
  // With its fonts it is large, and asked for twice a year.
  const { halfYearPdf } = await import('./half-year.ts')
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${parts.join('-')}.pdf"`)
    .send(await halfYearPdf(report))
}

const pdf = { content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } } }

/** A paper is drawn anew each time, for anybody who asks: its askers are slowed down as those who guess are. */
export const paperRoutes = async (app: FastifyInstance, deps: RouteDeps & { perMinute: number }) => {
  limitLinks(app, deps.perMinute)
  const schema = { querystring: reported, response: { 200: pdf } }
  app.get('/api/publications/report.pdf', { schema }, async (request, reply) => {
    const of = { audience: 'public', territory: null, locale: localeOf(request) } as const
    return sendReport(reply, await inContext(deps.db.app, asAnybody, (tx) => reportFor(tx, request, of)))
  })
  app.get('/api/figures/report.pdf', { onRequest: mustBePartner, schema }, async (request, reply) => {
    const report = await reading(deps)(request, (tx, { actor, locale }) =>
      reportFor(tx, request, { audience: 'partner', ...partnerOf(actor)!, locale })
    )
    return sendReport(reply, report)
  })
}
