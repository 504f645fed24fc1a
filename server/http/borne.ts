import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The headers of an answer that tell of what is answered. */
export const borne = {
  ETag: 'The version of what is answered, in quotes, as `If-Match` takes it.',
  Location: 'Where what was created is read.'
} as const
const names = Object.keys(borne) as (keyof typeof borne)[]

/** Which of them the answers of a route bear, by status. The description of the API says it from here. */
type Bears = { readonly [status: number]: readonly (keyof typeof borne)[] }

declare module 'fastify' {
  interface FastifyContextConfig {
    bears?: Bears
  }
}

const left = 204

/**
 * No answer bears one that its route does not name, or lacks one that it names: but for an answer of nothing, whose version may
 * have left the reader's sight as well.
 */
async function requireBorne({ method, routeOptions }: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const { url = '', config, schema } = routeOptions
  const { hide } = (schema ?? {}) as { hide?: boolean }
  const bears = config.bears ?? (url.startsWith('/api/') && !hide ? {} : null)
  const { statusCode } = reply
  if (bears === null || statusCode >= 400) return payload
  const said = bears[statusCode] ?? []
  const amiss = names.filter((name) =>
    said.includes(name) ? !reply.hasHeader(name) && statusCode !== left : reply.hasHeader(name)
  )
  if (amiss.length === 0) return payload
  throw new Error(`${method} ${url} is not described as it answers ${statusCode}: ${amiss.join(', ')}`)
}

/** For tests: an act that was done is never answered with a fault because its description is wrong. */
export function holdBorne(app: FastifyInstance): void {
  app.addHook('onSend', requireBorne)
}
