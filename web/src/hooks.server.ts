import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { apiOrigin } from '#lib/api.ts'
import { bound, chooseLocale, type Locale } from '#lib/messages.ts'

type Injected = {
  statusCode: number
  headers: Record<string, string | string[] | number | undefined>
  payload: string
}
type InjectOptions = { method: string; url: string; headers: Record<string, string>; payload?: string }
type RequestStore = {
  inject(options: InjectOptions): Promise<Injected>
  demonstration?: boolean
  now?: () => Date
  localPath?: App.Locals['localPath']
}

// The server bundle has its own copies of modules: the platform leaves its storage on the global object.
const storageKey = Symbol.for('mnio.request')
const forwarded = ['cookie', 'origin', 'sec-fetch-site', 'user-agent', 'x-forwarded-for']
// What somebody is writing comes back as they wrote it.
const draftsPath = '/api/drafts/'
// The one font file that every page needs: asked for at once, so that the text does not move when it comes.
const firstFont = /-latin-(?!ext)/
// A page and what it is made of are asked for by name; what they import in turn follows by itself.
const shared = '/chunks/'
const bodiless = new Set([204, 205, 304])

function platform(): RequestStore | undefined {
  const storage = (globalThis as Record<symbol, unknown>)[storageKey]
  return (storage as AsyncLocalStorage<RequestStore> | undefined)?.getStore()
}

export const handle: Handle = async ({ event, resolve }) => {
  const locale = chooseLocale(event.cookies.get('lang'), event.request.headers.get('accept-language'))
  event.locals.locale = locale
  event.locals.demonstration = platform()?.demonstration === true
  event.locals.now = platform()?.now?.() ?? new Date()
  event.locals.localPath = platform()?.localPath ?? (() => '/')
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', locale),
    preload: ({ type, path }) =>
      type === 'font' ? firstFont.test(path) : type !== 'asset' && !(type === 'js' && path.includes(shared))
  })
  if (!event.url.pathname.startsWith('/_app/')) response.headers.set('cache-control', 'no-store')
  if (response.status === 503) response.headers.set('retry-after', '5')
  // The address of a link is its whole right: no other page is told from where its reader comes.
  if (event.url.pathname.startsWith('/lien/')) response.headers.set('referrer-policy', 'no-referrer')
  return response
}

/** Calls to the API made while rendering stay in the process: no socket, the reader's own cookie and language. */
export const handleFetch: HandleFetch = async ({ event, request, fetch: through }) => {
  const url = new URL(request.url)
  if (url.origin !== apiOrigin) return through(request)
  const headers = Object.fromEntries(request.headers)
  for (const name of forwarded) {
    const value = event.request.headers.get(name)
    if (value) headers[name] = value
  }
  const { locale } = event.locals
  headers['accept-language'] = locale
  const payload = request.body ? await request.text() : undefined
  const store = platform()
  // The development server alone, without the platform around it: the API is then a server like another.
  const path = url.pathname + url.search
  if (!store)
    return globalThis.fetch(new URL(path, event.url), { method: request.method, headers, body: payload })
  const injected = await store.inject({
    method: request.method,
    url: path,
    headers,
    payload
  })
  return answer(
    url.pathname.startsWith(draftsPath) ? injected : { ...injected, payload: typeset(injected, locale) }
  )
}

/** The API's French words are set like the pages' own. JSON as it is sent has no blank outside its texts. */
function typeset({ payload }: Injected, locale: Locale): string {
  return locale === 'fr' ? bound(payload) : payload
}

function answer(injected: Injected): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(injected.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, String(one))
  }
  const body = bodiless.has(injected.statusCode) ? null : injected.payload
  return new Response(body, { status: injected.statusCode, headers })
}

export const handleError: HandleServerError = ({ kind, error }) => {
  // Never the message of an unexpected fault: it may carry a value of a case.
  if (kind === 'unknown') console.error('web: unexpected fault', (error as Error)?.name)
  return undefined
}
