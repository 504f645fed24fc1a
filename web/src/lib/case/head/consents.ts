import type { ConsentView } from '#lib/api.types.ts'

/** A consent as the page of a case shows it: of one that was never asked there is nothing to say but its name. */
export type CaseConsent = Pick<ConsentView, 'scope' | 'label' | 'state'> & Partial<ConsentView>

export const consentShown = ({ scope, label, state, ...asked }: ConsentView): CaseConsent =>
  state === 'none' ? { scope, label, state } : { scope, label, state, ...asked }
