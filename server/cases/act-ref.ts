import { createHmac } from 'node:crypto'
import type { EventRow } from './store.ts'
import type { Keys } from '../keys.ts'

/** How an act is named to those who may take it back: its number in the log would say how many acts they are not told. */
export const refOf = (keys: Keys, { caseId, seq }: Pick<EventRow, 'caseId' | 'seq'>): string =>
  createHmac('sha256', keys.derive('act-ref:1')).update(`${caseId}:${seq}`).digest('base64url').slice(0, 22)

/** The names of the acts that a reader may ask to take back, and null of all others. */
export const refsFor =
  (keys: Keys, mayUndo: (event: EventRow) => boolean) =>
  (event: EventRow): string | null =>
    event.struckBy === null && event.traced && mayUndo(event) ? refOf(keys, event) : null
