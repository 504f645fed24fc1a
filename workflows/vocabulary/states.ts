import type { DeadlineCode } from '../deadlines/deadlines.ts'
import type { RegionId, StateRow, States, Tone } from './vocabulary.ts'
import { asylumHousingStates, housingStates } from './states.housing.ts'

// Where each region of a case may stand, in the words people read. Codes are stored: they are never renamed.

const stateOf =
  (tone: Tone) =>
  (fr: string, en: string): StateRow => ({ label: { fr, en }, tone })
const [done, running, late, none] = [stateOf('done'), stateOf('running'), stateOf('late'), stateOf('none')]

export const identificationStates = {
  flagged: running('Signalement reçu', 'Flagged'),
  under_triage: running('En examen', 'Under triage'),
  presumed: done('Victime présumée', 'Presumed victim'),
  formal_pending: running('Identification formelle demandée', 'Formal identification requested'),
  formally_identified: done('Identification formelle', 'Formally identified'),
  not_confirmed: done(
    'Victime présumée, non confirmée par le service',
    'Presumed, not confirmed by the service'
  ),
  insufficient_elements: none('Éléments insuffisants', 'Insufficient elements'),
  duplicate_merged: none('Fusionné avec un autre dossier', 'Merged into another case'),
  transferred_territory: none('Dossier transmis à un autre territoire', 'Transferred to another territory'),
  court_recognised: done('Victime reconnue par une juridiction', 'Recognised by a court'),
  review_open: running('Réexamen ouvert', 'Under review'),
  // Never stored: where identification stood before decides at once which state follows.
  restoring: running('En rétablissement', 'Being restored')
} as const satisfies States

export const residenceStates = {
  unknown: none('Situation à établir', 'Situation to establish'),
  // Neither asks for a permit of this book. Which of the two it is, the nationality tells: `residenceWord`.
  eu_or_french: none(
    'Ressortissant français, ou UE, EEE, Suisse : régime propre',
    'French national, or EU, EEA, Swiss: rules of their own'
  ),
  regular_other: none('Séjour autorisé', 'Stay authorised'),
  irregular: none('Sans titre', 'No permit'),
  reflection_offered: running('Réflexion proposée', 'Reflection offered'),
  reflection_running: running('Réflexion en cours', 'Reflection running'),
  reflection_ended: late('Réflexion terminée', 'Reflection ended'),
  reflection_interrupted: late('Réflexion interrompue', 'Reflection interrupted'),
  cst_applied: running('Titre demandé', 'Permit applied for'),
  cst_recepisse: running('Récépissé de demande', 'Application receipt'),
  cst_valid: done('Titre d’un an', 'One-year permit'),
  cst_renewed: done('Titre renouvelé', 'Permit renewed'),
  cr10: done('Carte de résident', 'Resident card'),
  aps_psp: done('Autorisation provisoire, parcours de sortie', 'Provisional permit, exit programme'),
  l425_11: done('Titre pour hébergement indigne', 'Permit, degrading housing'),
  humanitarian_discretion: done('Admission exceptionnelle', 'Discretionary permit'),
  refused_permit: late('Titre refusé', 'Permit refused'),
  appeal: running('Recours', 'Appeal')
} as const satisfies States

export const asylumStates = {
  none: none('Aucune demande', 'No application'),
  pending: running('Demande d’asile en cours', 'Asylum pending'),
  // Never stored: the decision says at once which state follows.
  deciding: running('En décision', 'Being decided'),
  protected: done('Protection accordée', 'Protection granted'),
  refused: late('Asile refusé', 'Asylum refused')
} as const satisfies States

export const judicialStates = {
  none: none('Aucune procédure pénale', 'No criminal procedure'),
  report_art40: running('Signalement au parquet', 'Report to the prosecutor'),
  complaint_filed: running('Plainte déposée', 'Complaint filed'),
  procedure_opened: running('Procédure ouverte', 'Procedure opened'),
  investigation: running('Enquête', 'Investigation'),
  instruction: running('Instruction', 'Judicial investigation'),
  trial: running('Jugement', 'Trial'),
  decided: running('Décision rendue, recours possible', 'Decided, open to appeal'),
  on_appeal: running('En appel', 'On appeal'),
  convicted_final: done('Condamnation définitive', 'Final conviction'),
  acquitted_final: none('Relaxe ou acquittement', 'Acquittal'),
  dismissed: none('Classée', 'Dismissed')
} as const satisfies States

