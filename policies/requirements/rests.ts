import type { RequirementId } from '../../workflows/act/requirements.ts'
import type { Rests } from '../../workflows/guards/guard.ts'

/** What the refusal of each requirement rests on, as of a guard. */
export const rests: Record<RequirementId, Rests> = {
  designated: ['CESEDA.R425-1'],
  agreed: 'person',
  notRecused: 'mechanism',
  firstVoice: 'mechanism',
  secondVoice: 'mechanism',
  voicesRequired: 'mechanism',
  decidedInMeeting: 'mechanism',
  otherMerges: 'mechanism',
  otherCloses: 'mechanism',
  leftToReferent: 'mechanism',
  unaccompanied: 'mechanism',
  saidByOthers: 'mechanism',
  ownSheet: 'mechanism',
  // A second search for the same bed, by one who is not told of it.
  soughtByReferent: 'file',
  ageKept: 'file',
  form: 'file',
  appointment: 'file',
  configured: 'file',
  fittingPlace: 'file',
  somethingNew: 'file',
  permitOver: 'file',
  inOrder: 'file',
  // Whose word it is, and not whether: another service is chosen by its name.
  addressByReferent: 'file',
  notAsked: 'file',
  placeHeld: 'file',
  placeToChange: 'file',
  noneHeld: 'file',
  noneTaken: 'file',
  noOtherStay: 'file',
  ownHeld: 'file',
  ownPlaces: 'file',
  // Read in an excerpt without a date: it warns (`table.ts`).
  approved: ['CASF.R121-12-3'],
  handedAfterOffer: ['CESEDA.R425-2'],
  protectionKept: ['CC.388'],
  returnDecided: ['CC.375']
}
