import { aCase } from './cases.ts'

export const complained = { offences: ['225-4-1'], procedureOpen: true }
/** A case that stands here in its residence. */
export const at = (residence: string, facts = {}, regions = {}) =>
  aCase({ regions: { residence, ...regions }, facts })
