import type { ReferralKind } from '../../vocabulary/vocabulary.ts'
import type { Facts } from '../../facts/facts.ts'
import { housingIn, housingPhase } from '../../vocabulary/states.housing.ts'
import type { Regions } from '../../vocabulary/states.ts'

// What the acts of housing share.

/** Desks of places for adults, and the offers they make. */
export const acsePlaces = ['acse', 'acse_place'] as const satisfies ReferralKind[]
export const asylumPlaces = ['dna', 'dna_place'] as const satisfies ReferralKind[]

export const seeking = housingIn('seeking')
export const promised = housingIn('promised')

/** A night of emergency shelter ends no search: the desk goes on offering meanwhile. */
export const searching = [...seeking, 'emergency_local'] as const

/** Where an adult sleeps in a place of her own; a child's placement is left by acts of its own. */
export const housed = ['housed_acse', 'housed_chrs_other', 'moved'] as const

/**
 * Leaving, in whatever way, frees every place in the same transaction, a held place for minors included. The stays
 * are ended first, because whose they are is checked while they last; only then are the offers withdrawn.
 */
export const release = [
  { type: 'releaseStay' },
  { type: 'withdrawReferrals', kinds: [...acsePlaces, 'minor_place'] }
] as const

/**
 * A person has one stay: as she arrives, her asylum place is given back and its search is over. It is never the other way
 * round: what OFII and its centres do moves nothing that others are told of.
 */
export const endAsylumPlace = [{ type: 'withdrawReferrals', kinds: asylumPlaces }] as const
export const asylumPlaceOver = { asylumPlace: 'none' } as const satisfies Partial<Facts>

/** The bed that she keeps while another place is sought: one left behind by an earlier search is hers no more. */
export const bedKept = (facts: Facts, _input: unknown, _by: unknown, { housing }: Regions) => ({
  bed:
    ['seeking', 'housed'].includes(housingPhase(housing)) || housing === 'emergency_local' ? facts.bed : null
})
