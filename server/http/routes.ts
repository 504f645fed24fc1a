import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { Gate } from '../acts/command-validation.ts'
import type { Keyed } from '../acts/once.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Tx } from '../db/context.ts'
import { gateOf, reading, type RouteDeps } from './reading.ts'
import { actHeaders, keyOf } from './requested.ts'

/** `onRequest` is asked before what was sent is looked at: for others the route is not there. */
type Route<P, R> = { params?: P; answer: R; onRequest?: (request: FastifyRequest) => Promise<void> }
type Read<P, Q, R> = Route<P, R> & { querystring?: Q }
type Act<P, B, R> = Route<P, R> & {
  body?: B
  summary?: string
  status?: 200 | 201 | 202
  method?: 'POST' | 'PUT'
}

export type Acting<I = unknown> = {
  gate: Gate
  by: Keyed
  input: I
  request: FastifyRequest
  reply: FastifyReply
}

/** The routes of a feature, each in one row: its form, what is answered, and what answers. */
export const routesOf = (app: FastifyInstance, deps: RouteDeps, read = reading(deps)) => ({
  /** A reading under the reader's own right. `tag`: the version that its answer bears as `etag`. */
  reads: <R extends TSchema, P extends TSchema = TSchema, Q extends TSchema = TSchema>(
    url: string,
    { answer, onRequest, ...asks }: Read<P, Q, R>,
    work: (tx: Tx, reader: Reader, asked: Static<P> & Static<Q>) => Promise<Static<R>>,
    tag?: (view: Static<R>) => number
  ) => {
    const schema: FastifySchema = { ...asks, response: { 200: answer } }
    app.get(url, { ...(onRequest && { onRequest }), schema }, async (request, reply) => {
      const asked = { ...(request.params as object), ...(request.query as object) } as Static<P> & Static<Q>
      const view = await read(request, (tx, reader) => work(tx, reader, asked))
      if (tag) reply.header('etag', `"${tag(view)}"`)
      return reply.send(view)
    })
  },

  /** An act, under its key, and what is read after it. */
  acts: <R extends TSchema, B extends TSchema = TSchema, P extends TSchema = TSchema>(
    url: string,
    { answer, status = 200, method = 'POST', onRequest, ...asks }: Act<P, B, R>,
    work: (acting: Acting<Static<B>>, asked: Static<P>) => Promise<Static<R>>
  ) => {
    const schema: FastifySchema = { ...asks, headers: actHeaders, response: { [status]: answer } }
    app.route({
      ...{ url, method, schema, ...(onRequest && { onRequest }) },
      handler: async (request, reply) => {
        const by = { actor: request.actor, key: keyOf(request) }
        const acting = { gate: gateOf(deps), by, input: request.body as Static<B>, request, reply }
        return reply.code(status).send(await work(acting, request.params as Static<P>))
      }
    })
  }
})
