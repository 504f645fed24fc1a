import type { FastifyInstance } from 'fastify'
import { Type, type Static } from 'typebox'
import { csvText } from '../../figures/export/csv.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { gateOf, reading, type RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { TakeoverDone, TakeoverForm, TakeoverPreview } from '../views/organisations/takeover.ts'
import { viewForm } from './form.ts'
import { filesAtMost } from './read.ts'
import { previewFiles, takeFiles } from './takeover.ts'

const url = '/api/files'
const bodyLimit = 512 * 1024
// Nobody is the least that may be said: only where an organisation works in teams is somebody named.
const idOrNot = Type.Union([Type.Null(), Type.String({ format: 'uuid' })])
const sent = { csv: Type.String({ maxLength: 400_000 }), teamId: idOrNot, personId: idOrNot }
// The heading is the first line, and an empty one counts.
const lines = Type.Array(Type.Integer({ minimum: 2, maximum: 100_000 }), {
  maxItems: filesAtMost,
  uniqueItems: true
})
const mended = Type.Array(
  closed({
    line: Type.Integer({ minimum: 2, maximum: 100_000 }),
    column: Type.String({ maxLength: 60 }),
    text: Type.String({ maxLength: 4_000 })
  }),
  { maxItems: 500 }
)
const preview = closed({ ...sent, mended: Type.Optional(mended) })
const bringing = closed({ ...sent, take: lines, leave: lines })

/** Running files of an association, brought from a spreadsheet: read first, then taken over whole. */
export const takeoverRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  reads(url, { answer: TakeoverForm }, viewForm)
  const file = { content: { 'text/csv': { schema: Type.String() } } }
  app.get(`${url}/template.csv`, { schema: { response: { 200: file } } }, async (request, reply) => {
    const { columns } = await read(request, viewForm)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="modele-reprise.csv"')
      .send(csvText([columns.map(({ name }) => name), columns.map(({ example }) => example)]))
  })
  app.post(
    `${url}/preview`,
    { bodyLimit, schema: { body: preview, response: { 200: TakeoverPreview } } },
    (request) =>
      read(request, (tx, reader) =>
        previewFiles(tx, { gate: gateOf(deps), reader }, request.body as Static<typeof preview>)
      )
  )
  acts(url, { answer: TakeoverDone, body: bringing, bodyLimit, status: 201 }, ({ gate, by, input }) =>
    takeFiles(gate, by, input)
  )
}
