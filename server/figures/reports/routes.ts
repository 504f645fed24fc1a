import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { reportCsv, reportXlsx, type ReportFile } from '../../../figures/reports/files.ts'
import { reportIds, type ReportId } from '../../../figures/reports/ids.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import type { Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import { reading, type RouteDeps } from '../../http/reading.ts'
import { idParams } from '../../http/requested.ts'
import { routesOf } from '../../http/routes.ts'
import { oneOf } from '../../views/shapes.ts'
import { answerings, askExact, listExact, settleExact } from './exact.ts'
import { exactFile, listReports, releasedFile, viewReport } from './taking.ts'
import { ExactExportList, ReportList, ReportView } from '../../views/figures/reports.ts'

const url = '/api/figures/reports'
const exactUrl = '/api/figures/exact'
const year = Type.Integer({ minimum: 1990, maximum: 2199 })
const params = closed({ id: oneOf(...reportIds) })
const querystring = closed({ year: Type.Optional(year) })
const asked = closed({ report: oneOf(...reportIds), year, purpose: Type.String({ maxLength: 600 }) })

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: reportCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: reportXlsx }
} as const
type Format = keyof typeof formats
const formatIds = Object.keys(formats) as Format[]

type Filing = (tx: Tx, reader: Reader, request: FastifyRequest) => Promise<ReportFile>

const sendFile = async (reply: FastifyReply, file: ReportFile, format: Format) => {
  const { type, write } = formats[format]
  const name = `${file.report.id}-${file.year}${file.exact ? '-exact' : ''}.${format}`
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(await write(file))
}

/** What others ask of France: read by who reads the nation's figures, sent by a person. */
export const reportRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { reads, acts } = routesOf(app, deps, read)
  const files = (path: string, asks: object, filing: Filing) => {
    for (const format of formatIds) {
      const file = {
        content: { [formats[format].type.split(';')[0]!]: { schema: Type.String({ format: 'binary' }) } }
      }
      app.get(`${path}.${format}`, { schema: { ...asks, response: { 200: file } } }, async (request, reply) =>
        sendFile(reply, await read(request, (tx, reader) => filing(tx, reader, request)), format)
      )
    }
  }
  reads(url, { answer: ReportList }, listReports)
  reads(`${url}/:id`, { answer: ReportView, params, querystring }, (tx, reader, one) =>
    viewReport(tx, reader, one)
  )
  files(`${url}/:id/file`, { params, querystring }, (tx, reader, request) => {
    const { id } = request.params as { id: ReportId }
    return releasedFile(tx, reader, { id, ...(request.query as { year?: number }) })
  })
  reads(exactUrl, { answer: ExactExportList }, listExact)
  acts(
    exactUrl,
    { answer: ExactExportList, body: asked, status: 201 },
    async ({ gate, by, input, request }) => {
      await askExact(gate, by, input)
      return read(request, listExact)
    }
  )
  for (const how of answerings)
    acts(
      `${exactUrl}/:id/${how}`,
      { answer: ExactExportList, params: idParams },
      async ({ gate, by, request }, { id }) => {
        await settleExact(gate, by, { id, how })
        return read(request, listExact)
      }
    )
  files(`${exactUrl}/:id/file`, { params: idParams }, (tx, reader, request) =>
    exactFile(tx, reader, (request.params as { id: string }).id)
  )
}
