import {
  asylumDates,
  backWages,
  constraint,
  contesting,
  heldDates,
  leavingDates,
  officials,
  seekingJustice,
  transferDates,
  youngAdultActs
} from './acts.ts'
import type { Desk } from './grant.ts'

/** Those who protect a minor. */
export const childhood = {
  child_protection: [
    {
      as: 'child_protection',
      may: [
        ...officials,
        'concern.report',
        'concern.again',
        'concern.received',
        'concern.assess',
        'minor.report_prosecutor',
        'minor.report_again',
        'minor.received',
        'minor.reception_ended',
        'person.inform',
        'child.heard',
        'facts.complete',
        'facts.detail',
        'identity.record',
        'danger.immediate',
        'minor.placement_alert',
        'health.refer',
        'place.distanced',
        'place.secure',
        'place.common',
        'placement.review',
        'minor.placement_offer',
        'minor.placement_cancelled',
        'minor.placement_ended',
        'runaway.report',
        'search.review',
        'runaway.found',
        'majority.prepare',
        'age.dispute',
        'measure.rejected',
        ...leavingDates,
        ...heldDates,
        ...contesting,
        ...youngAdultActs,
        'abroad.refer'
      ]
    },
    {
      as: 'flagger',
      may: [
        'facts.complete',
        'concern.report',
        'concern.again',
        'minor.report_prosecutor',
        'minor.report_again'
      ]
    }
  ],
  juvenile_judge: [
    {
      as: 'juvenile_judge',
      may: [
        'concern.report',
        'concern.again',
        'measure.order',
        'measure.merits',
        'merits.extend',
        'measure.rejected',
        'guardian.name',
        'child.heard',
        'age.decide',
        'return.judge'
      ]
    }
  ],
  // The child’s voice in the procedure: it complains and seeks asylum in her name (CPP 706-50, CESEDA L521-9).
  ad_hoc_guardian: [
    {
      as: 'ad_hoc_guardian',
      may: [
        'child.heard',
        'measure.rejected',
        'person.inform',
        'review.request',
        'complaint.file',
        ...seekingJustice,
        ...constraint,
        ...asylumDates,
        ...transferDates,
        ...leavingDates,
        ...heldDates,
        ...contesting,
        ...backWages
      ]
    }
  ]
} as const satisfies Desk
