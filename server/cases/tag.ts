import { createHmac } from 'node:crypto'
import type { Keys } from '../keys.ts'

/** In which capacities a reader takes part, and how many times the case has moved for each, as that capacity is told. */
export type Follows = { caseId: string; orgId: string; lines: readonly { capacity: string; told: number }[] }

/**
 * The reader's own version of a case: it moves when the case moves for them, and when nothing that they may know of has
 * happened it stays. Keyed, so that it tells neither how often the case moved nor whether two readers follow it alike.
 */
export const tagOf = (keys: Keys, { caseId, orgId, lines }: Follows): string => {
  const told = lines.map(({ capacity, told }) => `${capacity}:${told}`).sort()
  return createHmac('sha256', keys.derive('case-tag:1'))
    .update(JSON.stringify([caseId, orgId, told]))
    .digest('base64url')
    .slice(0, 22)
}
