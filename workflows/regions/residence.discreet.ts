import type { Facts } from '../facts.ts'
import type { Situation } from '../guards.ts'
import { asylumScope } from '../vocabulary.ts'
import type { Regions } from './states.ts'

const toldAs: Partial<Record<string, Record<string, string>>> = {
  // A roof like any other, found by whoever accompanies her.
  housing: { housed_dna: 'housed_chrs_other' },
  residence: {
    asylum_pending: 'regular_other',
    protected: 'regular_other',
    refused: 'irregular'
  }
}

/** How the stay is told to whoever may not know of asylum. */
export const discreetStay = (stay: Facts['stay']): Facts['stay'] => (stay === 'asylum' ? 'unknown' : stay)

/** Where she goes after a shelter, told the same way: to a roof like any other. */
export const discreetNext = (next: string): string => (next === 'asylum' ? 'chrs' : next)

/** A state as told to whoever may not know of asylum: the same word as for those who never sought it. */
export const discreet = (region: string, state: string): string => toldAs[region]?.[state] ?? state

/**
 * Where a case stands as told to whoever may not know of asylum. What such a reader may do is computed from this, so that
 * no button, enabled or not, tells what the words keep.
 */
export const discreetly = ({ facts, regions }: Situation): Situation => ({
  regions: Object.fromEntries(
    Object.entries(regions).map(([id, state]) => [id, discreet(id, state)])
  ) as Regions,
  facts: {
    ...facts,
    stay: discreetStay(facts.stay),
    asylum: 'none',
    asylumLink: false,
    consents: facts.consents.filter((scope) => scope !== asylumScope)
  }
})
