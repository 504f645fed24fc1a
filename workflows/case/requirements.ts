/**
 * What an act may require beyond its state, its guards and its consent: of whoever asks, of what others have said, of what
 * is filled in. What each reads and why it refuses stands in `policies/requirements`; one that no row bears is of every
 * act whose row says elsewhere what it rests on (a form that names a place, a consent).
 */
export type RequirementId =
  | 'designated'
  | 'agreed'
  | 'otherVoice'
  | 'otherMerges'
  | 'leftToReferent'
  | 'soughtByReferent'
  | 'unaccompanied'
  | 'otherCloses'
  | 'ageKept'
  | 'ownSheet'
  | 'form'
  | 'appointment'
  | 'approved'
  | 'configured'
  | 'fittingPlace'
  | 'somethingNew'
  | 'handedAfterOffer'
  | 'permitOver'
  | 'inOrder'
  | 'saidByOthers'
  | 'addressByReferent'
  | 'protectionKept'
  | 'decidedInMeeting'
