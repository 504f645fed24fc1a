import type { FastifyRequest } from 'fastify'
import { ForeignOrigin } from '../errors.ts'
import type { AuthSettings } from './settings.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

type Sender = {
  origin: string | undefined
  site: string | undefined
  host: string | undefined
  cookie: boolean
}

/** True when an unsafe request comes from a page of ours, by what the browser itself says of it. */
export function fromOurPages({ origin, site, host, cookie }: Sender, origins: readonly string[]): boolean {
  if (site === 'same-origin') return true
  const ours = origin !== undefined && (origins.includes(origin) || hostOf(origin) === host)
  if (site !== undefined && site !== 'none') return false
  // Neither header: not a browser of today. Without a cookie there is nothing to ride on.
  return ours || (origin === undefined && site === undefined && !cookie)
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null)

/** SvelteKit's server calls the API without a socket: it hands on the `origin` and `sec-fetch-site` it received. */
export const originCheck = (settings: AuthSettings) => async (request: FastifyRequest) => {
  if (safeMethods.has(request.method)) return
  const { origin, cookie } = request.headers
  const site = request.headers['sec-fetch-site']
  const sender = {
    origin,
    host: request.host,
    site: typeof site === 'string' ? site : undefined,
    cookie: cookie !== undefined
  }
  if (!fromOurPages(sender, settings.origins)) throw new ForeignOrigin('no page of ours')
}
