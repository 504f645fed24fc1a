import type { StateRow } from '../command.ts'

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
  housed_dna: {
    label: { fr: 'Accueillie dans une place d’asile', en: 'Housed in an asylum place' },
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

export type HousingState = keyof typeof housingStates

/** The states of housing in which a person is so: every list of them is computed here. */
export const housingIn = (...phases: HousingPhase[]): HousingState[] =>
  (Object.keys(housingStates) as HousingState[]).filter((state) =>
    phases.includes(housingStates[state].phase)
  )

/** A state that is no longer known stands nowhere. */
export const housingPhase = (state: string): HousingPhase =>
  (housingStates as Record<string, { phase: HousingPhase }>)[state]?.phase ?? 'none'
