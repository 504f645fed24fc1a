import { people, usual, type Recipient } from './kind.ts'
import { refusals } from './refusals.ts'

const { other_territory, overloaded, incomplete, not_concerned } = refusals

/** Justice and the services that investigate, and the lawyer who claims compensation. */
export const judicialKinds = {
  prosecutor: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Parquet · faits signalés', en: 'Prosecutor · facts reported' },
    recipient: 'prosecution',
    role: { id: 'prosecutor', fr: 'parquet', en: 'public prosecutor' },
    route: 'factsPlace',
    capacity: 'prosecutor',
    sight: {
      rank: 11,
      classes: ['B', 'C', 'D', 'E', 'F', 'G', 'J', 'K']
    },
    opensAtOnce: true,
    preview: ['factsTerritory', 'foundIn', 'ageGroup', 'forms', 'danger'],
    tells: ['ground'],
    answerWithin: 'MNIO-ACK',
    clock: {
      label: { fr: 'Accusé de réception du parquet', en: 'Acknowledgment by the prosecutor' },
      within: { n: 7, unit: 'days' },
      neverLonger: true
    },
    refusals: { other_territory }
  },
  police: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Police, gendarmerie · rencontre', en: 'Police, gendarmerie · meeting' },
    recipient: 'police',
    role: { id: 'police', fr: 'police ou gendarmerie', en: 'police or gendarmerie' },
    capacity: 'police',
    sight: {
      rank: 13,
      classes: ['B', 'C', 'D', 'F', 'G'],
      consent: { B: 'F', C: 'F' },
      minors: 'missing',
      emergency: ['A', 'B', 'C']
    },
    consent: 'F',
    preview: ['territory', 'ageGroup', 'sex', 'language', 'forms', 'danger', 'presumed'],
    tells: ['hearingOn', 'interpreter'],
    answerWithin: 'MNIO-POLICE-ANSWER',
    clock: {
      label: { fr: 'Réponse de la police ou de la gendarmerie', en: 'Answer of police or gendarmerie' },
      within: { n: 5, unit: 'workingDays' }
    },
    refusals: { other_territory, overloaded, not_concerned },
    onDecline: { reoffer: 'formal.unmet', escalate: 'formal.unmet' },
    onWithdraw: 'formal.unmet'
  },
  labour_inspection: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Inspection du travail · constat', en: 'Labour inspection · record' },
    recipient: 'labour_inspection',
    role: { id: 'labour_inspection', fr: 'inspection du travail', en: 'labour inspection' },
    capacity: 'labour',
    sight: {
      rank: 14,
      classes: ['B', 'C', 'D', 'F'],
      consent: { B: 'F', C: 'F' },
      emergency: ['B']
    },
    consent: 'F',
    preview: ['territory', 'ageGroup', 'language', 'forms', 'danger'],
    tells: ['findings'],
    answerWithin: 'MNIO-LABOUR-ANSWER',
    clock: {
      label: { fr: 'Réponse de l’inspection du travail', en: 'Answer of the labour inspection' },
      within: { n: 5, unit: 'workingDays' }
    },
    onEnd: 'inspection.ended',
    refusals: { other_territory, overloaded, not_concerned }
  },
  compensation_lawyer: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Avocat · indemnisation', en: 'Lawyer · compensation' },
    recipient: 'external',
    role: people.external,
    route: 'chosen',
    capacity: 'lawyer',
    sight: {
      fr: 'avocat de la personne',
      en: 'lawyer of the person',
      rank: 19,
      classes: ['B', 'C', 'E', 'F', 'J'],
      consent: { B: 'A', C: 'A' }
    },
    consent: 'A',
    byLink: true,
    escalatesTo: 'sender',
    preview: ['territory', 'ageGroup', 'language', 'procedureOpen'],
    namesSender: true,
    answerWithin: 'MNIO-LAWYER-ANSWER',
    clock: {
      label: { fr: 'Réponse de l’avocat', en: 'Answer of the lawyer' },
      within: { n: 15, unit: 'days' }
    },
    refusals: { overloaded, not_concerned, incomplete }
  }
} as const satisfies Record<string, Recipient>
