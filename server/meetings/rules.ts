import { builtInRules, type MeetingRules } from '../../workflows/meeting/quorum.ts'

/** The rules under which a cell meets today. */
export const rulesInForce = (): MeetingRules => builtInRules
