import type { DeadlineCode } from '../deadlines/deadlines.ts'
import { asylumHousingStates, housingStates, type HousingPhase } from '../vocabulary/states.housing.ts'
import type { RegionState } from '../vocabulary/states.ts'
import type { Bilingual } from '../vocabulary/terms.ts'

/** Regions by which a trade reads its list. */
export const listedRegions = [
  'identification',
  'residence',
  'housing',
  'asylum_housing',
  'judicial',
  'minor'
] as const
export type ListedRegion = (typeof listedRegions)[number]

const roof = {
  none: { fr: 'Sans demande d’accueil', en: 'No shelter sought' },
  seeking: { fr: 'Accueil à trouver', en: 'Shelter to be found' },
  promised: { fr: 'Arrivée à venir', en: 'Arrival ahead' },
  housed: { fr: 'Accueil en cours', en: 'Housed' },
  gone: { fr: 'Accueil fini', en: 'Stay over' }
} as const satisfies Record<HousingPhase, Bilingual>

/** The stages by which a list is sorted out, in the order in which they are passed. */
export const stages = {
  identification: {
    weighing: { fr: 'À examiner', en: 'To be weighed' },
    presumed: { fr: 'Victime présumée', en: 'Presumed victim' },
    formal: { fr: 'Identification formelle en cours', en: 'Formal identification under way' },
    recognised: { fr: 'Victime reconnue', en: 'Recognised' },
    unconfirmed: { fr: 'Non confirmée', en: 'Not confirmed' },
    elsewhere: { fr: 'Suivie ailleurs', en: 'Followed elsewhere' }
  },
  residence: {
    open: { fr: 'Sans demande', en: 'Nothing asked for' },
    reflection: { fr: 'Réflexion', en: 'Reflection' },
    asked: { fr: 'Titre demandé', en: 'Permit asked for' },
    held: { fr: 'Titre en cours', en: 'Permit held' },
    refused: { fr: 'Titre refusé', en: 'Permit refused' },
    appeal: { fr: 'Recours', en: 'Appeal' }
  },
  housing: roof,
  asylum_housing: roof,
  judicial: {
    none: { fr: 'Sans procédure', en: 'No procedure' },
    reported: { fr: 'Signalement ou plainte', en: 'Report or complaint' },
    inquiry: { fr: 'Enquête ou instruction', en: 'Investigation' },
    trial: { fr: 'Jugement et recours', en: 'Trial and appeal' },
    over: { fr: 'Procédure finie', en: 'Procedure over' }
  },
  minor: {
    none: { fr: 'Sans objet', en: 'Not applicable' },
    unprotected: { fr: 'À protéger', en: 'To be protected' },
    seized: { fr: 'Justice saisie', en: 'Before the court' },
    protected: { fr: 'Protection ordonnée', en: 'Protected' },
    missing: { fr: 'En fugue', en: 'Runaway' }
  }
} as const satisfies Record<ListedRegion, Record<string, Bilingual>>

type StageOf<R extends ListedRegion> = keyof (typeof stages)[R] & string
type InStage = { [R in ListedRegion]: Record<RegionState<R>, StageOf<R>> }

const phases = <S extends string>(states: Record<S, { phase: HousingPhase }>) =>
  Object.fromEntries(
    Object.entries<{ phase: HousingPhase }>(states).map(([state, { phase }]) => [state, phase])
  ) as Record<S, HousingPhase>

