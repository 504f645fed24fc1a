import type { Actor } from '../../policies/actor.ts'
import { knowsOrigin } from '../../policies/data-classes.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import type { Closeness, Tie } from '../../workflows/meeting/recusal.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Withdrawal } from '../../workflows/meeting/withdrawal.ts'
import { housesFollowing } from '../cases/participation.ts'
import { runQuery, settleAll, type Tx } from '../db/context.ts'

/** Who flagged a case ($1), which is the first of its acts, in which role, and for which house as it is today. */
export const flagOf = `select person_id as "personId", house_today(org_id) as "orgId", role from case_event
  where case_id = $1 and seq = 1 and command = 'case.flag'`
export type Flag = { personId: string; orgId: string; role: string }

/** Who works, beside the institution they sit for, for one that is close to the case ($1): one's own ties, until it is entered. */
export const tiesOf = 'select person_id as "personId", org_id as "orgId", tie, reads from ties_of($1)'

/** Whose first opinion on a case ($1) counts no more; told to who sits in its cell, and to nobody else. */
export const fallenVoices = 'select person_id as "personId", org_id as "orgId" from fallen_opinions($1)'

/** Whether who is kept from a case may be told by what, or in which cell: either says whence the person came. */
export const namesTies = (capacity: Capacity, facts: Pick<Facts, 'host' | 'territory' | 'met'>): boolean =>
  knowsOrigin(capacity, facts)

/** What keeps this person ($3) of this house ($2) from a case ($1): who withdrew in one role gives no opinion in another. */
export const ownWithdrawals = `select person_id as "personId", org_id as "orgId", whole from meeting_recusal
  where case_id = $1 and ended_at is null and (person_id = $3 or whole and org_id = $2)`

/** Who flagged a case, and what ties oneself to it, wherever one works: under one's own right, which shows no other. */
export const ownCloseness = async (
  tx: Tx,
  caseId: string,
  { orgId, personId }: Pick<Actor, 'orgId' | 'personId'>
): Promise<Closeness> => {
  const [flags, referents, ties, withdrawn] = await settleAll([
    runQuery<Flag>(tx, flagOf, [caseId]),
    housesFollowing(tx, caseId),
    runQuery<Tie>(tx, tiesOf, [caseId]),
    runQuery<Withdrawal>(tx, ownWithdrawals, [caseId, orgId, personId])
  ])
  return {
    flaggedBy: flags[0] ?? null,
    referents: referents.filter((one) => one === orgId),
    worksFor: ties.filter((one) => one.personId === personId),
    withdrawn
  }
}
