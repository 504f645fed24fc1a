import { createHmac } from 'node:crypto'
import type { Keys } from '../keys.ts'

/** How many times a case has moved for each of the parts by which a reader is shown it, as it is told. */
export type Follows = { caseId: string; orgId: string; counters: readonly string[] }

type Drawn = { key: Buffer; tags: Map<string, string> }
const drawn = new WeakMap<Keys, Drawn>()
const mostTags = 20_000

/** Drawn once: to draw the key for each line of a list took longer than all the rest of the line. */
const drawnFrom = (keys: Keys): Drawn => {
  const known = drawn.get(keys) ?? { key: keys.derive('case-tag:1'), tags: new Map<string, string>() }
  drawn.set(keys, known)
  return known
}

/**
 * The reader's own version of a case: it moves when the case moves for them, and when nothing that they may know of has
 * happened it stays. Keyed, so that it tells neither how often the case moved nor whether two readers follow it alike.
 * `shown`: what an act says that it would change; whoever has not read that has another version, on which the act is not done.
 */
export const tagOf = (
  keys: Keys,
  { caseId, orgId, counters }: Follows,
  shown: readonly string[] = []
): string => {
  const { key, tags } = drawnFrom(keys)
  const said = JSON.stringify([caseId, orgId, counters.toSorted(), ...shown])
  const known = tags.get(said)
  if (known !== undefined) return known
  // A list asks for the same ones again; emptied when somebody asks for every one there is.
  if (tags.size >= mostTags) tags.clear()
  const tag = createHmac('sha256', key).update(said).digest('base64url').slice(0, 22)
  tags.set(said, tag)
  return tag
}
