import type { Capacity } from '../workflows/vocabulary/capacities.ts'
import type { Role } from './actor.ts'
import { holds } from './grants.ts'

/** The order in which an organisation that takes part in several capacities speaks. */
export const rank: readonly Capacity[] = [
  'referent',
  'cell',
  'acse',
  'shelter',
  'dna_centre',
  'minor_shelter',
  'ofii',
  'ofii_return',
  'iom',
  'prefecture',
  'prosecutor',
  'juvenile_judge',
  'police',
  'labour',
  'child_protection',
  'ad_hoc_guardian',
  'health',
  'exit_programme',
  'lawyer',
  'cell_member',
  'flagger'
]

/** In which of the capacities of their organisation the people of a role speak, the strongest first. */
export const speaksAs = (role: Role, held: readonly Capacity[]): Capacity[] =>
  rank.filter((capacity) => held.includes(capacity) && holds(role, capacity))
