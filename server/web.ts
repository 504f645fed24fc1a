import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyRequest, InjectOptions, LightMyRequestResponse } from 'fastify'
import { localPath } from './auth/local-path.ts'
import { asOnePage } from './auth/one-page.ts'
import type { Config } from './config.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown
type Headers = Record<string, string | undefined>

/** What the pages may ask of the server that holds them: its own API, as the same reader, without a socket. */
export interface PageContext {
  inject(options: InjectOptions): Promise<LightMyRequestResponse>
  headers: Headers
  /** The fictional world is served: every page says so, even to nobody in particular. */
  demonstration: boolean
  answerable: Config['answerable']
  /** The real time, but where the demonstration let some pass. */
  now: () => Date
  /** A path of this site, or `/`: where a form that was sent goes back to. */
  localPath: typeof localPath
}

/** Names that only we write: the page server trusts them for the address it believes to have, and reads them as it is loaded. */
export const webEnvironment = { PROTOCOL_HEADER: 'x-mnio-protocol', HOST_HEADER: 'x-mnio-host' }

const webFolder = fileURLToPath(new URL('../web', import.meta.url))
const builtHandler = `${webFolder}/build/handler.js`
const fromReader = ['cookie', 'accept-language', 'user-agent', 'origin', 'sec-fetch-site', 'host'] as const

/** What serves without a network runs under its own policy: it asks for pages, and for nothing elsewhere. */
const workerScript = 'service-worker.js'
const ofWorker = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

// The pages' bundle has its own copies of modules: only the global object is shared.
const storage = new AsyncLocalStorage<PageContext>()
Object.assign(globalThis, { [Symbol.for('mnio.request')]: storage })

/** Everything that is neither the API nor the sign-in is a page. */
export async function webPlugin(
  app: FastifyInstance,
  {
    dev,
    demonstration,
    answerable,
    now
  }: { dev: boolean } & Pick<PageContext, 'demonstration' | 'answerable' | 'now'>
): Promise<void> {
  const handler = dev ? await developmentHandler(app) : await productionHandler()
  if (!handler) return
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.all<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, async (request, reply) => {
    if (/^api(\/|$)/.test(request.params['*'])) return reply.callNotFound()
    tellAddress(request)
    if (request.params['*'] === workerScript) reply.raw.setHeader('content-security-policy', ofWorker)
    reply.hijack()
    const context = { ...pageContext(app, request), demonstration, answerable, now, localPath }
    await asOnePage(() => storage.run(context, async () => handler(request.raw, reply.raw)))
  })
}

/** The page server compares a form's origin with the address it believes to have. */
function tellAddress({ raw: { headers }, protocol, host }: FastifyRequest): void {
  headers[webEnvironment.PROTOCOL_HEADER] = protocol
  headers[webEnvironment.HOST_HEADER] = host
  // A page that hides its referrer posts `Origin: null`; what the browser says of the site cannot be forged by one.
  if (headers.origin === 'null' && headers['sec-fetch-site'] === 'same-origin')
    headers.origin = `${protocol}://${host}`
}

/** Whether a start can serve pages: by whatever command it was started. */
export const pagesAreBuilt = (): boolean => existsSync(builtHandler)

async function productionHandler(): Promise<Handler | null> {
  if (!pagesAreBuilt()) return null
  const { handler } = (await import(builtHandler)) as { handler: Handler }
  return handler
}

async function developmentHandler(app: FastifyInstance): Promise<Handler> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: webFolder,
    configFile: `${webFolder}/vite.config.ts`,
    server: { middlewareMode: true, hmr: { server: app.server } }
  })
  app.addHook('onClose', () => vite.close())
  return (request, response) => vite.middlewares(request, response)
}

/** The same reader from the same address: limits and the journal must not see the server call itself. */
function pageContext(app: FastifyInstance, request: FastifyRequest): Pick<PageContext, 'headers' | 'inject'> {
  const headers = Object.fromEntries(fromReader.map((name) => [name, text(request.headers[name])] as const))
  return {
    headers,
    inject: (options) => {
      const { 'x-forwarded-for': _unneeded, ...given } = (options.headers ?? {}) as Headers
      const sent = Object.entries({ ...given, ...headers, ...withoutHost(given) })
      return app.inject({
        ...options,
        remoteAddress: request.ip,
        headers: Object.fromEntries(sent.filter(([, value]) => value !== undefined))
      })
    }
  }
}

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value)

const withoutHost = ({ host: _host, ...rest }: Headers) => rest
