import { asReferral } from '../../policies/abilities.ts'
import type { ReferralEntry } from './close.ts'

/** Silence, or a refusal that is neither sent again nor noted. */
export const isAwaited = ({ state, followUp }: Pick<ReferralEntry, 'state' | 'followUp'>) =>
  state === 'escalated' || followUp !== null

/** Who is waited for reads the referral for as long as it is. */
export const subjectOf = (row: ReferralEntry) =>
  asReferral({
    recipientOrgId: row.recipientOrgId,
    senders: [row.senderOrgId],
    awaited: isAwaited(row) ? row.awaitsOrgId : null
  })
