import type { MessageKey } from './messages.ts'

const known = [400, 401, 403, 404, 409, 412, 422, 429] as const
type Known = (typeof known)[number]

function kind(status: number): Known | 'server' {
  return known.find((one) => one === status) ?? 'server'
}

/** A code that says more than its status does. */
const told: Record<string, Known | 'server' | 'elsewhere' | 'signedOut' | 'replaced'> = {
  signed_in_elsewhere: 'elsewhere',
  signed_out: 'signedOut',
  link_replaced: 'replaced'
}

/** What the reader can do next after an answer of this status. */
export function adviceKey(status: number, code = ''): MessageKey {
  return `problem.${told[code] ?? kind(status)}.next`
}

/** What happened, in one short sentence, for a status without words of its own. */
export function titleKey(status: number, code = ''): MessageKey {
  return `problem.${told[code] ?? kind(status)}.title`
}

/** What a page that opens nothing may have been, by its address alone: the same words whatever the cause. */
export function onceKey(status: number, path: string, code = ''): MessageKey | null {
  if (status !== 404 || code in told) return null
  if (path.startsWith('/dossiers/')) return 'problem.404.case'
  return path.startsWith('/lien/') ? 'problem.404.link' : null
}
