import type { Capacity } from '../vocabulary/capacities.ts'
import type { Bilingual, ReferralKind, RegionId } from '../vocabulary/vocabulary.ts'

/** The three pools, each with its desk: nobody sees the places of another. */
export const placeKinds = {
  acse: { fr: 'Ac.Sé', en: 'Ac.Sé' },
  dna: { fr: 'place d’asile', en: 'asylum place' },
  minor: { fr: 'place pour mineur', en: 'place for a minor' }
} as const satisfies Record<string, Bilingual>

export type PlaceKind = keyof typeof placeKinds

/** Offers that promise a place, and of which pool it is. */
export const offersOf = {
  acse_place: 'acse',
  dna_place: 'dna',
  minor_place: 'minor'
} as const satisfies Partial<Record<ReferralKind, PlaceKind>>

export type PlaceOffer = keyof typeof offersOf
/** The offer by which a place of a pool is promised. */
export const offerIn = Object.fromEntries(
  Object.entries(offersOf).map(([offer, pool]) => [pool, offer])
) as Record<PlaceKind, PlaceOffer>
export const placeOffers = Object.keys(offersOf) as PlaceOffer[]

/** A promised place and the desk that found it: while the place is held, the desk's part cannot be ended. */
export const deskOf: Partial<Record<ReferralKind, PlaceOffer>> = { acse: 'acse_place', dna: 'dna_place' }

/** In which capacity a desk takes part in the cases for which it seeks. */
export const deskCapacity: Record<PlaceKind, Capacity> = {
  acse: 'acse',
  dna: 'ofii',
  minor: 'child_protection'
}

/** A desk knows the places of its own pool alone; others with class A, the place where she is, whichever it is. */
export const ownPool: Partial<Record<Capacity, PlaceKind>> = { acse: 'acse', ofii: 'dna' }

const ofAsylum = ['dna'] as const satisfies PlaceKind[]
const others = ['acse', 'minor'] as const satisfies PlaceKind[]

/** The side of housing whose places an act touches. Asylum places are a region of their own, which no act of another looks at. */
export type HousingSide = 'housing' | 'asylum_housing'
export const sideOf = (region: RegionId | null): HousingSide =>
  region === 'asylum_housing' ? region : 'housing'

export const poolsOf = (region: RegionId | null): readonly PlaceKind[] =>
  sideOf(region) === 'asylum_housing' ? ofAsylum : others

/** The pools of the side of housing on which a referral seeks or offers a place. */
export const poolsBeside = (kind: ReferralKind): readonly PlaceKind[] =>
  poolsOf(kind === 'dna' || kind === 'dna_place' ? 'asylum_housing' : 'housing')

export const stayStates = ['reserved', 'admitted', 'ended'] as const
/** A stay that takes its place: a place has one; a person sleeps in one, and one is held for her, or two: one of asylum. */
export const activeStays = ['reserved', 'admitted'] as const satisfies readonly (typeof stayStates)[number][]
