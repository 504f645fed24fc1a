import { sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { approvalLacking, namesApproved, needs, type Approval } from '../../policies/habilitations.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import type { Tx } from '../db/context.ts'

/** The regimes in force that an organisation holds today. */
export const regimesOf = async (tx: Tx, orgId: string): Promise<string[]> => {
  const { rows } = await tx.execute<{ regime: string }>(sql`
    select regime from habilitation where org_id = ${orgId} and since <= current_date and (until is null or until >= current_date)`)
  return rows.map(({ regime }) => regime)
}

/** The same, asked for only where the act needs one. */
export const regimesNeeded = async (tx: Tx, { orgId }: Actor, command: CommandType): Promise<string[]> =>
  needs[command] ? regimesOf(tx, orgId) : []

/** Why the association that an act of the exit programme names may not be, or null. */
export const approvalRefused = async (
  tx: Tx,
  command: CommandType,
  { input, today }: { input: Record<string, unknown>; today: string }
): Promise<Bilingual | null> => {
  const named = input['orgId']
  if (!namesApproved.includes(command) || typeof named !== 'string') return null
  const { rows } = await tx.execute<Approval>(sql`
    select since::text, until::text, asked_on::text as "askedOn", complete_on::text as "completeOn" from habilitation where org_id = ${named} and regime = 'psp'`)
  return approvalLacking(rows[0] ?? null, today)
}
