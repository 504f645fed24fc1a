import { sql } from 'drizzle-orm'
import type { Approval } from '../../policies/habilitations.ts'
import type { Tx } from '../db/context.ts'

/** The regimes in force that an organisation holds today. */
export const regimesOf = async (tx: Tx, orgId: string): Promise<string[]> => {
  const { rows } = await tx.execute<{ regime: string }>(sql`
    select regime from habilitation where org_id = ${orgId} and since <= current_date and (until is null or until >= current_date)`)
  return rows.map(({ regime }) => regime)
}

/** What is known of an association's approval for the exit programme. */
export const approvalOf = async (tx: Tx, orgId: string): Promise<Approval | null> => {
  const { rows } = await tx.execute<Approval>(sql`
    select since::text, until::text, asked_on::text as "askedOn", complete_on::text as "completeOn" from habilitation where org_id = ${orgId} and regime = 'psp'`)
  return rows[0] ?? null
}
