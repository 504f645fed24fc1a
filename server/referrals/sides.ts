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

/**
 * Whether this organisation settles a referral that it neither sent nor received: a refusal is left to it. Who sent it is then
 * told in the case, by the rule of who did an act, and nowhere else: it may be a desk of which the reader may not know.
 */
export const settlesForAnother = (
  { senderOrgId, recipientOrgId }: Pick<ReferralEntry, 'senderOrgId' | 'recipientOrgId'>,
  orgId: string
) => senderOrgId !== orgId && recipientOrgId !== orgId
