import { accompanying } from './accompanying.ts'
import { backWages, constraint, contesting, heldDates, leavingDates, seekingJustice } from './acts.ts'
import { kindRow, kinds } from '../../workflows/referral/kinds/kinds.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import type { Desk } from './grant.ts'

const byLink = (Object.keys(kinds) as ReferralKind[])
  .map(kindRow)
  .filter((kind) => kind.byLink && kind.capacity !== 'lawyer')
  .map(({ capacity }) => capacity)

/** Who accompanies the person, and who answers by a link: lawyer, care, ad hoc guardian, IOM. */
export const associations = {
  asso: [
    { as: 'referent', may: [...accompanying, 'indicators.add', ...constraint, 'acse.visio'] },
    { as: 'flagger', may: ['facts.complete', 'indicators.add', 'review.request'] }
  ],
  health: [
    {
      as: 'flagger',
      may: [
        'facts.complete',
        'concern.report',
        'concern.again',
        'minor.report_prosecutor',
        'minor.report_again',
        'danger.immediate'
      ]
    },
    // It reads who is to be cared for, answers its referral, and says that care has begun or that she is in danger: nothing
    // else is its to write.
    { as: 'health', may: ['care.begin', 'danger.immediate'] }
  ],
  external: [
    {
      as: 'lawyer',
      may: [
        'review.request',
        'complaint.file',
        ...seekingJustice,
        ...constraint,
        ...backWages,
        ...leavingDates,
        ...heldDates,
        ...contesting
      ]
    },
    // Read and answer by the link: what they do is written by those who named them.
    ...byLink.map((as) => ({ as, may: [] }))
  ]
} as const satisfies Desk
