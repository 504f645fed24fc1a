import type { Mistake } from '../../mistake.ts'
import type { Kept } from './kept.ts'
import { broadRights } from './policies.more.ts'
import { broadWords } from './policies.web.ts'

/** Whole answers taken away. */
export const broadPolicies: Mistake[] = [...broadRights, ...broadWords]

/** Why tests stay that no mistake brought down. */
export const keptPolicies: Kept = {}
