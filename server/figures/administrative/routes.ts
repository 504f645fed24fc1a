import type { FastifyInstance } from 'fastify'
import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { reading, type RouteDeps } from '../../http/reading.ts'
import { routesOf } from '../../http/routes.ts'
import { localeOf } from '../../locale.ts'
import { enterFigure, importFigures, previewFigures } from './entering.ts'
import { listBeside, publishedBeside } from './read.ts'
import { BesideEntry, BesideFigures, BesidePreview, PublishedBeside } from '../../views/figures/beside.ts'

const url = '/api/figures/beside'
const querystring = closed({ year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2199 })) })
const file = closed({ csv: Type.String({ maxLength: 400_000 }) })
const bodyLimit = 512 * 1024

/** What other bodies count, read beside our figures. */
export const besideRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  app.get(
    '/api/publications/beside',
    { schema: { querystring, response: { 200: PublishedBeside } } },
    async (request) =>
      publishedBeside((request.query as Static<typeof querystring>).year ?? null, localeOf(request))
  )
  const answer = BesideFigures
  reads(url, { querystring, answer }, (tx, reader, asked) => listBeside(tx, reader, asked))
  acts(url, { answer, body: BesideEntry, status: 201 }, async ({ gate, by, input, request }) => {
    await enterFigure(gate, by, input)
    return read(request, (tx, reader) => listBeside(tx, reader, { year: input.year }))
  })
  app.post(
    `${url}/import/preview`,
    { bodyLimit, schema: { body: file, response: { 200: BesidePreview } } },
    (request) =>
      read(request, (tx, reader) => previewFigures(tx, reader, (request.body as { csv: string }).csv))
  )
  acts(`${url}/import`, { answer, body: file, bodyLimit }, async ({ gate, by, input, request }) => {
    await importFigures(gate, by, input.csv)
    return read(request, (tx, reader) => listBeside(tx, reader))
  })
}
