import { abilityFor, asReferral } from '../../policies/abilities.ts'
import type { Actor } from '../../policies/actor.ts'
import { selectAll } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { referrals } from '../db/schema/schema.ts'
import { NotFound } from '../errors.ts'

export type ReferralEntry = typeof referrals.$inferSelect

const all = selectAll(referrals)

/** The referrals that hold to a condition, written in SQL of their columns. */
export const referralsWhere = (tx: Tx, condition: string, values: unknown[]) =>
  runQuery<ReferralEntry>(tx, `${all} where ${condition}`, values)

export const referralOf = async (tx: Tx, id: string): Promise<ReferralEntry | undefined> =>
  (await referralsWhere(tx, 'id = $1', [id]))[0]

export const lockReferral = async (tx: Tx, id: string): Promise<ReferralEntry | undefined> =>
  (await referralsWhere(tx, 'id = $1 for update', [id]))[0]

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

/** @throws NotFound for whoever is neither of its two sides. */
export const readBy = (actor: Actor, row: ReferralEntry | undefined): ReferralEntry => {
  if (!row || !abilityFor(actor).can('read', subjectOf(row))) throw new NotFound('no such referral')
  return row
}

export const referralFor = async (tx: Tx, id: string, actor: Actor): Promise<ReferralEntry> =>
  readBy(actor, await referralOf(tx, id))
