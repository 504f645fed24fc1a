import type { Situation } from '../guards.ts'
import { asylumScope, type RegionId } from '../vocabulary.ts'
import type { Regions } from './states.ts'

/** Where she goes after a shelter, told to whoever may not know of asylum: to a roof like any other. */
export const discreetNext = (next: string): string => (next === 'asylum' ? 'chrs' : next)

/** A state as told to whoever may not know of asylum: the same word as for those who never sought it. */
export const discreet = <R extends RegionId>(region: R, { regions }: Situation): Regions[R] =>
  // A roof like any other, found by whoever accompanies her.
  regions[region] === 'housed_dna' ? ('housed_chrs_other' as Regions[R]) : regions[region]

/**
 * Where a case stands as told to whoever may not know of asylum. What such a reader may do is computed from this, so that
 * no button, enabled or not, tells what the words keep.
 */
export const discreetly = (situation: Situation): Situation => ({
  regions: { ...situation.regions, asylum: 'none', housing: discreet('housing', situation) },
  facts: {
    ...situation.facts,
    asylumLink: false,
    consents: situation.facts.consents.filter((scope) => scope !== asylumScope)
  }
})
