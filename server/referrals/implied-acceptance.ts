import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import type { Known } from '../../policies/data-classes.ts'
import { grants } from '../../policies/grants.ts'
import { followedByAllWhoSee, mayHearOf, referralClass } from '../../policies/disclosure.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { answersByActing } from '../../workflows/referral/kinds.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { referralKindIds, type ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { audit } from '../audit/audit.ts'
import { activeParticipations } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import { referrals } from '../db/schema/schema.ts'
import { stepReferral, type ReferralEntry } from './close.ts'

type Acted = {
  caseId: string
  command: CommandType
  input: Record<string, unknown>
  facts: Known
  kinds: readonly ReferralKind[]
  actor: Actor
  at: Date
}

/** The kinds that this act of this role answers: those whose recipients do it in that very capacity. */
export const answeredKinds = ({ role }: Actor, command: CommandType): ReferralKind[] => {
  const capacities = grants[role].filter(({ may }) => may.includes(command)).map(({ as }) => as)
  return referralKindIds.filter((kind) => capacities.some((capacity) => answersByActing(kind, capacity)))
}

type Capacities = (orgId: string) => Capacity[]

/**
 * Whether the act may answer the referral: everybody who would read the answer may know of the act, that is all who
 * see such a referral, its sender, and whoever has to settle it.
 */
const mayAnswer = (
  { kind, senderOrgId, awaitsOrgId }: ReferralEntry,
  capacitiesOf: Capacities,
  { command, input, facts, actor }: Acted
) =>
  followedByAllWhoSee(referralClass(kind as ReferralKind), { command, input }, facts) &&
  [senderOrgId, awaitsOrgId ?? senderOrgId].every(
    (orgId) =>
      orgId === actor.orgId || capacitiesOf(orgId).some((one) => mayHearOf({ command, input }, one, facts))
  )

/**
 * Whoever the law had told whole and who acts on the case has taken charge: its referral is accepted by that act, and
 * nobody is told that it stays silent; but never by an act of which somebody who would read the answer may not know. Asked
 * before the act sends anything of its own.
 */
export const answerByActing = async (tx: Tx, acted: Acted): Promise<void> => {
  const { caseId, command, kinds, actor, at } = acted
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
  if (rows.length === 0) return
  const parts = await activeParticipations(tx, caseId)
  const capacitiesOf: Capacities = (org) =>
    parts.filter(({ orgId }) => orgId === org).map(({ capacity }) => capacity as Capacity)
  for (const row of rows.filter((one) => mayAnswer(one, capacitiesOf, acted))) {
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
