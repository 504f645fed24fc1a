import type { FastifyInstance, FastifyReply } from 'fastify'
import type { PoolClient } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import { hears } from './read.ts'
import { channel, type Hint } from '../outbox/tell.ts'
import type { Database } from '../db/client.ts'

type Listener = { actor: Actor; send: (hint: Hint) => void }

const heartbeatMs = 20_000
const retryMs = 2_000

/** To the persons concerned, and not to all of their organisation: each role is asked once what it may hear. */
const passOn = async (db: Database, hint: Hint, listeners: ReadonlySet<Listener>) => {
  const concerned = [...listeners].filter(({ actor }) => hint.to.includes(actor.orgId))
  for (const alike of Map.groupBy(concerned, ({ actor }) => `${actor.orgId} ${actor.role}`).values())
    if (await hears(db.app, alike[0]!.actor, hint.line)) for (const listener of alike) listener.send(hint)
}

/** One connection that listens for the whole process; a lost one is taken again. */
const listening = (db: Database, app: FastifyInstance, listeners: Set<Listener>) => {
  let client: PoolClient | null = null
  let passing: Promise<unknown> = Promise.resolve()
  let closed = false
  const drop = () => {
    client?.release(true)
    client = null
  }
  const connect = async (): Promise<void> => {
    if (closed) return
    try {
      client = await db.owner.connect()
      // Closed while it was being opened: nobody will listen any more.
      if (closed) return drop()
      client.on('notification', ({ payload }) => {
        const hint = JSON.parse(payload ?? '{}') as Hint
        // One after the other: in which order they come is the order in which it happened. A hint that is lost costs nothing,
        // since what moved is there for whoever looks.
        passing = passing
          .then(() => passOn(db, hint, listeners))
          .catch((error: unknown) => app.log.warn({ err: error }, 'a hint was not passed on'))
      })
      client.once('error', (error) => {
        app.log.warn({ err: error }, 'the listening connection broke')
        drop()
        if (!closed) setTimeout(() => void connect(), retryMs).unref()
      })
      await client.query(`listen ${channel}`)
    } catch {
      if (!closed) setTimeout(() => void connect(), retryMs).unref()
    }
  }
  const opening = connect()
  app.addHook('preClose', async () => {
    closed = true
    await opening
    drop()
  })
}

const open = (reply: FastifyReply) => {
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no'
  })
  reply.raw.write('retry: 5000\n\n')
}

/** Live updates: that a case or a referral moved, by its id and nothing else. Reading it is another request, under one's own right. */
export const streamRoutes = async (app: FastifyInstance, { db }: { db: Database }) => {
  const listeners = new Set<Listener>()
  const streams = new Set<FastifyReply>()
  listening(db, app, listeners)
  app.addHook('preClose', async () => {
    for (const reply of streams) reply.raw.end()
  })
  app.get(
    '/api/stream',
    { schema: { response: { 200: { type: 'string', description: 'text/event-stream' } } } },
    async (request, reply) => {
      const { orgId } = request.actor
      open(reply)
      const listener: Listener = {
        actor: request.actor,
        send: ({ about, id }) => reply.raw.write(`event: ${about}\ndata: ${id}\n\n`)
      }
      listeners.add(listener)
      streams.add(reply)
      // A right that ends in the meantime ends the stream at the next beat.
      const beat = setInterval(() => {
        void app.auth.actorNow(request).then(
          (actor) =>
            actor?.accredited && actor.orgId === orgId ? reply.raw.write(': \n\n') : reply.raw.end(),
          () => reply.raw.end()
        )
      }, heartbeatMs)
      reply.raw.once('close', () => {
        clearInterval(beat)
        listeners.delete(listener)
        streams.delete(reply)
      })
    }
  )
}
