import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import type { RouteDeps } from '../http/reading.ts'
import { routesOf } from '../http/routes.ts'
import { NoticeList, Unread } from '../views/notices.ts'
import { countUnread, listNotices, markRead, type NoticeQuery } from './read.ts'

const query = closed({
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
})
const body = closed({ until: Type.String({ format: 'date-time', maxLength: 40 }) })

/** What one's organisation was told of acts and alarms, and up to when oneself has read it. */
export const noticeRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const { reads, keeps } = routesOf(app, deps)
  reads('/api/notices', { querystring: query, answer: NoticeList }, (tx, reader, asked) =>
    listNotices(tx, { limit: 50, ...(asked as Partial<NoticeQuery>) }, reader)
  )
  reads('/api/notices/unread', { answer: Unread }, countUnread)
  keeps('/api/notices/read', { method: 'POST', body, answer: Unread }, (tx, reader, { until }) =>
    markRead(tx, until, reader)
  )
}
