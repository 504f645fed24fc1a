import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { Gate } from '../acts/command-validation.ts'
import type { Keyed } from '../acts/once.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Tx } from '../db/context.ts'
import { gateOf, reading, type RouteDeps } from './reading.ts'
import { actHeaders, keyOf, versionHeaders } from './requested.ts'

/** `onRequest` is asked before what was sent is looked at: for others the route is not there. */
type Route<P, R extends TSchema> = {
  params?: P
  answer: R
  onRequest?: (request: FastifyRequest) => Promise<void>
  /** The version of what is answered, where it has one: its `ETag`. */
  tag?: (view: Static<R>) => number | string
}
type Read<P, Q, R extends TSchema> = Route<P, R> & { querystring?: Q }
type Act<P, B, R extends TSchema, V> = Route<P, R> & {
  body?: B
  summary?: string
  status?: 200 | 201 | 202
  method?: 'POST' | 'PUT'
  /** Where a form holds more than a body may. */
  bodyLimit?: number
  /** How the version that was read is taken from `If-Match`; without one the act is refused. */
  version?: (request: FastifyRequest) => V
  /** Where what was created is read: its `Location`. */
  at?: (view: Static<R>) => string
}

type Keep<P, B, R extends TSchema> = Pick<Route<P, R>, 'params' | 'answer'> & {
  method: 'POST' | 'PUT' | 'DELETE'
  body?: B
  bodyLimit?: number
}

export type Acting<I = unknown, V = undefined> = {
  gate: Gate
  by: Keyed & { key: string }
  input: I
  version: V
  request: FastifyRequest
}

type Bearing<R> = { tag?: ((view: R) => number | string) | undefined; at?: ((view: R) => string) | undefined }

const bearsOf = <R>({ tag, at }: Bearing<R>) => [
  ...(tag ? (['ETag'] as const) : []),
  ...(at ? (['Location'] as const) : [])
]

const sendWith = <R>(reply: FastifyReply, view: R, { tag, at }: Bearing<R>) => {
  if (tag) reply.header('etag', `"${tag(view)}"`)
  if (at) reply.header('location', at(view))
  return reply.send(view)
}

const sentIn = ({ params, body }: FastifyRequest) => ({ ...(params as object), ...(body as object) })

/** The routes of a feature, each in one row: its form, what is answered, and what answers. */
export const routesOf = (app: FastifyInstance, deps: RouteDeps, read = reading(deps)) => ({
  /** A reading under the reader's own right. */
  reads: <R extends TSchema, P extends TSchema = TSchema, Q extends TSchema = TSchema>(
    url: string,
    { answer, onRequest, tag, ...asks }: Read<P, Q, R>,
    work: (tx: Tx, reader: Reader, asked: Static<P> & Static<Q>) => Promise<Static<R>>
  ) => {
    const schema: FastifySchema = { ...asks, response: { 200: answer } }
    const config = { bears: { 200: bearsOf({ tag }) } }
    app.get(url, { ...(onRequest && { onRequest }), config, schema }, async (request, reply) => {
      const asked = { ...(request.params as object), ...(request.query as object) } as Static<P> & Static<Q>
      return sendWith(reply, await read(request, (tx, reader) => work(tx, reader, asked)), { tag })
    })
  },

  /** What people keep for themselves, under their own right: done twice it is done once, and no key is asked. */
  keeps: <R extends TSchema, P extends TSchema = TSchema, B extends TSchema = TSchema>(
    url: string,
    { method, answer, bodyLimit, ...asks }: Keep<P, B, R>,
    work: (
      tx: Tx,
      reader: Reader,
      asked: Static<P> & Static<B>,
      request: FastifyRequest
    ) => Promise<Static<R>>
  ) => {
    app.route({
      ...{ url, method, ...(bodyLimit && { bodyLimit }) },
      schema: { ...asks, response: { 200: answer } } as FastifySchema,
      handler: (request) =>
        read(request, (tx, by) => work(tx, by, sentIn(request) as Static<P> & Static<B>, request))
    })
  },

  /** An act, under its key, and what is read after it. */
  acts: <R extends TSchema, B extends TSchema = TSchema, P extends TSchema = TSchema, V = undefined>(
    url: string,
    {
      answer,
      status = 200,
      method = 'POST',
      bodyLimit,
      onRequest,
      version,
      tag,
      at,
      ...asks
    }: Act<P, B, R, V>,
    work: (acting: Acting<Static<B>, V>, asked: Static<P>) => Promise<Static<R>>
  ) => {
    const headers = version ? versionHeaders : actHeaders
    const schema: FastifySchema = { ...asks, headers, response: { [status]: answer } }
    const config = { bears: { [status]: bearsOf({ tag, at }) } }
    app.route({
      ...{ url, method, schema, config, ...(onRequest && { onRequest }), ...(bodyLimit && { bodyLimit }) },
      handler: async (request, reply) => {
        const by = { actor: request.actor, key: keyOf(request) }
        const sent = { input: request.body as Static<B>, version: version?.(request) as V }
        const view = await work({ gate: gateOf(deps), by, ...sent, request }, request.params as Static<P>)
        return sendWith(reply.code(status), view, { tag, at })
      }
    })
  }
})
