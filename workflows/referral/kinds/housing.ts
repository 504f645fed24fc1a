import { housingRefusals } from '../../regions/words.ts'
import { usual, type KindRow } from './kind.ts'
import type { Outcome } from './refusals.ts'

const outcomes: Record<keyof typeof housingRefusals, Outcome> = {
  no_place: 'park',
  out_of_criteria: 'escalate',
  too_close: 'reoffer',
  not_adapted: 'reoffer',
  group_balance: 'reoffer',
  incomplete: 'escalate',
  too_urgent: 'emergency'
}

/** A refusal keeps the search open; only a person who cannot wait is sheltered first. */
const acseMoves = {
  reoffer: 'acse.refused',
  escalate: 'acse.refused',
  emergency: 'acse.too_urgent'
} as const
const dnaMoves = {
  reoffer: 'dna.refused',
  escalate: 'dna.refused',
  emergency: 'dna.too_urgent'
} as const

// Asylum places for victims of violence or trafficking: women and their children, by their asylum status (I-09).
const asylumWomen = ['neverEuOrFrench', 'woman', 'asylumLinked'] as const

/** What the request asks of a place: a desk says yes knowing how far she must go. */
const asksOfPlace = ['distance', 'accessible'] as const

const housingReasons = (different: Partial<typeof outcomes> = {}) =>
  Object.fromEntries(
    Object.entries(housingRefusals).map(([code, label]) => [
      code,
      { label, leadsTo: { ...outcomes, ...different }[code as keyof typeof outcomes] }
    ])
  )

/** Shelters: the distant ones of Ac.Sé and those of the asylum scheme, each a desk that then offers a place. */
export const housingKinds = {
  acse: {
    ...usual,
    dataClass: 'K',
    label: { fr: 'Ac.Sé · accueil éloigné', en: 'Ac.Sé · shelter far away' },
    recipient: 'acse',
    route: 'national',
    capacity: 'acse',
    consent: 'C',
    preview: ['ageBand', 'sex', 'language', 'forms', 'danger', 'localDanger'],
    tells: asksOfPlace,
    answerWithin: 'MNIO-EVAL',
    refusals: housingReasons(),
    onDecline: { ...acseMoves, park: 'acse.no_place' },
    onWithdraw: 'acse.withdrawn'
  },
  acse_place: {
    ...usual,
    dataClass: 'K',
    escalatesTo: 'sender',
    label: { fr: 'Proposition de place', en: 'Offer of a place' },
    recipient: 'shelter',
    route: 'placeOwner',
    capacity: 'shelter',
    consent: 'C',
    preview: ['ageBand', 'sex', 'language'],
    answerWithin: 'MNIO-PLACE-ANSWER',
    // One structure without a place is not the scheme without one: the desk offers elsewhere.
    refusals: housingReasons({ no_place: 'reoffer' }),
    onAccept: 'acse.matched',
    onDecline: acseMoves,
    onWithdraw: null
  },
  dna: {
    ...usual,
    // A place of the asylum scheme tells that she seeks asylum.
    dataClass: 'I',
    label: { fr: 'OFII · place du dispositif d’asile', en: 'OFII · place in the asylum scheme' },
    recipient: 'ofii',
    route: 'national',
    capacity: 'ofii',
    // The cell does not learn that she seeks asylum, not even by a refusal.
    escalatesTo: 'sender',
    consent: 'D',
    eligible: asylumWomen,
    preview: ['ageBand', 'sex', 'language', 'asylumLink', 'danger'],
    tells: asksOfPlace,
    answerWithin: 'MNIO-OFII-ANSWER',
    refusals: housingReasons(),
    onDecline: { ...dnaMoves, park: 'dna.no_place' },
    onWithdraw: 'dna.withdrawn'
  },
  dna_place: {
    ...usual,
    dataClass: 'I',
    label: { fr: 'Proposition de place d’asile', en: 'Offer of an asylum place' },
    recipient: 'dna_centre',
    route: 'placeOwner',
    capacity: 'dna_centre',
    consent: 'D',
    eligible: asylumWomen,
    escalatesTo: 'sender',
    preview: ['ageBand', 'sex', 'language'],
    answerWithin: 'MNIO-DNA-ANSWER',
    refusals: housingReasons({ no_place: 'reoffer' }),
    onAccept: 'dna.matched',
    onDecline: dnaMoves
  }
} as const satisfies Record<string, KindRow>
