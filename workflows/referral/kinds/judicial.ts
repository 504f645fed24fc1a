import { usual, type KindRow } from './kind.ts'
import { refusals } from './refusals.ts'

const { other_territory, overloaded, incomplete, not_concerned } = refusals

/** Justice and the services that investigate, and the lawyer who claims compensation. */
export const judicialKinds = {
  prosecutor: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Parquet · faits signalés', en: 'Prosecutor · facts reported' },
    recipient: 'prosecution',
    route: 'factsPlace',
    capacity: 'prosecutor',
    opensAtOnce: true,
    preview: ['factsTerritory', 'foundIn', 'ageGroup', 'forms', 'danger'],
    tells: ['ground'],
    answerWithin: 'MNIO-ACK',
    refusals: { other_territory }
  },
  police: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Police, gendarmerie · rencontre', en: 'Police, gendarmerie · meeting' },
    recipient: 'police',
    capacity: 'police',
    consent: 'F',
    preview: ['territory', 'ageGroup', 'sex', 'language', 'forms', 'danger', 'presumed'],
    tells: ['hearingOn', 'interpreter'],
    answerWithin: 'MNIO-POLICE-ANSWER',
    refusals: { other_territory, overloaded, not_concerned },
    onDecline: { reoffer: 'formal.unmet', escalate: 'formal.unmet' },
    onWithdraw: 'formal.unmet'
  },
  labour_inspection: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Inspection du travail · constat', en: 'Labour inspection · record' },
    recipient: 'labour_inspection',
    capacity: 'labour',
    consent: 'F',
    eligible: ['labourForms'],
    preview: ['territory', 'ageGroup', 'language', 'forms', 'danger'],
    tells: ['findings'],
    answerWithin: 'MNIO-LABOUR-ANSWER',
    onEnd: 'inspection.ended',
    refusals: { other_territory, overloaded, not_concerned }
  },
  compensation_lawyer: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Avocat·e · indemnisation', en: 'Lawyer · compensation' },
    recipient: 'external',
    route: 'chosen',
    capacity: 'lawyer',
    consent: 'A',
    byLink: true,
    escalatesTo: 'sender',
    preview: ['territory', 'ageGroup', 'language', 'procedureOpen'],
    namesSender: true,
    answerWithin: 'MNIO-LAWYER-ANSWER',
    refusals: { overloaded, not_concerned, incomplete }
  }
} as const satisfies Record<string, KindRow>
