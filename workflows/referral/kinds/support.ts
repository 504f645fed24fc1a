import { people, usual, type Recipient } from './kind.ts'
import { refusals } from './refusals.ts'

const { other_territory, overloaded, incomplete, not_concerned } = refusals

/** Both who help to return answer within the same clock. */
const returnAnswer = {
  answerWithin: 'MNIO-RETURN-ANSWER',
  clock: {
    label: { fr: 'Réponse sur le retour', en: 'Answer about the return' },
    within: { n: 10, unit: 'workingDays' }
  }
} as const

/** Care, return, and the cell of another territory. */
export const supportKinds = {
  health: {
    ...usual,
    dataClass: 'H',
    label: { fr: 'Structure de soins', en: 'Care provider' },
    recipient: 'health',
    role: { id: 'health', fr: 'structure de soins', en: 'care provider' },
    capacity: 'health',
    // It knows its own part, which the referral asks of it: neither her plan nor to whom else she goes for care.
    sight: {
      rank: 17,
      classes: ['B'],
      consent: { B: 'G' },
      minors: 'always',
      emergency: ['B']
    },
    consent: 'G',
    byLink: true,
    escalatesTo: 'sender',
    preview: ['territory', 'ageGroup', 'ageBand', 'sex', 'language'],
    tells: ['destination'],
    answerWithin: 'MNIO-HEALTH-ANSWER',
    clock: {
      label: { fr: 'Réponse de la structure de soins', en: 'Answer of the care provider' },
      within: { n: 15, unit: 'days' }
    },
    onEnd: 'care.ended',
    refusals: { overloaded, not_concerned, other_territory }
  },
  voluntary_return: {
    ...usual,
    // That she thinks of leaving is for those who may read her account.
    dataClass: 'C',
    label: { fr: 'OFII · retour volontaire', en: 'OFII · voluntary return' },
    recipient: 'ofii',
    role: people.ofii,
    route: 'national',
    capacity: 'ofii_return',
    // Asked for her return alone, OFII is told who she is and neither her stay, nor asylum, nor where she sleeps.
    sight: {
      fr: 'OFII, retour volontaire',
      en: 'OFII, voluntary return',
      rank: 8,
      classes: ['B'],
      consent: { B: 'H' }
    },
    consent: 'H',
    escalatesTo: 'sender',
    preview: ['ageGroup', 'ageBand', 'sex', 'language', 'returnAssessed'],
    tells: ['towards'],
    ...returnAnswer,
    refusals: { incomplete, not_concerned }
  },
  return_iom: {
    ...usual,
    dataClass: 'C',
    label: { fr: 'OIM · retour volontaire', en: 'IOM · voluntary return' },
    recipient: 'external',
    role: people.external,
    route: 'chosen',
    capacity: 'iom',
    sight: {
      fr: 'OIM, aide au retour',
      en: 'IOM, help to return',
      rank: 9,
      classes: ['B'],
      consent: { B: 'H' }
    },
    consent: 'H',
    byLink: true,
    escalatesTo: 'sender',
    preview: ['ageGroup', 'sex', 'language', 'returnAssessed'],
    ...returnAnswer,
    refusals: { incomplete, not_concerned }
  },
  cell: {
    ...usual,
    dataClass: 'K',
    label: { fr: 'Cellule d’un autre territoire', en: 'Cell of another territory' },
    recipient: 'cell',
    role: { id: 'cell_secretary', fr: 'secrétariat de la cellule', en: 'cell secretariat' },
    route: 'transferTarget',
    capacity: 'cell',
    sight: {
      fr: 'cellule du territoire',
      en: 'cell of the territory',
      rank: 2,
      classes: ['B', 'C', 'D', 'E', 'F', 'K'],
      consent: { B: 'B', C: 'B' },
      minors: 'always',
      emergency: ['B', 'C']
    },
    consent: 'B',
    escalatesTo: 'sender',
    preview: ['territory', 'ageGroup', 'danger', 'presumed'],
    tells: ['reason'],
    answerWithin: 'MNIO-TRANSFER',
    clock: {
      label: { fr: 'Reprise par l’autre cellule', en: 'Taken up by the other cell' },
      within: { n: 5, unit: 'workingDays' }
    },
    refusals: { not_concerned, incomplete },
    onAccept: 'territory.moved',
    onDecline: { escalate: 'territory.kept', reoffer: 'territory.kept' },
    onWithdraw: 'territory.kept'
  },
  focal_point: {
    ...usual,
    dataClass: 'C',
    label: { fr: 'Point focal d’un autre État', en: 'Focal point of another State' },
    recipient: 'external',
    role: people.external,
    route: 'chosen',
    capacity: 'focal_point',
    // Who she is, once she agrees that it be shared across borders; what else is shared is said in the act that refers her.
    sight: {
      fr: 'point focal d’un autre État',
      en: 'focal point of another State',
      rank: 23,
      classes: ['B'],
      consent: { B: 'H' }
    },
    consent: 'H',
    byLink: true,
    escalatesTo: 'sender',
    preview: ['ageGroup', 'sex', 'language'],
    tells: ['travels'],
    answerWithin: 'MNIO-ABROAD-ANSWER',
    clock: {
      label: { fr: 'Réponse du point focal', en: 'Answer of the focal point' },
      within: { n: 15, unit: 'workingDays' }
    },
    refusals: { incomplete, not_concerned, other_territory }
  }
} as const satisfies Record<string, Recipient>
