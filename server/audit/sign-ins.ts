import type { Pool } from 'pg'
import type { AuthAct } from '../auth/routes.ts'
import { inContext } from '../db/context.ts'
import { audit } from '../acts/audit.ts'

/** Who came in, who was refused and why, who left: on the chain that belongs to no case. */
export const recordSignIns =
  (pool: Pool) =>
  (act: AuthAct): Promise<void> =>
    inContext(pool, { orgId: null, personId: null, role: 'system' }, async (tx, at) => {
      const personId = 'personId' in act ? act.personId : ''
      const detail = act.kind === 'sign_in_refused' ? act.code : act.kind === 'sign_in' ? act.acr : ''
      const outcome = act.kind === 'sign_in_refused' ? 'denied' : 'allowed'
      await audit(tx, { personId, orgId: '', role: 'system' }, at, {
        chain: 'system',
        action: act.kind,
        object: 'session',
        outcome,
        detail
      })
    })
