import fc from 'fast-check'
import { readBy } from '../../verify/walk/watched.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { Situation } from '../../workflows/guards/guards.ts'
import { situations } from './cases.ts'

const cases = fc.sample(situations, { seed: 16, numRuns: 400 })

/** The facts and regions that a rule looks at, found by watching it read: what it says of itself is not asked. */
export const readsOf = (rule: (situation: Situation) => unknown): ReadonlySet<string> => {
  const seen = new Set<string>()
  const asked = (situation: Situation) => Boolean(rule(situation))
  for (const one of cases) for (const name of readBy(asked, one).read) seen.add(name.split(':')[0]!)
  return seen
}

/** What a cell has weighed, and where that stands. */
export const ofCell = [
  ...['presumed', 'proposal', 'otherVoices'],
  ...['foundByService', 'identificationBefore', 'identification']
]

/** What a person is or lived, and not what was done in the file: a rule that reads it excludes somebody. */
export const ofPerson: readonly (keyof Facts)[] = [
  'met',
  'territory',
  'danger',
  'ageGroup',
  'ageBand',
  'sex',
  'nationality',
  'stay',
  'unionStay',
  'forms',
  'children',
  'language',
  'localDanger',
  'forbiddenZones',
  'asylumLink',
  'asylumClaim',
  'channel',
  'indicators',
  'offences',
  'offencesOn',
  'factsAbroad',
  'factsTerritory',
  'foundIn'
]
