import { createHmac } from 'node:crypto'
import type { Keys } from '../keys.ts'

/** How many times a case has moved for each of the parts by which a reader is shown it, as it is told. */
export type Follows = { caseId: string; orgId: string; counters: readonly string[] }

const derived = new WeakMap<Keys, Buffer>()

/** Drawn once: to draw it for each line of a list took longer than all the rest of the line. */
const keyOf = (keys: Keys): Buffer => {
  const known = derived.get(keys) ?? keys.derive('case-tag:1')
  derived.set(keys, known)
  return known
}

/**
 * The reader's own version of a case: it moves when the case moves for them, and when nothing that they may know of has
 * happened it stays. Keyed, so that it tells neither how often the case moved nor whether two readers follow it alike.
 */
export const tagOf = (keys: Keys, { caseId, orgId, counters }: Follows): string =>
  createHmac('sha256', keyOf(keys))
    .update(JSON.stringify([caseId, orgId, counters.toSorted()]))
    .digest('base64url')
    .slice(0, 22)
