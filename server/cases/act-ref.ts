import type { EventRow } from './store.ts'
import type { Keys } from '../keys.ts'

/** How an act is named to those who may take it back: its number in the log would say how many acts they are not told. */
export const refOf = (keys: Keys, { caseId, seq }: Pick<EventRow, 'caseId' | 'seq'>): string =>
  keys.mark('act-ref:1', `${caseId}:${seq}`).slice(0, 22)

/** The names of the acts of which a reader may ask whether they are taken back, and null of all others. */
export const refsFor =
  (keys: Keys, isOwn: (event: EventRow) => boolean) =>
  (event: EventRow): string | null =>
    event.struckBy === null && event.traced && isOwn(event) ? refOf(keys, event) : null
