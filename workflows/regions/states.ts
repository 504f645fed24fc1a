import type { DeadlineCode } from '../deadlines/deadlines.ts'
import type { RegionId, States } from '../vocabulary/vocabulary.ts'
import { asylumHousingStates, housingStates } from './housing/states.ts'

// Where each region of a case may stand, in the words people read. Codes are stored: they are never renamed.

export const identificationStates = {
  flagged: { label: { fr: 'Signalée', en: 'Flagged' }, tone: 'running' },
  under_triage: { label: { fr: 'En examen', en: 'Under triage' }, tone: 'running' },
  presumed: { label: { fr: 'Victime présumée', en: 'Presumed victim' }, tone: 'done' },
  formal_pending: {
    label: { fr: 'Identification formelle demandée', en: 'Formal identification requested' },
    tone: 'running'
  },
  formally_identified: { label: { fr: 'Formellement identifiée', en: 'Formally identified' }, tone: 'done' },
  not_confirmed: {
    label: { fr: 'Présumée, non confirmée par le service', en: 'Presumed, not confirmed by the service' },
    tone: 'done'
  },
  insufficient_elements: {
    label: { fr: 'Éléments insuffisants', en: 'Insufficient elements' },
    tone: 'none'
  },
  duplicate_merged: {
    label: { fr: 'Fusionné avec un autre dossier', en: 'Merged into another case' },
    tone: 'none'
  },
  transferred_territory: {
    label: { fr: 'Transmise à un autre territoire', en: 'Transferred to another territory' },
    tone: 'none'
  },
  court_recognised: {
    label: { fr: 'Reconnue par une juridiction', en: 'Recognised by a court' },
    tone: 'done'
  },
  review_open: { label: { fr: 'Réexamen ouvert', en: 'Under review' }, tone: 'running' },
  // Never stored: where identification stood before decides at once which state follows.
  restoring: { label: { fr: 'En rétablissement', en: 'Being restored' }, tone: 'running' }
} as const satisfies States

export const residenceStates = {
  unknown: { label: { fr: 'Situation à établir', en: 'Situation to establish' }, tone: 'none' },
  eu_or_french: { label: { fr: 'Sans besoin de titre', en: 'No permit needed' }, tone: 'none' },
  regular_other: { label: { fr: 'Séjour autorisé', en: 'Stay authorised' }, tone: 'none' },
  irregular: { label: { fr: 'Sans titre', en: 'No permit' }, tone: 'none' },
  reflection_offered: { label: { fr: 'Réflexion proposée', en: 'Reflection offered' }, tone: 'running' },
  reflection_running: { label: { fr: 'Réflexion en cours', en: 'Reflection running' }, tone: 'running' },
  reflection_ended: { label: { fr: 'Réflexion terminée', en: 'Reflection ended' }, tone: 'late' },
  reflection_interrupted: {
    label: { fr: 'Réflexion interrompue', en: 'Reflection interrupted' },
    tone: 'late'
  },
  cst_applied: { label: { fr: 'Titre demandé', en: 'Permit applied for' }, tone: 'running' },
  cst_recepisse: { label: { fr: 'Récépissé de demande', en: 'Application receipt' }, tone: 'running' },
  cst_valid: { label: { fr: 'Titre d’un an', en: 'One-year permit' }, tone: 'done' },
  cst_renewed: { label: { fr: 'Titre renouvelé', en: 'Permit renewed' }, tone: 'done' },
  cr10: { label: { fr: 'Carte de résident', en: 'Resident card' }, tone: 'done' },
  aps_psp: {
    label: { fr: 'Autorisation provisoire, parcours de sortie', en: 'Provisional permit, exit programme' },
    tone: 'done'
  },
  l425_11: { label: { fr: 'Titre pour hébergement indigne', en: 'Permit, degrading housing' }, tone: 'done' },
  humanitarian_discretion: {
    label: { fr: 'Admission exceptionnelle', en: 'Discretionary permit' },
    tone: 'done'
  },
  refused_permit: { label: { fr: 'Titre refusé', en: 'Permit refused' }, tone: 'late' },
  appeal: { label: { fr: 'Recours', en: 'Appeal' }, tone: 'running' }
} as const satisfies States

export const asylumStates = {
  none: { label: { fr: 'Aucune demande', en: 'No application' }, tone: 'none' },
  pending: { label: { fr: 'Demande d’asile en cours', en: 'Asylum pending' }, tone: 'running' },
  // Never stored: the decision says at once which state follows.
  deciding: { label: { fr: 'En décision', en: 'Being decided' }, tone: 'running' },
  protected: { label: { fr: 'Protection accordée', en: 'Protection granted' }, tone: 'done' },
  refused: { label: { fr: 'Asile refusé', en: 'Asylum refused' }, tone: 'late' }
} as const satisfies States

