import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { NoticeList, Unread } from '../views/notices.ts'
import { countUnread, listNotices, markRead, type NoticeQuery } from './read.ts'

const query = closed({
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
})
const body = closed({ until: Type.String({ format: 'date-time', maxLength: 40 }) })

/** What one's organisation was told of acts and alarms, and up to when oneself has read it. */
export const noticeRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  app.get('/api/notices', { schema: { querystring: query, response: { 200: NoticeList } } }, (request) => {
    const asked = request.query as Partial<NoticeQuery>
    return read(request, (tx, reader) => listNotices(tx, { limit: 50, ...asked }, reader))
  })
  app.get('/api/notices/unread', { schema: { response: { 200: Unread } } }, (request) =>
    read(request, countUnread)
  )
  app.post('/api/notices/read', { schema: { body, response: { 200: Unread } } }, (request) => {
    const { until } = request.body as { until: string }
    return read(request, (tx, reader) => markRead(tx, until, reader))
  })
}
