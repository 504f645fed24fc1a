import { housingRefusals } from '../../vocabulary/words.ts'
import { people, usual, type Recipient } from './kind.ts'
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

// Asylum places for victims of violence or trafficking, by their asylum status (I-09). Sex is for OFII to weigh: no text names it.
const byAsylum = ['neverEuOrFrench', 'asylumLinked'] as const

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
    role: { id: 'acse_desk', fr: 'coordination Ac.Sé', en: 'Ac.Sé national desk' },
    route: 'national',
    capacity: 'acse',
    sight: {
      fr: 'coordination Ac.Sé',
      en: 'Ac.Sé desk',
      rank: 3,
      classes: ['A', 'B', 'D', 'E', 'F', 'K'],
      consent: { B: 'C' },
      emergency: ['B']
    },
    consent: 'C',
    preview: ['ageBand', 'sex', 'language', 'forms', 'danger', 'localDanger', 'presumed'],
    tells: [...asksOfPlace, 'askedBy'],
    answerWithin: 'MNIO-EVAL',
    clock: {
      gone: ['acse.declined_by_person'],
      indicative: true,
      label: { fr: 'Évaluation conjointe Ac.Sé', en: 'Joint Ac.Sé assessment' },
      startsOn: { fr: 'la demande à Ac.Sé', en: 'the request to Ac.Sé' },
      basis: 'MNIO.EVALUATION',
      within: { n: 2, unit: 'workingDays' }
    },
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
    role: people.shelter,
    route: 'placeOwner',
    capacity: 'shelter',
    sight: {
      rank: 4,
      classes: ['A', 'B', 'E', 'K'],
      consent: { B: 'C' },
      emergency: ['B', 'C']
    },
    consent: 'C',
    preview: ['ageBand', 'sex', 'language'],
    answerWithin: 'MNIO-PLACE-ANSWER',
    clock: {
      label: { fr: 'Réponse de la structure', en: 'Answer of the shelter' },
      within: { n: 2, unit: 'workingDays' }
    },
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
    role: people.ofii,
    route: 'national',
    capacity: 'ofii',
    sight: {
      rank: 7,
      classes: ['B', 'D', 'E', 'I', 'K'],
      consent: { B: 'D', I: 'D' }
    },
    // The cell does not learn that she seeks asylum, not even by a refusal.
    escalatesTo: 'sender',
    consent: 'D',
    eligible: byAsylum,
    preview: ['ageBand', 'sex', 'language', 'asylumLink', 'danger'],
    tells: asksOfPlace,
    answerWithin: 'MNIO-OFII-ANSWER',
    clock: {
      indicative: true,
      label: { fr: 'Réponse de l’OFII', en: 'Answer of OFII' },
      within: { n: 5, unit: 'workingDays' }
    },
    refusals: housingReasons(),
    onDecline: { ...dnaMoves, park: 'dna.no_place' },
    onWithdraw: 'dna.withdrawn'
  },
  dna_place: {
    ...usual,
    dataClass: 'I',
    label: { fr: 'Proposition de place d’asile', en: 'Offer of an asylum place' },
    recipient: 'dna_centre',
    role: people.shelter,
    route: 'placeOwner',
    capacity: 'dna_centre',
    sight: {
      fr: 'centre du dispositif d’asile',
      en: 'asylum reception centre',
      rank: 5,
      classes: ['A', 'B', 'E', 'I', 'K'],
      consent: { B: 'D' },
      emergency: ['B', 'C']
    },
    consent: 'D',
    eligible: byAsylum,
    escalatesTo: 'sender',
    preview: ['ageBand', 'sex', 'language'],
    answerWithin: 'MNIO-DNA-ANSWER',
    clock: {
      label: { fr: 'Réponse du centre', en: 'Answer of the centre' },
      within: { n: 2, unit: 'workingDays' }
    },
    refusals: housingReasons({ no_place: 'reoffer' }),
    onAccept: 'dna.matched',
    onDecline: dnaMoves
  }
} as const satisfies Record<string, Recipient>
