import type { Facts } from '../facts.ts'
import type { RegionState } from './states.ts'

type Stands = RegionState<'consent'>

/** Where what she agreed to or took back, of which a reader may know nothing, would move the word. */
const ofConsents: readonly Stands[] = ['heard', 'consent_recorded', 'consent_modified', 'consent_withdrawn']

/**
 * To whoever may not know of every scope: that she was informed, or of a child not yet informed that they were heard. The
 * list of their own scopes says what concerns them.
 */
export const discreetConsent = (
  consent: Stands,
  { informed, childHeard }: Pick<Facts, 'informed' | 'childHeard'>
): Stands => {
  if (!ofConsents.includes(consent)) return consent
  return informed || !childHeard ? 'informed' : 'heard'
}
