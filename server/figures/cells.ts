import { unprotected, type RegionState } from '../../workflows/vocabulary/states.ts'
import { housingIn } from '../../workflows/vocabulary/states.housing.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

/** Where a flagged person stands, from the first flag to a roof. Codes are kept; words are put in when a reader asks. */
export const branches = {
  insufficient: { fr: 'Éléments insuffisants', en: 'Insufficient elements' },
  in_review: { fr: 'En examen', en: 'Under examination' },
  positive: { fr: 'Motifs raisonnables', en: 'Reasonable grounds' }
} as const satisfies Record<string, Bilingual>

/** What became of the housing of a presumed victim. */
export const outcomes = {
  acse: { fr: 'Ac.Sé', en: 'Ac.Sé' },
  minors: { fr: 'Mineurs : protection', en: 'Minors: protection' },
  local: { fr: 'Hébergement local ou autre', en: 'Local or other shelter' },
  waiting: { fr: 'Place demandée', en: 'Place requested' },
  no_place: { fr: 'Sans place', en: 'Without a place' },
  declined: { fr: 'Déclinée par la personne', en: 'Declined by the person' },
  other: { fr: 'Autre suite', en: 'Other' }
} as const satisfies Record<string, Bilingual>

export type Branch = keyof typeof branches
export type Outcome = keyof typeof outcomes

/** A state without a row does not compile; null is a person already counted under another case. */
const branchOf: Record<RegionState<'identification'>, Branch | null> = {
  flagged: 'in_review',
  under_triage: 'in_review',
  review_open: 'in_review',
  transferred_territory: 'in_review',
  insufficient_elements: 'insufficient',
  presumed: 'positive',
  formal_pending: 'positive',
  formally_identified: 'positive',
  not_confirmed: 'positive',
  court_recognised: 'positive',
  duplicate_merged: null,
  restoring: 'in_review'
}

const outcomeOf: Record<RegionState<'housing'>, Outcome> = {
  matched: 'acse',
  pre_admission: 'acse',
  housed_acse: 'acse',
  moved: 'acse',
  security_alert: 'acse',
  ended: 'acse',
  minor_placement: 'minors',
  emergency_local: 'local',
  housed_chrs_other: 'local',
  placement_requested: 'waiting',
  waiting_list: 'no_place',
  refused_by_structure: 'no_place',
  declined_by_person: 'declined',
  unassessed: 'other',
  no_need: 'other',
  left: 'other',
  absconded: 'other'
}

export type Standing = { identification: string; housing: string; minor: string }

export const branchFor = ({ identification }: Standing): Branch | null =>
  branchOf[identification as RegionState<'identification'>]

/** A minor is counted with minors, whichever roof: their protection is another path. */
export const outcomeFor = ({ housing, minor }: Standing): Outcome =>
  (unprotected as readonly string[]).includes(minor) ? outcomeOf[housing as RegionState<'housing'>] : 'minors'

const statesIn = <T>(table: Record<string, T>, kept: (value: T) => boolean) =>
  Object.entries(table).flatMap(([state, value]) => (kept(value) ? [state] : []))

/** States of those whom nobody counts again. */
export const uncounted = statesIn(branchOf, (branch) => branch === null)
/** States of those who still wait for a place, of either desk. */
export const stillWaiting: readonly string[] = housingIn('seeking')
