import { abilityFor, refers } from '../../policies/abilities.ts'
import { isReferenced, readReference } from '../cases/code.ts'
import type { Tx } from '../db/context.ts'
import { discloseReferral } from '../disclosure/referral.ts'
import type { Reader } from '../disclosure/reader.ts'
import { referralLine } from '../referrals/line.ts'
import { contextsOf } from '../referrals/list.ts'
import { referralsWhere, subjectOf } from '../referrals/store.ts'
import { mostFound, type Found } from '../views/worklist.ts'

// Each side by its index: PostgreSQL would look at every referral there is for what one condition says in two.
const sides = ['recipient_org_id', 'sender_org_id', 'awaits_org_id']
const own = sides.map((side) => `select r.id from referral r where r.${side} = $1`).join(' union ')
const referenced = `id in (${own}) and ${isReferenced('id', 2)} order by sent_at desc, id limit ${mostFound}`

/** The referrals of this reference that the reader received, sent or is waited for in, however long ago. */
export const referralsReferenced = async (
  tx: Tx,
  typed: string,
  reader: Reader
): Promise<Found['referrals']> => {
  const signs = readReference(typed)
  if (signs === null || !refers(reader.actor.role)) return []
  const policy = abilityFor(reader.actor)
  const found = await referralsWhere(tx, referenced, [reader.actor.orgId, ...signs])
  const rows = found.filter((row) => policy.can('read', subjectOf(row)))
  const contextOf = await contextsOf(tx, rows, { reader })
  return rows.map((row) => {
    const context = contextOf(row)
    const { id, reference, kindLabel } = referralLine(
      discloseReferral(row, context.where, reader.actor),
      context
    )
    return { id, reference, kindLabel }
  })
}
