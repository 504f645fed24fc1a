import type { RegionState } from './states.ts'

type Stands = RegionState<'consent'>

/** Where what she agreed to, or took back, decides the word. */
const ofConsents: readonly Stands[] = ['consent_recorded', 'consent_modified', 'consent_withdrawn']

/** To whoever may not know of every scope: she was informed, and the list of their own scopes says what concerns them. */
export const discreetConsent = (consent: Stands): Stands =>
  ofConsents.includes(consent) ? 'informed' : consent