export const careStates = {
  none: none('Besoins non évalués', 'Needs not assessed'),
  needs_assessed: running('Besoins évalués', 'Needs assessed'),
  plan_active: running('Accompagnement en cours', 'Support plan running'),
  plan_suspended: late('Accompagnement suspendu', 'Support plan suspended'),
  plan_completed: done('Accompagnement terminé', 'Support plan completed')
} as const satisfies States

/** A child's protection before a prosecutor or a judge has decided. */
export const beforeJudge = [
  'presumed_minor',
  'age_disputed',
  'information_preoccupante',
  'signalement'
] as const satisfies readonly (keyof typeof minorStates)[]

export const minorStates = {
  not_applicable: none('Sans objet', 'Not applicable'),
  presumed_minor: late('Minorité établie ou présumée', 'Minor, or presumed so'),
  age_disputed: late('Âge contesté', 'Age disputed'),
  information_preoccupante: running('Information préoccupante transmise', 'Report of concern sent'),
  signalement: running('Parquet saisi', 'Reported to the prosecutor'),
  opp_issued: running('Placement provisoire', 'Provisional placement'),
  je_seized: running('Juge saisi', 'Before the judge'),
  measure_ordered: running('Mesure ordonnée', 'Measure ordered'),
  placed_distanced: done('Placement à distance', 'Placed far away'),
  placed_secure: done('Placement en lieu sécurisé', 'Placed in a secure centre'),
  placed_common: done('Placement', 'Placed'),
  runaway: late('En fugue', 'Runaway'),
  majority_reached: none('Majorité atteinte', 'Of age')
} as const satisfies States

/** Where nobody is protected as a child. */
export const unprotected: readonly (keyof typeof minorStates)[] = ['not_applicable', 'majority_reached']

export const consentStates = {
  not_informed: late('À informer', 'To be informed'),
  informed: done('Information donnée', 'Informed'),
  heard: done('Information donnée, personne entendue', 'Informed and heard')
} as const satisfies States

/** Every reason for closing has its own state. */
export const isClosed = (closure: string): boolean => closure.startsWith('closed_')

export const closureStates = {
  open: none('Ouvert', 'Open'),
  exit_planned: running('Fin de l’accompagnement préparée', 'End of support planned'),
  // Never stored: the reason given decides at once which closed state follows.
  closing: running('En clôture', 'Closing'),
  closed_inserted: done('Clos : insertion', 'Closed: independent life'),
  closed_returned: done('Clos : retour volontaire', 'Closed: voluntary return'),
  closed_lost: none('Clos : contact perdu', 'Closed: contact lost'),
  closed_transferred_abroad: done('Clos : suite à l’étranger', 'Closed: follow-up abroad'),
  closed_not_victim: none('Clos : traite non caractérisée', 'Closed: trafficking not established'),
  closed_by_person: none('Clos à sa demande', 'Closed at their request'),
  closed_deceased: none('Clos : décès', 'Closed: death'),
  closed_in_error: none('Clos : signalement saisi par erreur', 'Closed: flagged in error'),
  reopened: running('Rouvert', 'Reopened')
} as const satisfies States

export const regionStates = {
  identification: identificationStates,
  housing: housingStates,
  asylum_housing: asylumHousingStates,
  residence: residenceStates,
  asylum: asylumStates,
  judicial: judicialStates,
  care: careStates,
  minor: minorStates,
  consent: consentStates,
  closure: closureStates
} as const satisfies Record<RegionId, States>

export type RegionState<R extends RegionId> = keyof (typeof regionStates)[R] & string

/** Where each region of a case stands: a state that a region does not have does not compile. */
export type Regions = { [R in RegionId]: RegionState<R> }

/** The prefecture has an application before it. */
export const applied = ['cst_applied', 'cst_recepisse'] as const
export const isApplied = (state: string): boolean => applied.some((one) => one === state)

/** The one-year permit after a complaint or a testimony. */
export const yearly = ['cst_valid', 'cst_renewed'] as const
export const notYearly = ['aps_psp', 'l425_11', 'humanitarian_discretion'] as const
/** Permits of this mechanism, that end on a day and may be withdrawn. */
export const held = [...yearly, ...notYearly] as const
/** The permits of this mechanism, and the stay that any other permit makes regular. */
export const regular = [...held, 'regular_other'] as const
export type HeldPermit = (typeof held)[number]
export const isHeld = (state: string): state is HeldPermit => held.some((one) => one === state)
/** The clocks of their validity. */
export const permitClocks = ['D-CST', 'D-CARD', 'D-APS'] as const satisfies readonly DeadlineCode[]
