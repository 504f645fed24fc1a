import { people, usual, type Recipient } from './kind.ts'
import { refusals } from './refusals.ts'

const { other_territory, overloaded, not_concerned } = refusals

/** Those who protect a minor. The law has them told at once and whole; nobody waits for a consent. */
export const minorKinds = {
  child_protection: {
    ...usual,
    dataClass: 'K',
    label: { fr: 'Protection de l’enfance', en: 'Child protection' },
    recipient: 'ase',
    role: { id: 'child_protection', fr: 'aide sociale à l’enfance', en: 'child protection' },
    route: 'childPlace',
    capacity: 'child_protection',
    sight: {
      fr: 'protection de l’enfance',
      en: 'child protection',
      rank: 15,
      classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'],
      minorsOnly: true
    },
    eligible: ['minorOrDoubt'],
    opensAtOnce: true,
    preview: ['territory', 'foundIn', 'ageGroup', 'ageBand', 'sex', 'language', 'danger'],
    tells: ['ground'],
    answerWithin: 'MNIO-ASE-ANSWER',
    clock: {
      // Of a single working day: the day before is that of the sending itself.
      alerts: [0],
      label: { fr: 'Prise en charge par la protection de l’enfance', en: 'Child protection takes charge' },
      within: { n: 1, unit: 'workingDays' },
      neverLonger: true
    },
    onAccept: 'concern.taken',
    refusals: { other_territory }
  },
  juvenile_judge: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Juge des enfants', en: 'Juvenile judge' },
    recipient: 'juvenile_court',
    role: { id: 'juvenile_judge', fr: 'juge des enfants', en: 'juvenile judge' },
    route: 'juvenile',
    capacity: 'juvenile_judge',
    sight: {
      rank: 12,
      classes: ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'I', 'J', 'K'],
      minorsOnly: true
    },
    eligible: ['minorOrDoubt'],
    opensAtOnce: true,
    preview: ['territory', 'foundIn', 'ageGroup', 'ageBand', 'danger'],
    answerWithin: 'MNIO-JUDGE-ANSWER',
    clock: {
      label: { fr: 'Accusé de réception du juge des enfants', en: 'Acknowledgment by the juvenile judge' },
      within: { n: 2, unit: 'workingDays' },
      neverLonger: true
    },
    refusals: { other_territory }
  },
  ad_hoc_guardian: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Administrateur ad hoc', en: 'Ad hoc guardian' },
    recipient: 'ad_hoc',
    role: { id: 'ad_hoc_guardian', fr: 'administrateur ad hoc', en: 'ad hoc guardian' },
    route: 'guardian',
    capacity: 'ad_hoc_guardian',
    sight: {
      rank: 16,
      classes: ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'],
      minorsOnly: true
    },
    eligible: ['minorOrDoubt'],
    byLink: true,
    preview: ['territory', 'ageGroup', 'ageBand', 'language'],
    // Among the missions may be asylum: what is kept back would tell it, so that none is told.
    tells: ['reason'],
    answerWithin: 'MNIO-GUARDIAN-ANSWER',
    clock: {
      label: { fr: 'Réponse de l’administrateur ad hoc', en: 'Answer of the ad hoc guardian' },
      within: { n: 48, unit: 'hours' },
      neverLonger: true
    },
    refusals: { overloaded, other_territory },
    onDecline: { escalate: 'guardian.refused', reoffer: 'guardian.refused' }
  },
  minor_place: {
    ...usual,
    dataClass: 'K',
    label: { fr: 'Place pour mineur', en: 'Place for a minor' },
    recipient: 'shelter',
    role: people.shelter,
    route: 'placeOwner',
    capacity: 'minor_shelter',
    sight: {
      fr: 'structure pour mineurs',
      en: 'shelter for minors',
      rank: 6,
      classes: ['A', 'B', 'C', 'H', 'K'],
      minorsOnly: true
    },
    eligible: ['minorOrDoubt'],
    escalatesTo: 'sender',
    preview: ['ageBand', 'sex', 'language'],
    answerWithin: 'MNIO-MINOR-PLACE-ANSWER',
    clock: {
      // Of a single working day: the day before is that of the sending itself.
      alerts: [0],
      label: { fr: 'Réponse de la structure pour mineurs', en: 'Answer of the shelter for minors' },
      within: { n: 1, unit: 'workingDays' },
      neverLonger: true
    },
    onAccept: 'minor.placement_matched',
    refusals: { overloaded, not_concerned }
  }
} as const satisfies Record<string, Recipient>
