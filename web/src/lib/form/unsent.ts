import type { Problem } from '#lib/api.types.ts'

type Result = { type: string; status?: number; error?: unknown }

/**
 * A sending that never reached the act: the session ended, the service or the network failed, too many at once.
 * The form then stays as it is, with every word. Null for what the page itself must show.
 */
export function unsent({ type, status = 503 }: Result): Problem | null {
  if (type !== 'error') return null
  return status === 401 || status === 429 || status >= 500 ? { title: '', code: 'unsent', status } : null
}
