import { usual, type KindRow } from './kind.ts'
import { refusals } from './refusals.ts'

const { other_territory, overloaded, not_concerned } = refusals

/** Those who protect a minor. The law has them told at once and whole; nobody waits for a consent. */
export const minorKinds = {
  child_protection: {
    ...usual,
    dataClass: 'K',
    label: { fr: 'Protection de l’enfance', en: 'Child protection' },
    recipient: 'ase',
    route: 'childPlace',
    capacity: 'child_protection',
    eligible: ['minorOrDoubt'],
    opensAtOnce: true,
    preview: ['territory', 'foundIn', 'ageGroup', 'ageBand', 'sex', 'language', 'danger'],
    tells: ['ground'],
    answerWithin: 'MNIO-ASE-ANSWER',
    onAccept: 'concern.taken',
    refusals: { other_territory }
  },
  juvenile_judge: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Juge des enfants', en: 'Juvenile judge' },
    recipient: 'juvenile_court',
    route: 'juvenile',
    capacity: 'juvenile_judge',
    eligible: ['minorOrDoubt'],
    opensAtOnce: true,
    preview: ['territory', 'foundIn', 'ageGroup', 'ageBand', 'danger'],
    answerWithin: 'MNIO-JUDGE-ANSWER',
    refusals: { other_territory }
  },
  ad_hoc_guardian: {
    ...usual,
    dataClass: 'F',
    label: { fr: 'Administrateur·rice ad hoc', en: 'Ad hoc guardian' },
    recipient: 'ad_hoc',
    route: 'guardian',
    capacity: 'ad_hoc_guardian',
    eligible: ['minorOrDoubt'],
    byLink: true,
    preview: ['territory', 'ageGroup', 'ageBand', 'language'],
    // Among the missions may be asylum: what is kept back would tell it, so that none is told.
    tells: ['reason'],
    answerWithin: 'MNIO-GUARDIAN-ANSWER',
    refusals: { overloaded, other_territory },
    onDecline: { escalate: 'guardian.refused', reoffer: 'guardian.refused' }
  },
  minor_place: {
    ...usual,
    dataClass: 'K',
    label: { fr: 'Place pour mineur·e', en: 'Place for a minor' },
    recipient: 'shelter',
    route: 'placeOwner',
    capacity: 'minor_shelter',
    eligible: ['minorOrDoubt'],
    escalatesTo: 'sender',
    preview: ['ageBand', 'sex', 'language'],
    answerWithin: 'MNIO-MINOR-PLACE-ANSWER',
    onAccept: 'minor.placement_matched',
    refusals: { overloaded, not_concerned }
  }
} as const satisfies Record<string, KindRow>
