import type { Reader } from '../disclosure/reader.ts'
import { spokenFor } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { whereaboutsIn } from '../referrals/whereabouts.ts'

// What row security shows of the past is one's own: the parts of one's house, and in teams what one followed oneself.
const had = (role: Reader['actor']['role']) => `select
    from (select) one where exists (select from participation p where p.case_id = $1 and p.org_id = $2 and p.until is not null and ${spokenFor(role)})
      or exists (select from caseload c where c.case_id = $1 and c.org_id = $2)`

/** Whether this reader had a case that they read no more. Of who never read it this is not asked, nor answered otherwise. */
export const hasLost = async (tx: Tx, caseId: string, { actor }: Reader): Promise<boolean> =>
  (await runQuery(tx, had(actor.role), [caseId, actor.orgId])).length > 0 &&
  !(await whereaboutsIn(tx, [caseId], actor)).has(caseId)
