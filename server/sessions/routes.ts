import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openSessions, openSessionsValues, sessionLine, type DeviceRow } from '../auth/devices.ts'
import { sessionCookie } from '../auth/session.ts'
import { runQuery } from '../db/context.ts'
import { reading, type RouteDeps } from '../http/reading.ts'
import { idParams } from '../http/requested.ts'
import { routesOf } from '../http/routes.ts'
import { SessionList } from '../views/sessions.ts'
import { endOthers, endSession } from './end.ts'

/** Where the reader is signed in: their own sessions and nobody else's. */
export const sessionRoutes = async (app: FastifyInstance, deps: RouteDeps) => {
  const read = reading(deps)
  const { acts } = routesOf(app, deps, read)
  // A session goes by the machine's clock, whatever day the demonstration is at.
  const now = () => deps.now?.() ?? new Date()
  const tokenOf = ({ cookies }: FastifyRequest) => cookies[sessionCookie] ?? ''
  const list = (request: FastifyRequest) =>
    read(request, async (tx, { actor, locale }) => {
      const values = openSessionsValues(actor.personId, tokenOf(request), now())
      const rows = await runQuery<DeviceRow>(tx, openSessions, values)
      return { items: rows.map((one) => sessionLine(one, locale)) }
    })
  app.get('/api/sessions', { schema: { response: { 200: SessionList } } }, list)
  acts(
    '/api/sessions/:id/end',
    { params: idParams, answer: SessionList },
    async ({ gate, by, request }, { id }) => {
      await endSession(gate, by, { id, token: tokenOf(request) })
      return list(request)
    }
  )
  acts('/api/sessions/end-others', { answer: SessionList }, async ({ gate, by, request }) => {
    await endOthers(gate, by, tokenOf(request))
    return list(request)
  })
}
