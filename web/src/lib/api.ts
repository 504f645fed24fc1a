import { error } from '@sveltejs/kit'
import type { Problem } from './api.types.ts'

export type Fetch = typeof fetch
export type Sent<T> =
  { ok: true; value: T | null; status: number; version: string | null } | { ok: false; problem: Problem }
export type Act = {
  body?: unknown
  key: string
  version?: number | string
  method?: 'POST' | 'PUT' | 'DELETE'
  /** The page is read again afterwards: nothing needs to come back with the answer. */
  shortly?: boolean
}

/**
 * A key for one act. Make it in `load`, keep it in a hidden field: a double submit, or the browser's
 * own resend without JavaScript, is then one act.
 */
export function idempotencyKey(): string {
  return crypto.randomUUID()
}

/** Reads one resource, or throws the page's error with the API's own words. */
export async function get<T>(fetcher: Fetch, path: string): Promise<T> {
  const response = await fetcher(path, { headers: { accept: 'application/json' } })
  if (!response.ok) fail(await problemOf(response))
  return (await response.json()) as T
}

/** Reads one resource that the reader may not have: null when it is refused or absent. */
export async function getIfAllowed<T>(fetcher: Fetch, path: string): Promise<T | null> {
  const response = await fetcher(path, { headers: { accept: 'application/json' } })
  if (response.ok) return (await response.json()) as T
  if ([401, 403, 404].includes(response.status)) return null
  fail(await problemOf(response))
}

/** Reads what the rules may refuse: the refusal is a value, to be shown where it was asked. */
export async function read<T>(
  fetcher: Fetch,
  path: string
): Promise<{ ok: true; value: T } | { ok: false; problem: Problem }> {
  const response = await fetcher(path, { headers: { accept: 'application/json' } })
  if (!response.ok) return { ok: false, problem: await problemOf(response) }
  return { ok: true, value: (await response.json()) as T }
}

/** Sends one act. A refusal is a value, to be shown beside the form; `value` is null after a 204, `version` too where what was acted on is out of sight. */
export async function post<T>(fetcher: Fetch, path: string, act: Act): Promise<Sent<T>> {
  const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': act.key }
  if (act.body !== undefined) headers['content-type'] = 'application/json'
  if (act.version !== undefined && act.version !== '') headers['if-match'] = `"${act.version}"`
  if (act.shortly) headers['prefer'] = 'return=minimal'
  const body = act.body === undefined ? undefined : JSON.stringify(act.body)
  const response = await fetcher(path, { method: act.method ?? 'POST', headers, body })
  if (!response.ok) return { ok: false, problem: await problemOf(response) }
  const value = response.status === 204 ? null : ((await response.json()) as T)
  return {
    ok: true,
    value,
    status: response.status,
    version: response.headers.get('etag')?.replaceAll('"', '') ?? null
  }
}

/** Turns a refused act into the error of the whole page, when no form is there to show it. */
export function fail(problem: Problem): never {
  error(problem.status, problem.title, { code: problem.code, detail: problem.detail })
}

/** What to show for one field, or nothing. */
export function fieldError(problem: Problem | null | undefined, field: string): string | undefined {
  return problem?.errors?.find((one) => one.field === field || one.field === `/${field}`)?.message
}

async function problemOf(response: Response): Promise<Problem> {
  const known = response.headers.get('content-type')?.includes('json')
  const body = known ? ((await response.json().catch(() => null)) as Partial<Problem> | null) : null
  return { title: '', code: 'unknown', ...body, status: response.status }
}
