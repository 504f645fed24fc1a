import { createHmac } from 'node:crypto'
import { mayUndo } from '../../policies/repair.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { EventRow } from './store.ts'
import type { Keys } from '../keys.ts'

/** How an act is named to those who may take it back: its number in the log would say how many acts they are not told. */
export const refOf = (keys: Keys, { caseId, seq }: Pick<EventRow, 'caseId' | 'seq'>): string =>
  createHmac('sha256', keys.derive('act-ref:1')).update(`${caseId}:${seq}`).digest('base64url').slice(0, 22)

/** The names of the acts that this reader may ask to take back, and null of all others. */
export const refsFor =
  (keys: Keys, reader: { actor: Actor; held: readonly Capacity[] }) =>
  (event: EventRow): string | null =>
    event.struckBy === null && event.traced && mayUndo(event, reader) ? refOf(keys, event) : null
