import type { Actor } from '../../policies/actor.ts'
import type { Closeness } from '../../workflows/meeting/recusal.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'
import { housesFollowing } from '../cases/participation.ts'

/** Who flagged a case ($1), which is the first of its acts, and in which role. */
export const flagOf = `select person_id as "personId", org_id as "orgId", role from case_event
  where case_id = $1 and seq = 1 and command = 'case.flag'`
export type Flag = { personId: string; orgId: string; role: string }

/** Who flagged a case, and whether one's own institution follows it: under one's own right, which shows no other. */
export const ownCloseness = async (
  tx: Tx,
  caseId: string,
  { orgId }: Pick<Actor, 'orgId'>
): Promise<Closeness> => {
  const [flags, referents] = await settleAll([
    runQuery<Flag>(tx, flagOf, [caseId]),
    housesFollowing(tx, caseId)
  ])
  return { flaggedBy: flags[0] ?? null, referents: referents.filter((one) => one === orgId) }
}
