import type { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError, ResolveOptions } from '@sveltejs/kit/hooks'
import { apiOrigin, type Answered } from '#lib/api.ts'
import { bound } from '#lib/bound.ts'
import { themeIn } from '#lib/shell/theme.ts'
import { chooseLocale, type Locale } from '#lib/messages.ts'

type Injected = {
  statusCode: number
  headers: Record<string, string | string[] | number | undefined>
  payload: string
}
type Asked = { method: string; headers: Record<string, string>; body?: string }
type InjectOptions = Omit<Asked, 'body'> & { url: string; payload: string | undefined }
type RequestStore = {
  inject(options: InjectOptions): Promise<Injected>
  demonstration?: boolean
  answerable?: App.Locals['answerable']
  now?: () => Date
  localPath?: App.Locals['localPath']
}

// The server bundle has its own copies of modules: the platform leaves its storage on the global object.
const storageKey = Symbol.for('mnio.request')
const forwarded = ['cookie', 'origin', 'sec-fetch-site', 'user-agent']
// What somebody is writing comes back as they wrote it.
const draftsPath = '/api/drafts/'
const shared = '/chunks/'
// The one font file that every page needs: asked for at once, so that the text does not move when it comes.
const firstFont = /-latin-(?!ext)/

/**
 * What a page is made of is asked for by name, and with it what it shares with others: left to the scripts, that would be asked for once
 * they run. What every page needs follows the first of them by itself, behind the styles, so that there is something to read before.
 */
function preloaded(): NonNullable<ResolveOptions['preload']> {
  let ofPage = false
  return ({ type, path }) => {
    ofPage ||= path.includes('/nodes/')
    if (type === 'font') return firstFont.test(path)
    return type !== 'asset' && !(type === 'js' && path.includes(shared) && !ofPage)
  }
}

function platform(): RequestStore | undefined {
  const storage = (globalThis as Record<symbol, unknown>)[storageKey]
  return (storage as AsyncLocalStorage<RequestStore> | undefined)?.getStore()
}

export const handle: Handle = async ({ event, resolve }) => {
  const locale = chooseLocale(event.cookies.get('lang'), event.request.headers.get('accept-language'))
  const theme = themeIn(event.cookies.get('theme'))
  Object.assign(event.locals, { locale, theme })
  event.locals.demonstration = platform()?.demonstration === true
  event.locals.answerable = platform()?.answerable ?? { controller: null, officer: null }
  event.locals.now = platform()?.now?.() ?? new Date()
  event.locals.localPath = platform()?.localPath ?? (() => '/')
  const through = event.fetch
  // Said here and not in `handleFetch`: that would make a request and an answer as they travel, for each call of a page.
  const ask = (asked: RequestInfo | URL, init?: RequestInit) =>
    typeof asked === 'string' && asked.startsWith(apiOrigin)
      ? askApi(event, asked.slice(apiOrigin.length), init as Asked)
      : through(asked, init)
  Object.assign(event, { fetch: ask })
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', theme),
    preload: preloaded()
  })
  if (!event.url.pathname.startsWith('/_app/')) response.headers.set('cache-control', 'no-store')
  if (response.status === 503) response.headers.set('retry-after', '5')
  // The address of a link is its whole right: no other page is told from where its reader comes.
  if (/^\/(lien|invitation|t)\//.test(event.url.pathname))
    response.headers.set('referrer-policy', 'no-referrer')
  return response
}

/** Without the platform around it, as the development server starts alone, the API is a server like another. */
const overNetwork = ({ request, url }: RequestEvent, path: string, { headers, ...asked }: Asked) => {
  const own = forwarded.flatMap((name) => {
    const value = request.headers.get(name)
    return value ? [[name, value]] : []
  })
  return fetch(new URL(path, url), { ...asked, headers: { ...headers, ...Object.fromEntries(own) } })
}

/**
 * Calls to the API made while rendering stay in the process: no socket, the reader's own cookie and language, and nothing of
 * what an answer needs that travels.
 */
const askApi = async (event: RequestEvent, path: string, asked: Asked): Promise<Answered> => {
  const { locale } = event.locals
  const headers = { ...asked.headers, 'accept-language': locale }
  const store = platform()
  if (!store) return overNetwork(event, path, { ...asked, headers })
  const { method, body: payload } = asked
  const { statusCode: status, ...injected } = await store.inject({ method, url: path, headers, payload })
  const text = path.startsWith(draftsPath) ? injected.payload : typeset(injected.payload, locale)
  return {
    ok: status < 300,
    status,
    headers: { get: (name) => injected.headers[name]?.toString() ?? null },
    text: async () => text
  }
}

/** The API's French words are set like the pages' own. JSON as it is sent has no blank outside its texts. */
function typeset(payload: string, locale: Locale): string {
  return locale === 'fr' ? bound(payload) : payload
}

export const handleError: HandleServerError = ({ kind, error }) => {
  // Never the message of an unexpected fault: it may carry a value of a case.
  if (kind === 'unknown') console.error('web: unexpected fault', (error as Error)?.name)
  return undefined
}
