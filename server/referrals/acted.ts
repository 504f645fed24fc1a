import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { grants } from '../../policies/grants.ts'
import type { CommandType } from '../../workflows/commands.ts'
import { answersByActing } from '../../workflows/referral.kinds.ts'
import { openReferralStates } from '../../workflows/referral.machine.ts'
import { referralKindIds, type ReferralKind } from '../../workflows/vocabulary.ts'
import { audit } from '../audit/audit.ts'
import type { Tx } from '../db/context.ts'
import { referrals } from '../db/schema.ts'
import { stepReferral } from './close.ts'

type Acted = {
  caseId: string
  command: CommandType
  kinds: readonly ReferralKind[]
  actor: Actor
  at: Date
}

/** The kinds that this act of this role answers: those whose recipients do it in that very capacity. */
export const answeredKinds = ({ role }: Actor, command: CommandType): ReferralKind[] => {
  const capacities = grants[role].filter(({ may }) => may.includes(command)).map(({ as }) => as)
  return referralKindIds.filter((kind) => capacities.some((capacity) => answersByActing(kind, capacity)))
}

/**
 * Whoever the law had told whole and who acts on the case has taken charge: its referral is accepted by that act, and
 * nobody is told that it stays silent. Asked before the act sends anything of its own.
 */
export const answerByActing = async (tx: Tx, { caseId, command, kinds, actor, at }: Acted): Promise<void> => {
  if (kinds.length === 0) return
  const rows = await tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.caseId, caseId),
        eq(referrals.recipientOrgId, actor.orgId),
        inArray(referrals.kind, [...kinds]),
        inArray(referrals.state, [...openReferralStates])
      )
    )
    .orderBy(sql`id`)
    .for('update')
  for (const row of rows) {
    await stepReferral(tx, row, { command: 'accept', actor, at })
    await audit(tx, actor, at, {
      chain: `case:${caseId}`,
      action: 'referral.accept',
      object: `referral:${row.id}`,
      outcome: 'allowed',
      detail: command
    })
  }
}
