import { asylumDates, besideLeaving, heldDates, officials, programmeActs, transferDates } from './acts.ts'
import type { Desk } from './grant.ts'

/** The prefecture, the commission of the exit programme, and OFII. */
export const residence = {
  prefecture: [
    {
      as: 'prefecture',
      may: [
        'concern.report',
        'concern.again',
        'union.stay_checked',
        'receipt.handed',
        'reflection.interrupt',
        'resident.issue',
        'permit.receipt',
        'permit.issue',
        'permit.renew',
        'permit.documents_asked',
        'permit.documents_received',
        'permit.refuse',
        'permit.withdraw',
        'permit.lapsed',
        'unworthy_housing.issue',
        'discretion.issue',
        'coming_of_age.issue',
        'resident.refuse',
        'other.refuse',
        'other.judged',
        ...programmeActs,
        'psp.permit',
        'ta.granted',
        'ta.restored',
        'ta.rejected',
        'removal.notified',
        'removal.judged',
        'removal.ended',
        ...besideLeaving,
        ...heldDates
      ]
    },
    // It flags whom it meets at its counters and asks nothing of her stay by it: the form that completes a flag asks of asylum.
    {
      as: 'flagger',
      may: ['concern.report', 'concern.again', 'minor.report_prosecutor', 'minor.report_again', ...officials]
    }
  ],
  psp: [{ as: 'exit_programme', may: [...programmeActs, 'afis.open', 'allowance.end'] }],
  ofii: [
    {
      as: 'ofii',
      may: [
        ...officials,
        'danger.immediate',
        'acse.request',
        'dna.request',
        'dna.offer',
        'dna.no_place',
        'dna.declined_by_person',
        'dna.review',
        'dna.rehouse',
        ...asylumDates,
        ...transferDates,
        ...heldDates,
        'allowance.open',
        'allowance.end'
      ]
    },
    { as: 'ofii_return', may: ['return.depart'] },
    {
      as: 'flagger',
      may: [
        'facts.complete',
        'concern.report',
        'concern.again',
        'minor.report_prosecutor',
        'minor.report_again',
        ...officials
      ]
    }
  ]
} as const satisfies Desk
