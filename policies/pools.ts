import type { Actor } from './actor.ts'
import { deskOfRole } from './desks.ts'
import type { PlaceKind } from '../workflows/places/places.ts'

/** The pools of which a kind of house keeps places. */
const pools: Partial<Record<Actor['orgType'], readonly PlaceKind[]>> = {
  shelter: ['acse', 'minor'],
  dna_centre: ['dna']
}

export const poolsOf = ({ orgType }: Pick<Actor, 'orgType'>): readonly PlaceKind[] => pools[orgType] ?? []

/** The pool in which the people of a role seek. */
export const poolOfRole = (role: Actor['role']): PlaceKind | null => deskOfRole(role)?.pool ?? null
