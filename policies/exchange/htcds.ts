import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { ConsentScope } from '../../workflows/vocabulary/vocabulary.ts'

/**
 * The standard is a language between mechanisms and organisations of several States, and what is written in it leaves this one: it rests
 * on the consent to share across borders. No scope covers another system in France, where a case is shared by referral.
 */
export const exchangeScope: ConsentScope = 'H'

/** Whoever accompanies the person, and asked them. */
export const exports = (held: readonly Capacity[]): boolean => held.includes('referent')
