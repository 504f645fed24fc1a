import { audit } from '../../acts/audit.ts'
import type { Gate } from '../../acts/command-validation.ts'
import { acting, type Keyed } from '../../acts/once.ts'
import type { Tx } from '../../db/context.ts'
import { RuleRefused } from '../../errors.ts'
import { settleOne } from '../proposals.ts'
import { proposalOf } from '../store.ts'

/** As one alone; what stands against it says of which organisation. */
const confirmOne = async (tx: Tx, asked: Keyed, id: string, at: Date) => {
  try {
    return await settleOne(tx, asked.actor, { id, how: 'confirm', at })
  } catch (error) {
    if (!(error instanceof RuleRefused) || !error.reason) throw error
    const { orgName } = await proposalOf(tx, id)
    const { fr, en } = error.reason
    throw new RuleRefused(error.message, { fr: `${orgName} : ${fr}`, en: `${orgName}: ${en}` })
  }
}

/**
 * The second person for several proposals in one act. Each is asked as if it came alone, and has its own line in the journal;
 * where one does not hold, none is done.
 */
export const confirmSeveral = (gate: Gate, asked: Keyed, [first, ...others]: readonly string[]) => {
  const action = 'proposal.confirm'
  const request = { ids: [first, ...others] }
  return acting(gate, asked, { action, aggregate: 'proposal', id: first!, request }, async (tx, at) => {
    const written = await confirmOne(tx, asked, first!, at)
    for (const id of new Set(others.filter((one) => one !== first))) {
      const { orgId, detail } = await confirmOne(tx, asked, id, at)
      await audit(tx, asked.actor, at, {
        ...{ chain: `organisation:${orgId}`, action, object: `proposal:${id}`, detail }
      })
    }
    return written
  })
}
