import { broadCases, keptCases } from './cases.ts'
import { broadDatabase, keptDatabase } from './database.ts'
import { broadFigures, keptFigures } from './figures.ts'
import { broadOrganisations, keptOrganisations } from './organisations.ts'
import { broadPages, keptPages } from './pages.ts'
import { broadPolicies, keptPolicies } from './policies.ts'
import { broadRequests, keptRequests } from './requests.ts'
import { broadWalls, keptWalls } from './walls.ts'
import type { Kept } from './kept.ts'

/**
 * Broad mistakes: a whole answer is taken away, so that every test that stands on it falls. They are no likely slips;
 * they tell a test that can fail from one that cannot.
 */
export const broadMistakes = [
  ...broadFigures,
  ...broadPolicies,
  ...broadWalls,
  ...broadDatabase,
  ...broadCases,
  ...broadRequests,
  ...broadOrganisations,
  ...broadPages
]

/** The files whose untouched tests were looked at, and why these stay. */
export const keptTests: Kept = {
  ...keptFigures,
  ...keptPolicies,
  ...keptWalls,
  ...keptDatabase,
  ...keptCases,
  ...keptRequests,
  ...keptOrganisations,
  ...keptPages
}
