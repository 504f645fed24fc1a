import type { Actor } from '../../policies/actor.ts'
import { grants } from '../../policies/grants.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { answersByActing } from '../../workflows/referral/kinds/kinds.ts'
import { openReferralStates } from '../../workflows/referral/machine.ts'
import { referralKindIds, type ReferralKind } from '../../workflows/vocabulary/vocabulary.ts'
import { audit } from '../acts/audit.ts'
import { activeParticipations } from '../cases/store.ts'
import type { Tx } from '../db/context.ts'
import { answerTellsNothing } from '../disclosure/hearers.ts'
import { stepReferral } from './close.ts'
import { referralsWhere, type ReferralEntry } from './store.ts'

type Acted = {
  caseId: string
  command: CommandType
  input: Record<string, unknown>
  facts: Facts
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
 * Whether the act may answer the referral: everybody who would read the answer may know of the act, that is all who
 * see such a referral, all who work for its sender, and for whoever has to settle it.
 */
const mayAnswer = (
  { kind, senderOrgId, awaitsOrgId }: ReferralEntry,
  capacitiesOf: (orgId: string) => Capacity[],
  { command, input, facts, actor }: Acted
) => {
  const others = [senderOrgId, awaitsOrgId ?? senderOrgId].filter((orgId) => orgId !== actor.orgId)
  return answerTellsNothing(kind, { command, input }, { facts, readers: others.map(capacitiesOf) })
}

const unanswered = `case_id = $1 and recipient_org_id = $2 and kind = any($3::text[]) and state = any($4::text[])
  order by id for update`

/**
 * Whoever the law had told whole and who acts on the case has taken charge: its referral is accepted by that act, and
 * nobody is told that it stays silent; but never by an act of which somebody who would read the answer may not know. Asked
 * before the act sends anything of its own.
 */
export const answerByActing = async (tx: Tx, acted: Acted): Promise<void> => {
  const { caseId, command, kinds, actor, at } = acted
  if (kinds.length === 0) return
  const rows = await referralsWhere(tx, unanswered, [caseId, actor.orgId, kinds, openReferralStates])
  if (rows.length === 0) return
  const parts = await activeParticipations(tx, caseId)
  const capacitiesOf = (org: string) =>
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
