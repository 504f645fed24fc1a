import type { StateRow, Tone } from './vocabulary.ts'

/** Where a person is on the way to a roof: the lists of housing states follow from it. */
export type HousingPhase = 'none' | 'seeking' | 'promised' | 'housed' | 'gone'

type HousingRow = StateRow & { phase: HousingPhase }
const inPhase =
  (phase: HousingPhase) =>
  (tone: Tone, fr: string, en: string): HousingRow => ({ label: { fr, en }, tone, phase })
const [none, seeking, promised] = [inPhase('none'), inPhase('seeking'), inPhase('promised')]
const [housed, gone] = [inPhase('housed'), inPhase('gone')]

export const housingStates = {
  unassessed: none('none', 'Besoin non évalué', 'Need not assessed'),
  no_need: none('none', 'Sans besoin d’hébergement', 'No housing need'),
  emergency_local: none('running', 'Mise à l’abri locale', 'Local emergency shelter'),
  placement_requested: seeking('running', 'Accueil demandé', 'Shelter requested'),
  matched: promised('running', 'Accord de principe', 'Agreement in principle'),
  pre_admission: promised('running', 'Pré-accueil', 'Pre-admission'),
  housed_acse: housed('done', 'Accueil par Ac.Sé', 'Housed by Ac.Sé'),
  housed_chrs_other: housed('done', 'Accueil ailleurs', 'Housed elsewhere'),
  minor_placement: housed('done', 'Placement de mineur', 'Placement of a minor'),
  moved: housed('done', 'Accueil changé, par sécurité', 'Moved for safety'),
  left: gone('none', 'Accueil quitté', 'Left'),
  ended: gone('done', 'Accueil terminé', 'Stay ended'),
  waiting_list: seeking('late', 'En liste d’attente', 'On the waiting list'),
  refused_by_structure: seeking(
    'late',
    'Refus de la structure, à proposer ailleurs',
    'Refused, to be offered elsewhere'
  ),
  declined_by_person: gone('none', 'Place déclinée par la personne', 'Declined by the person'),
  absconded: gone('late', 'Sans nouvelles', 'Whereabouts unknown'),
  security_alert: housed('late', 'Alerte de sécurité', 'Security alert')
} as const satisfies Record<string, HousingRow>

/** A place of the asylum scheme: a region of its own, of which whoever may not know of asylum is told nothing. */
export const asylumHousingStates = {
  unassessed: none('none', 'Aucune place d’asile demandée', 'No asylum place requested'),
  placement_requested: seeking('running', 'Place d’asile demandée', 'Asylum place requested'),
  waiting_list: housingStates.waiting_list,
  refused_by_structure: housingStates.refused_by_structure,
  matched: housingStates.matched,
  housed: housed('done', 'Accueil dans une place d’asile', 'Housed in an asylum place'),
  security_alert: housingStates.security_alert,
  left: housingStates.left,
  absconded: housingStates.absconded,
  declined_by_person: housingStates.declined_by_person,
  ended: gone(
    'none',
    'Terminée : accueillie ailleurs, ou dossier clos',
    'Over: housed elsewhere, or case closed'
  )
} as const satisfies Record<string, HousingRow>

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
