import type { FastifyInstance } from 'fastify'
import type { CustomFetch } from 'openid-client'
import type { AuthSettings } from './settings.ts'

const bodiless = new Set([204, 205, 304])

/**
 * The demonstration's provider is this process: its answers are asked for without a socket, so that a mapped port
 * or a name only the browser knows does not matter. Any other issuer goes over the network.
 */
export function issuerFetch(app: FastifyInstance, settings: AuthSettings): CustomFetch {
  if (!settings.demonstration) return (url, options) => fetch(url, options as RequestInit)
  return async (url, { method, headers, body }) => {
    const { pathname, search, host } = new URL(url)
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: pathname + search,
      headers: { ...headers, host },
      ...(body === undefined || body === null ? {} : { payload: String(body) })
    })
    const type = answer.headers['content-type']
    return new Response(bodiless.has(answer.statusCode) ? null : answer.rawPayload, {
      status: answer.statusCode,
      headers: typeof type === 'string' ? { 'content-type': type } : {}
    })
  }
}
