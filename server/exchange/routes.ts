import type { FastifyInstance } from 'fastify'
import { htcdsFile, type HtcdsFile } from '../../workflows/exchange/htcds/fields.ts'
import { idParams } from '../http/requested.ts'
import { reading, readingSealed, type RouteDeps } from '../http/reading.ts'
import { exportCase, previewRecord } from './htcds.ts'
import { HtcdsExport, HtcdsPreview } from '../views/acts/htcds.ts'

/** Its long texts may be eleven, of letters of four bytes. */
const bodyLimit = 512 * 1024

/** Cases between this mechanism and systems abroad, in the standard of IOM. */
export const exchangeRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const [read, readSealed] = [reading(deps), readingSealed(deps)]
  app.get(
    '/api/cases/:id/htcds',
    { schema: { params: idParams, response: { 200: HtcdsExport } } },
    (request) => {
      const { id } = request.params as { id: string }
      return readSealed(request, { object: `case:${id}`, detail: 'htcds' }, (tx, reader) =>
        exportCase(tx, reader, id)
      )
    }
  )
  app.post(
    '/api/exchange/htcds/preview',
    { bodyLimit, schema: { body: htcdsFile, response: { 200: HtcdsPreview } } },
    (request) => read(request, async (_tx, reader) => previewRecord(reader, request.body as HtcdsFile))
  )
}
