import type { Fetch } from '../../web/src/lib/api.ts'

type Call = { method: string; path: string; headers: Record<string, string>; body: string }
type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

/** An API that answers as it is told, for the pages' client; and what it was asked. */
export function answering(answer: Answer | ((path: string) => Answer)) {
  const calls: Call[] = []
  const fetcher = (async (url: string, { body: sent = '', ...asked }: Omit<Call, 'path'>) => {
    const path = url.replace(/^http:\/\/[^/]+/, '')
    calls.push({ ...asked, path, body: sent })
    const { status, body, headers: own } = typeof answer === 'function' ? answer(path) : answer
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    const text = status === 204 ? null : JSON.stringify(body ?? {})
    return new Response(text, { status, headers: { 'content-type': type, ...own } })
  }) as unknown as Fetch
  return { calls, fetcher }
}
