import { capacities, type Capacity } from '../workflows/vocabulary/capacities.ts'
import type { Role } from './actor.ts'
import { holds } from './grants.ts'

/** The order in which an organisation that takes part in several capacities speaks. */
export const rank: readonly Capacity[] = (Object.keys(capacities) as Capacity[]).sort(
  (one, other) => capacities[one].rank - capacities[other].rank
)

/** In which of the capacities of their organisation the people of a role speak, the strongest first. */
export const speaksAs = (role: Role, held: readonly Capacity[]): Capacity[] =>
  rank.filter((capacity) => held.includes(capacity) && holds(role, capacity))
