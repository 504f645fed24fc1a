import type { Pool, PoolClient } from 'pg'

export type ReviewFault = { organisation: string; half: string; fault: 'altered' | 'unwritten' }

// What was confirmed is kept beside the audit, which alone is chained: of each review both must say the same.
const differing = `select org_id as organisation, half,
    case when not confirmed then 'unwritten' else 'altered' end as fault
  from (select r.org_id, r.half, encode(sha256(convert_to(r.body, 'UTF8')), 'hex') = r.digest as whole,
      exists (select from audit_event e where e.chain = 'organisation:' || r.org_id and e.action = 'access.review'
        and e.outcome = 'allowed' and e.detail = r.half || ' ' || r.digest) as confirmed
    from access_review r) one
  where not (whole and confirmed) order by org_id, half`

/** Reviews of access that are no longer what was confirmed, or that nobody is known to have confirmed. Needs the owner's right to read. */
export const verifyReviews = async (owner: Pool | PoolClient): Promise<ReviewFault[]> =>
  (await owner.query<ReviewFault>(differing)).rows
