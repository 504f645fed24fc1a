import type { Pool } from 'pg'
import type { AuthAct, RecordAct } from '../auth/routes.ts'

const append = `select append_audit('system', wall_clock(), $1, null, 'system', $2, 'session', $3, $4)`

const detailOf = (act: AuthAct): string => {
  if (act.kind === 'sign_in_refused') return act.code
  // The chain of the door belongs to no organisation: of two houses in which somebody has one role, the line says which.
  if (act.kind === 'session.act_as') return act.as ? `${act.as.role},${act.as.orgId}` : ''
  return act.kind === 'sign_in' ? act.acr : ''
}

/** Who came in, who was refused and why, who left: on the chain that belongs to no case. */
export const recordSignIns =
  (pool: Pool): RecordAct =>
  async (act, tx) => {
    const personId = 'personId' in act ? act.personId : null
    const refused = act.kind === 'sign_in_refused' || (act.kind === 'session.act_as' && act.as === null)
    const outcome = refused ? 'denied' : 'allowed'
    await (tx ?? pool).query(append, [personId, act.kind, outcome, detailOf(act)])
  }
