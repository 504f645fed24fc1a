import { usual, type KindRow } from './kind.ts'
import { refusals } from './refusals.ts'

const { other_territory, overloaded, incomplete, not_concerned } = refusals

/** Care, return, and the cell of another territory. */
export const supportKinds = {
  health: {
    ...usual,
    dataClass: 'H',
    label: { fr: 'Soin', en: 'Health care' },
    recipient: 'health',
    capacity: 'health',
    consent: 'G',
    byLink: true,
    escalatesTo: 'sender',
    preview: ['territory', 'ageGroup', 'ageBand', 'sex', 'language'],
    tells: ['destination'],
    answerWithin: 'MNIO-HEALTH-ANSWER',
    onEnd: 'care.ended',
    refusals: { overloaded, not_concerned, other_territory }
  },
  voluntary_return: {
    ...usual,
    // That she thinks of leaving is for those who may read her account.
    dataClass: 'C',
    label: { fr: 'OFII · retour volontaire', en: 'OFII · voluntary return' },
    recipient: 'ofii',
    route: 'national',
    capacity: 'ofii_return',
    consent: 'H',
    escalatesTo: 'sender',
    preview: ['ageGroup', 'ageBand', 'sex', 'language', 'returnAssessed'],
    tells: ['towards'],
    answerWithin: 'MNIO-RETURN-ANSWER',
    refusals: { incomplete, not_concerned }
  },
  return_iom: {
    ...usual,
    dataClass: 'C',
    label: { fr: 'OIM · retour volontaire', en: 'IOM · voluntary return' },
    recipient: 'external',
    route: 'chosen',
    capacity: 'iom',
    consent: 'H',
    byLink: true,
    escalatesTo: 'sender',
    preview: ['ageGroup', 'sex', 'language', 'returnAssessed'],
    answerWithin: 'MNIO-RETURN-ANSWER',
    refusals: { incomplete, not_concerned }
  },
  cell: {
    ...usual,
    dataClass: 'K',
    label: { fr: 'Cellule d’un autre territoire', en: 'Cell of another territory' },
    recipient: 'cell',
    route: 'transferTarget',
    capacity: 'cell',
    consent: 'B',
    escalatesTo: 'sender',
    preview: ['territory', 'ageGroup', 'danger', 'presumed'],
    tells: ['reason'],
    answerWithin: 'MNIO-TRANSFER',
    refusals: { not_concerned, incomplete },
    onAccept: 'territory.moved',
    onDecline: { escalate: 'territory.kept', reoffer: 'territory.kept' },
    onWithdraw: 'territory.kept'
  }
} as const satisfies Record<string, KindRow>
