import { clockOf, design, type DeadlineRow } from './row.ts'

const kept = clockOf(
  design({ endsWithCase: false, dataClass: null, basis: 'MNIO.RETENTION', patient: true, alerts: [30] })
)

/** How long a case is kept, and what somebody is held to account for: most of it outlives the closing. */
export const keepingClocks = {
  'MNIO-MERGE-UNDO': design({
    stopsWhen: { gone: ['merge.undo'] },
    dataClass: null,
    label: { fr: 'Défaire la fusion de dossiers', en: 'Undo the merge' },
    startsOn: { fr: 'la fusion', en: 'the merge' },
    basis: 'MNIO.MERGE',
    alerts: [5],
    fires: 'merge.settle'
  }),
  'MNIO-RETENTION': kept({
    alerts: [],
    stopsWhen: { gone: ['case.reopen'] },
    label: { fr: 'Archivage restreint', en: 'Restricted archive' },
    startsOn: { fr: 'la clôture', en: 'the closure' },
    fires: 'case.archive'
  }),
  'MNIO-ERASURE': kept({
    stopsWhen: { gone: ['case.reopen'] },
    label: { fr: 'Effacement', en: 'Erasure' },
    startsOn: { fr: 'l’archivage', en: 'the archiving' },
    fires: 'case.erase'
  }),
  'MNIO-INSUFFICIENT': kept({
    stopsWhen: { gone: ['review.request', 'grounds.record', 'judgment.recognised'] },
    label: { fr: 'Éléments insuffisants : effacer l’identité', en: 'Insufficient elements: erase identity' },
    startsOn: { fr: 'le constat d’éléments insuffisants', en: 'the finding of insufficient elements' },
    fires: 'identity.erase'
  }),
  'MNIO-GLASS': design({
    endsWithCase: false,
    stopsWhen: {
      otherwise: { fr: 'l’accès confirmé, refusé ou fermé', en: 'the access confirmed, refused or closed' }
    },
    dataClass: 'opening',
    label: { fr: 'Accès d’urgence à confirmer', en: 'Emergency access to be confirmed' },
    startsOn: { fr: 'l’ouverture', en: 'the opening' },
    basis: 'MNIO.GLASS',
    fires: 'glass.lapse'
  })
} as const satisfies Record<string, DeadlineRow>
