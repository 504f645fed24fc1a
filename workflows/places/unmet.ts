import type { minorKinds } from '../referral/kinds/minor.ts'
import type { housingRefusals } from '../vocabulary/words.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

/** Why a need for a place was not met, as it is counted. */
export const unmetNeeds = {
  no_place: { fr: 'Aucune place', en: 'No place' },
  not_eligible: { fr: 'Hors des critères', en: 'Outside the criteria' },
  structure: { fr: 'Déclinée par une structure', en: 'Declined by a structure' },
  person: { fr: 'Déclinée par la personne', en: 'Declined by the person' }
} as const satisfies Record<string, Bilingual>

export type UnmetNeed = keyof typeof unmetNeeds

/** Which of them a coded refusal counts as; without any refusal, no place was found. */
export const unmetBy = {
  no_place: 'no_place',
  out_of_criteria: 'not_eligible',
  too_close: 'structure',
  not_adapted: 'structure',
  group_balance: 'structure',
  incomplete: 'structure',
  too_urgent: 'structure',
  // Of a shelter for minors: one that is full declines, and others may not be.
  overloaded: 'structure',
  not_concerned: 'not_eligible'
} as const satisfies Record<
  keyof typeof housingRefusals | keyof typeof minorKinds.minor_place.refusals,
  Exclude<UnmetNeed, 'person'>
>
