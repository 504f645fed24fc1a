import { randomUUID } from 'node:crypto'
import type { Actor } from '../../policies/actor.ts'
import { inContext, type Tx } from '../db/context.ts'
import { audit } from './audit.ts'
import { leavingTrace, type Done, type Gate } from './command-validation.ts'
import { givenBefore, underKey } from './idempotency.ts'

export type Keyed = { actor: Actor; key: string | null }

/** `id`: of what it is done to, drawn for what it makes. `request`: what makes it this act and no other, where the key comes again. */
type Deed = { command: string; object: string; aggregate: string; id?: string; request: object }

/** The gate of what is no case: one transaction in the actor's name, done once for one key; a denial leaves its trace. */
export const actOnce = (
  gate: Gate,
  keyed: Keyed,
  { command, object, aggregate, id = randomUUID(), request }: Deed,
  work: (tx: Tx, at: Date, id: string) => Promise<{ version?: number } | void>
): Promise<Done> =>
  leavingTrace(gate, { actor: keyed.actor, command }, object, () =>
    inContext(gate.pool, keyed.actor, async (tx, clock) => {
      const at = gate.now?.() ?? clock
      const once = underKey(gate.keys, keyed, { command, ...request })
      const before = await givenBefore(tx, once, { aggregate, id, at })
      if (before !== null) return { id: before, version: 0, replayed: true }
      const done = await work(tx, at, id)
      return { id, version: done?.version ?? 0, replayed: false }
    })
  )

/** `orgId`: whose chain it is written in, or the journal's own. `object`: what it is done to, where that is no row of the aggregate. */
type Written = { orgId?: string | null; object?: string; detail?: string }
type WrittenDeed = Written & { action: string; aggregate: string; id?: string; request: object }

/** One act on what is no case: done once for one key, and written in its chain; refused, it leaves its trace too. */
export const acting = (
  gate: Gate,
  keyed: Keyed,
  { action, aggregate, id, request, ...written }: WrittenDeed,
  work: (tx: Tx, at: Date, id: string) => Promise<Written | void>
): Promise<Done> => {
  const object = written.object ?? (id ? `${aggregate}:${id}` : aggregate)
  const deed = { command: action, object, aggregate, request, ...(id && { id }) }
  return actOnce(gate, keyed, deed, async (tx, at, made) => {
    const { orgId, ...told } = { object: `${aggregate}:${made}`, ...written, ...(await work(tx, at, made)) }
    await audit(tx, keyed.actor, at, { chain: orgId ? `organisation:${orgId}` : 'system', action, ...told })
  })
}
