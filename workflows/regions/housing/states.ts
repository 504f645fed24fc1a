import type { StateRow } from '../../vocabulary/vocabulary.ts'

/** Where a person is on the way to a roof: the lists of housing states follow from it. */
export type HousingPhase = 'none' | 'seeking' | 'promised' | 'housed' | 'gone'

export const housingStates = {
  unassessed: { label: { fr: 'Besoin non évalué', en: 'Need not assessed' }, tone: 'none', phase: 'none' },
  no_need: { label: { fr: 'Sans besoin d’hébergement', en: 'No housing need' }, tone: 'none', phase: 'none' },
  emergency_local: {
    label: { fr: 'Mise à l’abri locale', en: 'Local emergency shelter' },
    tone: 'running',
    phase: 'none'
  },
  placement_requested: {
    label: { fr: 'Accueil demandé', en: 'Shelter requested' },
    tone: 'running',
    phase: 'seeking'
  },
  matched: {
    label: { fr: 'Accord de principe', en: 'Agreement in principle' },
    tone: 'running',
    phase: 'promised'
  },
  pre_admission: { label: { fr: 'Pré-accueil', en: 'Pre-admission' }, tone: 'running', phase: 'promised' },
  housed_acse: {
    label: { fr: 'Accueillie par Ac.Sé', en: 'Housed by Ac.Sé' },
    tone: 'done',
    phase: 'housed'
  },
  housed_chrs_other: {
    label: { fr: 'Accueillie ailleurs', en: 'Housed elsewhere' },
    tone: 'done',
    phase: 'housed'
  },
  minor_placement: {
    label: { fr: 'Placement de mineur', en: 'Placement of a minor' },
    tone: 'done',
    phase: 'housed'
  },
  moved: {
    label: { fr: 'Déplacée pour sa sécurité', en: 'Moved for safety' },
    tone: 'done',
    phase: 'housed'
  },
  left: { label: { fr: 'Partie', en: 'Left' }, tone: 'none', phase: 'gone' },
  ended: { label: { fr: 'Accueil terminé', en: 'Stay ended' }, tone: 'done', phase: 'gone' },
  waiting_list: {
    label: { fr: 'En liste d’attente', en: 'On the waiting list' },
    tone: 'late',
    phase: 'seeking'
  },
  refused_by_structure: {
    label: { fr: 'Refusée, à proposer ailleurs', en: 'Refused, to be offered elsewhere' },
    tone: 'late',
    phase: 'seeking'
  },
  declined_by_person: {
    label: { fr: 'Déclinée par la personne', en: 'Declined by the person' },
    tone: 'none',
    phase: 'gone'
  },
  absconded: { label: { fr: 'Sans nouvelles', en: 'Whereabouts unknown' }, tone: 'late', phase: 'gone' },
  security_alert: { label: { fr: 'Alerte de sécurité', en: 'Security alert' }, tone: 'late', phase: 'housed' }
} as const satisfies Record<string, StateRow & { phase: HousingPhase }>

/** A place of the asylum scheme: a region of its own, of which whoever may not know of asylum is told nothing. */
export const asylumHousingStates = {
  unassessed: {
    label: { fr: 'Aucune place d’asile demandée', en: 'No asylum place requested' },
    tone: 'none',
    phase: 'none'
  },
  placement_requested: {
    label: { fr: 'Place d’asile demandée', en: 'Asylum place requested' },
    tone: 'running',
    phase: 'seeking'
  },
  waiting_list: housingStates.waiting_list,
  refused_by_structure: housingStates.refused_by_structure,
  matched: housingStates.matched,
  housed: {
    label: { fr: 'Accueillie dans une place d’asile', en: 'Housed in an asylum place' },
    tone: 'done',
    phase: 'housed'
  },
  security_alert: housingStates.security_alert,
  left: housingStates.left,
  absconded: housingStates.absconded,
  declined_by_person: housingStates.declined_by_person,
  ended: {
    label: {
      fr: 'Terminée : accueillie ailleurs, ou dossier clos',
      en: 'Over: housed elsewhere, or case closed'
    },
    tone: 'none',
    phase: 'gone'
  }
} as const satisfies Record<string, StateRow & { phase: HousingPhase }>

export type HousingState = keyof typeof housingStates
type AsylumState = keyof typeof asylumHousingStates

const inPhases = <S extends string>(
  states: Record<S, { phase: HousingPhase }>,
  phases: HousingPhase[]
): S[] => (Object.keys(states) as S[]).filter((state) => phases.includes(states[state].phase))

/** The states of housing in which a person is so: every list of them is computed here. */
export const housingIn = (...phases: HousingPhase[]): HousingState[] => inPhases(housingStates, phases)
export const asylumHousingIn = (...phases: HousingPhase[]): AsylumState[] =>
  inPhases(asylumHousingStates, phases)

/** A word that both regions have stands in the same phase in both; one that is no longer known stands nowhere. */
export const housingPhase = (state: string): HousingPhase =>
  (({ ...housingStates, ...asylumHousingStates }) as Record<string, { phase: HousingPhase }>)[state]?.phase ??
  'none'
