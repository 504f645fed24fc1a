import type { Actor } from '../../policies/actor.ts'
import type { Tx } from '../db/context.ts'
import { audit } from './audit.ts'

/** What may be looked for. */
export const kindsSought = ['code', 'referral', 'name'] as const
export type Kind = (typeof kindsSought)[number]

/** A line of the journal for each search: of what kinds and whether any was found, never what was typed. */
export const traceSearch = (
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  found: Partial<Record<Kind, boolean>>
): Promise<unknown> => {
  const detail = Object.entries(found).map(([kind, any]) => `${kind}:${any ? 'found' : 'none'}`)
  return audit(tx, actor, now, {
    ...{ chain: 'system', action: 'search', object: 'search', detail: detail.join(',') }
  })
}