const inStage: InStage = {
  identification: {
    flagged: 'weighing',
    under_triage: 'weighing',
    review_open: 'weighing',
    restoring: 'weighing',
    presumed: 'presumed',
    formal_pending: 'formal',
    formally_identified: 'recognised',
    court_recognised: 'recognised',
    not_confirmed: 'unconfirmed',
    insufficient_elements: 'unconfirmed',
    duplicate_merged: 'elsewhere',
    transferred_territory: 'elsewhere'
  },
  residence: {
    unknown: 'open',
    eu_or_french: 'open',
    regular_other: 'held',
    irregular: 'open',
    reflection_offered: 'reflection',
    reflection_running: 'reflection',
    reflection_ended: 'reflection',
    reflection_interrupted: 'reflection',
    cst_applied: 'asked',
    cst_recepisse: 'asked',
    cst_valid: 'held',
    cst_renewed: 'held',
    cr10: 'held',
    aps_psp: 'held',
    l425_11: 'held',
    humanitarian_discretion: 'held',
    refused_permit: 'refused',
    appeal: 'appeal'
  },
  housing: phases(housingStates),
  asylum_housing: phases(asylumHousingStates),
  judicial: {
    none: 'none',
    report_art40: 'reported',
    complaint_filed: 'reported',
    procedure_opened: 'inquiry',
    investigation: 'inquiry',
    instruction: 'inquiry',
    trial: 'trial',
    decided: 'trial',
    on_appeal: 'trial',
    convicted_final: 'over',
    acquitted_final: 'over',
    dismissed: 'over'
  },
  minor: {
    not_applicable: 'none',
    majority_reached: 'none',
    presumed_minor: 'unprotected',
    age_disputed: 'unprotected',
    information_preoccupante: 'unprotected',
    signalement: 'seized',
    je_seized: 'seized',
    opp_issued: 'seized',
    measure_ordered: 'protected',
    placed_distanced: 'protected',
    placed_secure: 'protected',
    placed_common: 'protected',
    runaway: 'missing'
  }
}

/** A stage under the name by which a list is filtered; null of a state that its region no longer has. */
export const stageOf = (region: ListedRegion, state: string): string | null => {
  const stage = (inStage[region] as Record<string, string>)[state]
  return stage === undefined ? null : `${region}.${stage}`
}

export const stagesOf = (region: ListedRegion): string[] =>
  Object.keys(stages[region]).map((stage) => `${region}.${stage}`)

export const stageWords = (code: string): Bilingual => {
  const [region, stage] = code.split('.') as [ListedRegion, string]
  return (stages[region] as Record<string, Bilingual>)[stage]!
}

/** `counted`: the list says which of its days it is; the others are told by the day on which they end. */
type ListedClock = { code: DeadlineCode; counted: boolean }
const counting = (code: DeadlineCode): ListedClock => ({ code, counted: true })
const until = (code: DeadlineCode): ListedClock => ({ code, counted: false })

const card = [until('D-CST'), until('D-CARD')]

/**
 * Clocks by which a trade reads where a case stands, whoever they wait for; what is due stands beside them anyway. None has a day
 * from which a birth date is read.
 */
const listedClocks: { [R in ListedRegion]?: Partial<Record<RegionState<R>, readonly ListedClock[]>> } = {
  identification: {
    under_triage: [counting('MNIO-RG')],
    formal_pending: [counting('MNIO-FORMAL')],
    review_open: [counting('MNIO-REVIEW')]
  },
  residence: {
    reflection_running: [counting('D-REFLEX')],
    cst_applied: [counting('D-SILENCE')],
    cst_recepisse: [counting('D-SILENCE'), until('D-RECEP')],
    cst_valid: card,
    cst_renewed: card,
    aps_psp: [until('D-APS')],
    l425_11: card,
    humanitarian_discretion: card,
    regular_other: card
  },
  housing: {
    matched: [until('MNIO-HOLD')],
    pre_admission: [until('MNIO-HOLD')],
    housed_acse: [until('MNIO-STAY-REVIEW')]
  },
  asylum_housing: { matched: [until('MNIO-DNA-HOLD')] },
  minor: { opp_issued: [counting('D-OPP-JE'), until('D-OPP-DECISION')] }
}

export const clocksListed = (region: ListedRegion, state: string): readonly ListedClock[] =>
  (listedClocks[region] as Record<string, readonly ListedClock[]> | undefined)?.[state] ?? []
