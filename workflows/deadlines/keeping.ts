import { design, type DeadlineRow } from './row.ts'

/** How long a case is kept, and what somebody is held to account for: most of it outlives the closing. */
export const keepingClocks = {
  'MNIO-MERGE-UNDO': {
    ...design,
    stopsWhen: { gone: ['merge.undo'] },
    dataClass: null,
    label: { fr: 'Défaire la fusion de dossiers', en: 'Undo the merge' },
    startsOn: { fr: 'la fusion', en: 'the merge' },
    basis: 'MNIO.MERGE',
    alerts: [5],
    fires: 'merge.settle'
  },
  'MNIO-RETENTION': {
    ...design,
    endsWithCase: false,
    stopsWhen: { gone: ['case.reopen'] },
    dataClass: null,
    label: { fr: 'Archivage restreint', en: 'Restricted archive' },
    startsOn: { fr: 'la clôture', en: 'the closure' },
    basis: 'MNIO.RETENTION',
    fires: 'case.archive',
    patient: true
  },
  'MNIO-ERASURE': {
    ...design,
    endsWithCase: false,
    stopsWhen: { gone: ['case.reopen'] },
    dataClass: null,
    label: { fr: 'Effacement', en: 'Erasure' },
    startsOn: { fr: 'l’archivage', en: 'the archiving' },
    basis: 'MNIO.RETENTION',
    alerts: [30],
    fires: 'case.erase',
    patient: true
  },
  'MNIO-INSUFFICIENT': {
    ...design,
    endsWithCase: false,
    stopsWhen: { gone: ['review.request', 'judgment.recognised'] },
    dataClass: null,
    label: { fr: 'Éléments insuffisants : effacer l’identité', en: 'Insufficient elements: erase identity' },
    startsOn: { fr: 'le constat d’éléments insuffisants', en: 'the finding of insufficient elements' },
    basis: 'MNIO.RETENTION',
    alerts: [30],
    fires: 'identity.erase',
    patient: true
  },
  'MNIO-GLASS': {
    ...design,
    endsWithCase: false,
    stopsWhen: {
      otherwise: { fr: 'l’accès confirmé, refusé ou fermé', en: 'the access confirmed, refused or closed' }
    },
    dataClass: 'opening',
    label: { fr: 'Accès d’urgence à confirmer', en: 'Emergency access to be confirmed' },
    startsOn: { fr: 'l’ouverture', en: 'the opening' },
    basis: 'MNIO.GLASS',
    fires: 'glass.lapse'
  }
} as const satisfies Record<string, DeadlineRow>
