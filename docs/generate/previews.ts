import { previewRows } from '../../workflows/referral/preview.ts'
import type { ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'

/** What a recipient is shown before it answers, in the words in which it reads it. */
export const previewed = (kind: ReferralKind): string =>
  previewRows(kind)
    .map(({ label }) => label.fr)
    .join(' · ')
