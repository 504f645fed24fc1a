import { judicialStates, type RegionState } from '../../workflows/vocabulary/states.ts'
import { code, unknown, type Words } from './column.ts'
import { has } from './spans.ts'

const stageWords: Words = {
  ...Object.fromEntries(Object.entries(judicialStates).map(([id, { label }]) => [id, label])),
  unknown
}

const complaintWords: Words = {
  none: { fr: 'ni plainte ni témoignage', en: 'neither complaint nor testimony' },
  testimony: { fr: 'témoignage', en: 'testimony' },
  filed: { fr: 'plainte', en: 'complaint' },
  unknown
}

const compensationWords: Words = {
  none: { fr: 'non demandée', en: 'not claimed' },
  claimed: { fr: 'demandée', en: 'claimed' },
  paid: { fr: 'versée', en: 'paid' },
  unknown
}

const pathWords: Words = {
  not_minor: { fr: 'sans objet', en: 'not applicable' },
  unreported: { fr: 'minorité présumée, rien d’engagé', en: 'presumed minor, nothing engaged' },
  disputed: { fr: 'âge contesté', en: 'age disputed' },
  reported: { fr: 'autorités averties', en: 'authorities told' },
  provisional: { fr: 'placement provisoire ou juge saisi', en: 'provisional placement or before the judge' },
  measure: { fr: 'mesure ordonnée', en: 'measure ordered' },
  placed_distanced: { fr: 'placement à distance', en: 'placed far away' },
  placed_secure: { fr: 'placement en lieu sécurisé', en: 'placed in a secure centre' },
  placed_common: { fr: 'placement', en: 'placed' },
  runaway: { fr: 'en fugue', en: 'runaway' },
  of_age: { fr: 'majorité atteinte', en: 'of age' },
  unknown
}

const pathOf: Record<RegionState<'minor'>, string> = {
  not_applicable: 'not_minor',
  presumed_minor: 'unreported',
  age_disputed: 'disputed',
  information_preoccupante: 'reported',
  signalement: 'reported',
  opp_issued: 'provisional',
  je_seized: 'provisional',
  measure_ordered: 'measure',
  placed_distanced: 'placed_distanced',
  placed_secure: 'placed_secure',
  placed_common: 'placed_common',
  runaway: 'runaway',
  majority_reached: 'of_age'
}

export const justice = {
  judicial: code(
    { fr: 'Procédure pénale', en: 'Criminal procedure' },
    stageWords,
    ({ regions }) => regions.judicial
  ),
  complaint: code({ fr: 'Plainte', en: 'Complaint' }, complaintWords, (life) => {
    if (has(life, 'complaint.file', 'complaint.add', 'civil_party.complaint')) return 'filed'
    return has(life, 'testimony.recorded') ? 'testimony' : 'none'
  }),
  compensation: code(
    { fr: 'Indemnisation', en: 'Compensation' },
    compensationWords,
    ({ facts }) => facts.compensation ?? 'none'
  ),
  minor_path: code(
    { fr: 'Protection de l’enfant', en: 'Child protection' },
    pathWords,
    ({ regions }) => pathOf[regions.minor]
  )
}
