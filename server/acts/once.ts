import type { Actor } from '../../policies/actor.ts'
import { inContext, type Tx } from '../db/context.ts'
import { leavingTrace, type Done, type Gate } from './command-validation.ts'
import { givenBefore, rememberKey, underKey } from './idempotency.ts'

export type Keyed = { actor: Actor; key: string | null }

/** `request`: what makes it this act and no other, where the key comes again. */
type Deed = { command: string; object: string; aggregate: string; request: object }

/** The gate of what is no case: one transaction in the actor's name, done once for one key; a denial leaves its trace. */
export const actOnce = (
  gate: Gate,
  keyed: Keyed,
  { command, object, aggregate, request }: Deed,
  work: (tx: Tx, at: Date) => Promise<{ id: string; version?: number }>
): Promise<Done> =>
  leavingTrace(gate, { actor: keyed.actor, command }, object, () =>
    inContext(gate.pool, keyed.actor, async (tx, clock) => {
      const at = gate.now?.() ?? clock
      const once = underKey(gate.keys, keyed, { command, ...request })
      const before = await givenBefore(tx, once)
      if (before !== null) return { id: before, version: 0, replayed: true }
      const { id, version = 0 } = await work(tx, at)
      await rememberKey(tx, once, { aggregate, id, at })
      return { id, version, replayed: false }
    })
  )
