import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../db/client.ts'
import { sessionCookie } from '../auth/session.ts'
import { keepBeating } from './beats.ts'
import { hearHints } from './hints.ts'
import { openListeners, type Listener } from './listeners.ts'

const open = (reply: FastifyReply) => {
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no'
  })
  reply.raw.write('retry: 5000\n\n')
}

/** What is unread by who has stopped reading, and does not say so, is kept no longer. */
const mostUnread = 65_536

const listenerOn = ({ actor, cookies }: FastifyRequest, { raw }: FastifyReply): Listener => ({
  actor,
  token: cookies[sessionCookie] ?? '',
  beatAt: performance.now(),
  write: (said) => void (raw.writableLength > mostUnread ? raw.destroy() : raw.write(said)),
  end: () => void raw.end()
})

/** Live updates: that a case or a referral moved, by its id and nothing else. Reading it is another request, under one's own right. */
export const streamRoutes = async (app: FastifyInstance, { db }: { db: Database }) => {
  const listeners = openListeners()
  const stopHearing = hearHints(db, app.log, { listeners, look: app.auth.actorsNow })
  const stopBeating = keepBeating(listeners, app.auth.actorsNow)
  app.addHook('preClose', async () => {
    stopBeating()
    for (const one of listeners.all()) one.end()
    await stopHearing()
  })
  app.get(
    '/api/stream',
    { schema: { response: { 200: { type: 'string', description: 'text/event-stream' } } } },
    async (request, reply) => {
      open(reply)
      const listener = listenerOn(request, reply)
      listeners.add(listener)
      reply.raw.once('close', () => listeners.remove(listener))
    }
  )
}
