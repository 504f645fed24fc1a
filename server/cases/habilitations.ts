import { sql } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { lacking, needs } from '../../policies/habilitations.ts'
import type { CommandType } from '../../workflows/commands.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'
import type { Tx } from '../db/context.ts'

/** The regimes in force that an organisation holds today. */
export const regimesOf = async (tx: Tx, orgId: string): Promise<string[]> => {
  const { rows } = await tx.execute<{ regime: string }>(sql`
    select regime from habilitation where org_id = ${orgId} and since <= current_date and (until is null or until >= current_date)`)
  return rows.map(({ regime }) => regime)
}

/** Why the actor's organisation may not do this act for want of a regime, or null. */
export const missingHabilitation = async (
  tx: Tx,
  actor: Actor,
  command: CommandType
): Promise<Bilingual | null> =>
  needs[command] ? lacking(command, actor.role, await regimesOf(tx, actor.orgId)) : null
