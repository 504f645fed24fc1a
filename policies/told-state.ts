import type { Facts } from '../workflows/facts/facts.ts'
import { placed as placedStates } from '../workflows/regions/minor/justice.ts'
import { fledDisputed } from '../workflows/regions/minor/minor.ts'
import type { RegionId } from '../workflows/vocabulary/vocabulary.ts'
import type { Sight } from './sight.ts'

/** The state that this reader may be told: of a child's place, of a flight, only to who may know of them. Pure. */
export const toldState = (
  id: RegionId | null,
  state: string,
  facts: Facts,
  { sees }: Pick<Sight, 'sees'>
): string => {
  if (id !== 'minor') return state
  const before = fledDisputed(facts) ? 'age_disputed' : (facts.minorBefore ?? 'presumed_minor')
  const stands = state === 'runaway' && !sees('C') ? before : state
  const placed = (placedStates as readonly string[]).includes(stands)
  return placed && !sees('K') ? 'measure_ordered' : stands
}