export const judicialStates = {
  none: { label: { fr: 'Aucune procédure pénale', en: 'No criminal procedure' }, tone: 'none' },
  report_art40: { label: { fr: 'Signalement au parquet', en: 'Report to the prosecutor' }, tone: 'running' },
  complaint_filed: { label: { fr: 'Plainte déposée', en: 'Complaint filed' }, tone: 'running' },
  procedure_opened: { label: { fr: 'Procédure ouverte', en: 'Procedure opened' }, tone: 'running' },
  investigation: { label: { fr: 'Enquête', en: 'Investigation' }, tone: 'running' },
  instruction: { label: { fr: 'Instruction', en: 'Judicial investigation' }, tone: 'running' },
  trial: { label: { fr: 'Jugement', en: 'Trial' }, tone: 'running' },
  convicted_final: { label: { fr: 'Condamnation définitive', en: 'Final conviction' }, tone: 'done' },
  acquitted_final: { label: { fr: 'Relaxe ou acquittement', en: 'Acquittal' }, tone: 'none' },
  dismissed: { label: { fr: 'Classée', en: 'Dismissed' }, tone: 'none' }
} as const satisfies States

export const careStates = {
  none: { label: { fr: 'Besoins non évalués', en: 'Needs not assessed' }, tone: 'none' },
  needs_assessed: { label: { fr: 'Besoins évalués', en: 'Needs assessed' }, tone: 'running' },
  plan_active: { label: { fr: 'Accompagnement en cours', en: 'Support plan running' }, tone: 'running' },
  plan_suspended: { label: { fr: 'Accompagnement suspendu', en: 'Support plan suspended' }, tone: 'late' },
  plan_completed: { label: { fr: 'Accompagnement terminé', en: 'Support plan completed' }, tone: 'done' }
} as const satisfies States

/** A child's protection before a prosecutor or a judge has decided. */
export const beforeJudge = [
  'presumed_minor',
  'age_disputed',
  'information_preoccupante',
  'signalement'
] as const satisfies readonly (keyof typeof minorStates)[]

export const minorStates = {
  not_applicable: { label: { fr: 'Sans objet', en: 'Not applicable' }, tone: 'none' },
  presumed_minor: { label: { fr: 'Mineure, ou présumée telle', en: 'Minor, or presumed so' }, tone: 'late' },
  age_disputed: { label: { fr: 'Âge contesté', en: 'Age disputed' }, tone: 'late' },
  information_preoccupante: {
    label: { fr: 'Information préoccupante transmise', en: 'Report of concern sent' },
    tone: 'running'
  },
  signalement: { label: { fr: 'Signalée au parquet', en: 'Reported to the prosecutor' }, tone: 'running' },
  opp_issued: { label: { fr: 'Placement provisoire', en: 'Provisional placement' }, tone: 'running' },
  je_seized: { label: { fr: 'Juge saisi', en: 'Before the judge' }, tone: 'running' },
  measure_ordered: { label: { fr: 'Mesure ordonnée', en: 'Measure ordered' }, tone: 'running' },
  placed_distanced: { label: { fr: 'Placée à distance', en: 'Placed far away' }, tone: 'done' },
  placed_secure: { label: { fr: 'Placée en lieu sécurisé', en: 'Placed in a secure centre' }, tone: 'done' },
  placed_common: { label: { fr: 'Placée', en: 'Placed' }, tone: 'done' },
  runaway: { label: { fr: 'En fugue', en: 'Runaway' }, tone: 'late' },
  majority_reached: { label: { fr: 'Majorité atteinte', en: 'Of age' }, tone: 'none' }
} as const satisfies States

/** Where nobody is protected as a child. */
export const unprotected: readonly (keyof typeof minorStates)[] = ['not_applicable', 'majority_reached']

export const consentStates = {
  not_informed: { label: { fr: 'À informer', en: 'To be informed' }, tone: 'late' },
  informed: { label: { fr: 'Informée', en: 'Informed' }, tone: 'done' },
  heard: { label: { fr: 'Informée et entendue', en: 'Informed and heard' }, tone: 'done' }
} as const satisfies States

/** Every reason for closing has its own state. */
export const isClosed = (closure: string): boolean => closure.startsWith('closed_')

export const closureStates = {
  open: { label: { fr: 'Ouvert', en: 'Open' }, tone: 'none' },
  exit_planned: { label: { fr: 'Sortie préparée', en: 'Exit planned' }, tone: 'running' },
  // Never stored: the reason given decides at once which closed state follows.
  closing: { label: { fr: 'En clôture', en: 'Closing' }, tone: 'running' },
  closed_inserted: { label: { fr: 'Clos : insertion', en: 'Closed: independent life' }, tone: 'done' },
  closed_returned: {
    label: { fr: 'Clos : retour volontaire', en: 'Closed: voluntary return' },
    tone: 'done'
  },
  closed_lost: { label: { fr: 'Clos : contact perdu', en: 'Closed: contact lost' }, tone: 'none' },
  closed_transferred_abroad: {
    label: { fr: 'Clos : suite à l’étranger', en: 'Closed: follow-up abroad' },
    tone: 'done'
  },
  closed_not_victim: { label: { fr: 'Clos : hors traite', en: 'Closed: not trafficking' }, tone: 'none' },
  closed_by_person: { label: { fr: 'Clos à sa demande', en: 'Closed at their request' }, tone: 'none' },
  closed_deceased: { label: { fr: 'Clos : décès', en: 'Closed: death' }, tone: 'none' },
  reopened: { label: { fr: 'Rouvert', en: 'Reopened' }, tone: 'running' }
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
export type HeldPermit = (typeof held)[number]
export const isHeld = (state: string): state is HeldPermit => held.some((one) => one === state)
/** The clocks of their validity. */
export const permitClocks = ['D-CST', 'D-APS'] as const satisfies readonly DeadlineCode[]
