import type { MessageKey } from './messages.ts'

const known = [400, 401, 403, 404, 409, 412, 422, 429] as const
type Known = (typeof known)[number]

function kind(status: number): Known | 'server' {
  return known.find((one) => one === status) ?? 'server'
}

/** What the reader can do next after an answer of this status. */
export function adviceKey(status: number): MessageKey {
  return `problem.${kind(status)}.next`
}

/** What happened, in one short sentence, for a status without words of its own. */
export function titleKey(status: number): MessageKey {
  return `problem.${kind(status)}.title`
}
