import { error } from '@sveltejs/kit'
import type { Client, ClientPathsWithMethod, MethodResponse } from 'openapi-fetch'
import type { paths } from '../../.svelte-kit/api.d.ts'
import type { Problem } from './api.types.ts'

export type Fetch = typeof fetch
export type Sent<T> =
  | { ok: true; value: T | null; status: number; version: string | null }
  /** `key`: that of the next attempt. */
  | { ok: false; problem: Problem; key: string }

type Method = 'get' | 'post' | 'put' | 'delete'
type Path<M extends Method> = ClientPathsWithMethod<Client<paths>, M>
type Answer<M extends Method, P extends Path<M>> = MethodResponse<Client<paths>, M, P>
type Parameters<M extends Method, P extends Path<M>> =
  paths[P] extends Record<M, { parameters: infer A }> ? Pick<A, keyof A & ('path' | 'query')> : never
type Asked<P extends Path<'get'>> =
  object extends Parameters<'get', P> ? [params?: Parameters<'get', P>] : [params: Parameters<'get', P>]
type At<M extends Method, P extends Path<M>> =
  Parameters<M, P> extends { path: infer A } ? { at: A } : { at?: never }

export type Act = {
  /** As it was typed: the API judges it, and says of each field what is wrong. */
  body?: unknown
  key: string
  version?: number | string
  /** The page is read again afterwards: nothing needs to come back with the answer. */
  shortly?: boolean
}

/** Where pages that are rendered find the API. The name leads nowhere: such calls stay in the process. */
export const apiOrigin = 'http://api.invalid'

type Values = Record<string, unknown>
type Calling = {
  fetch: Fetch
  params?: { path?: Values; query?: Values } | undefined
  body?: unknown
  headers?: Record<string, string>
}
/** What is read of an answer: as much as the server gives of one that never leaves it. */
export type Answered = Pick<Response, 'ok' | 'status' | 'text'> & { headers: Pick<Headers, 'get'> }
type Called = { data?: unknown; error?: unknown; response: Answered }

const addressOf = (path: string, { path: names = {}, query = {} }: NonNullable<Calling['params']>) => {
  const named = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])))
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  const words = asked.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return `${apiOrigin}${named}${words.length > 0 ? '?' : ''}${words.join('&')}`
}

/** Whoever asks has named the path, and its types with it. */
const call = async (
  method: Method,
  path: string,
  { fetch: fetcher, params = {}, body, headers }: Calling
): Promise<Called> => {
  const response: Answered = await fetcher(addressOf(path, params), {
    method: method.toUpperCase(),
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers
    },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  const text = await response.text()
  const told: unknown = text === '' ? undefined : JSON.parse(text)
  return response.ok ? { data: told, response } : { error: told, response }
}

/**
 * A key for one act. Make it in `load`, keep it in a hidden field: a double submit, or the browser's
 * own resend without JavaScript, is then one act.
 */
export function idempotencyKey(): string {
  return crypto.randomUUID()
}

/** Reads what the rules may refuse: the refusal is a value, to be shown where it was asked. */
export async function read<P extends Path<'get'>>(
  fetcher: Fetch,
  path: P,
  ...[params]: Asked<P>
): Promise<{ ok: true; value: Answer<'get', P> } | { ok: false; problem: Problem }> {
  const called = await call('get', path, { fetch: fetcher, params })
  if (!called.response.ok) return { ok: false, problem: problemOf(called) }
  return { ok: true, value: called.data as Answer<'get', P> }
}

/** Reads one resource, or throws the page's error with the API's own words. */
export async function get<P extends Path<'get'>>(
  fetcher: Fetch,
  path: P,
  ...asked: Asked<P>
): Promise<Answer<'get', P>> {
  const found = await read(fetcher, path, ...asked)
  return found.ok ? found.value : fail(found.problem)
}

/** Reads one resource that the reader may not have: null when it is refused or absent. */
export async function getIfAllowed<P extends Path<'get'>>(
  fetcher: Fetch,
  path: P,
  ...asked: Asked<P>
): Promise<Answer<'get', P> | null> {
  const found = await read(fetcher, path, ...asked)
  if (found.ok) return found.value
  return [401, 403, 404].includes(found.problem.status) ? null : fail(found.problem)
}

/** Sends what is not for everybody to read. A refusal is a value, to be shown beside the form; `value` is null after a 204, `version` too where what was acted on is out of sight. */
export function send<M extends Exclude<Method, 'get'>, P extends Path<M>>(
  fetcher: Fetch,
  method: M,
  path: P,
  { at, ...act }: Act & At<M, P>
): Promise<Sent<Answer<M, P>>> {
  const calling = call(method, path, { fetch: fetcher, params: { path: at as Values }, ...carried(act) })
  return sent(calling, act.key)
}

/** Does one act of those that come with a view: which they are, and what each asks for, is known with the view alone. */
export const perform = (
  fetcher: Fetch,
  path: `/api/${string}/commands/${string}`,
  act: Act
): Promise<Sent<unknown>> => sent(call('post', path, { fetch: fetcher, ...carried(act) }), act.key)

const carried = ({ body, key, version, shortly }: Act) => ({
  body,
  headers: {
    'idempotency-key': key,
    ...(version !== undefined && version !== '' && { 'if-match': `"${version}"` }),
    ...(shortly && { prefer: 'return=minimal' })
  }
})

/**
 * After a refusal the act was not done, and a corrected form is a new act. After a fault nobody knows: the key stays, so that
 * sending again cannot do it twice.
 */
const keyAfter = ({ status }: Problem, key: string) => (status >= 500 ? key : idempotencyKey())

/** As of a service that broke down on the way: nobody knows whether the act was done. Never why: that may carry a value of a case. */
const unanswered = (thrown: unknown): Called => {
  console.error('web: no answer to an act', (thrown as Error)?.name)
  return { response: { ok: false, status: 503, text: async () => '', headers: { get: () => null } } }
}

async function sent<T>(calling: Promise<Called>, key: string): Promise<Sent<T>> {
  const called = await calling.catch(unanswered)
  const { data = null, response } = called
  if (!response.ok) {
    const problem = problemOf(called)
    return { ok: false, problem, key: keyAfter(problem, key) }
  }
  const version = response.headers.get('etag')?.replaceAll('"', '') ?? null
  return { ok: true, value: data as T | null, status: response.status, version }
}

/** Turns a refused act into the error of the whole page, when no form is there to show it. */
export function fail(problem: Problem): never {
  error(problem.status, problem.title, { code: problem.code, detail: problem.detail })
}

/** What to show for one field, or nothing. */
export function fieldError(problem: Problem | null | undefined, field: string): string | undefined {
  return problem?.errors?.find((one) => one.field === field || one.field === `/${field}`)?.message
}

function problemOf({ error: told, response }: Called): Problem {
  const known = typeof told === 'object' ? (told as Partial<Problem> | null) : null
  return { title: '', code: 'unknown', ...known, status: response.status }
}
