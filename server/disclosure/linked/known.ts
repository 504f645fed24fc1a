import { sightOf } from '../../../policies/sight.ts'
import { linkKindIds, linkKinds, type LinkKind } from '../../../workflows/case/linked.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'

/** One of two cases, as its reader takes part in it. */
export type Side = { held: readonly Capacity[]; facts: Facts }

/** What a reader may say, and know, that these cases have in common with others: what they see whole in each. */
export const linksKnown = (...sides: readonly Side[]): LinkKind[] => {
  const sights = sides.map(({ held, facts }) => sightOf(held, facts))
  return linkKindIds.filter((kind) =>
    sights.every((sight) => sight.origin && sight.whole(linkKinds[kind].dataClass))
  )
}
