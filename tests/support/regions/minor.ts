import { aMinorCase } from '../cases.ts'

export const early = ['presumed_minor', 'age_disputed', 'information_preoccupante', 'signalement']
export const placed = ['placed_distanced', 'placed_secure', 'placed_common']
export const live = [...early, 'opp_issued', 'je_seized', 'measure_ordered', ...placed, 'runaway']
export const at = (minor: string, facts = {}) => aMinorCase({ regions: { minor }, facts })
/** Searched for; protection stood there when the child ran away. */
export const fled = (minorBefore: string) => at('runaway', { missing: true, minorBefore })
