import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { endParts } from '../cases/participation.ts'
import type { Actor } from '../../policies/actor.ts'
import { RuleRefused } from '../errors.ts'
import { votesOn } from './question.ts'
import { refusals } from './refusals.ts'
import { lockItem, type Meeting } from './store.ts'

const add = `insert into meeting_recusal (item_id, case_id, person_id, org_id, cell_org_id, at) values ($1, $2, $3, $4, $5, $6)
  on conflict do nothing returning item_id`

type Withdrawing = { itemId: string; actor: Actor; at: Date }

/**
 * Closes one case to the institution of a member who is too close to it, once and for all: a colleague is as close as whoever says so.
 * PostgreSQL asks who was convened to it.
 */
export const withdraw = async (tx: Tx, meeting: Meeting, { itemId, actor, at }: Withdrawing) => {
  const { id, caseId, state } = await lockItem(tx, meeting.id, itemId)
  if (state !== 'waiting') throw new RuleRefused('settled', refusals.settled)
  const voted = (await votesOn(tx, id)).some(({ personId }) => personId === actor.personId)
  if (voted) throw new RuleRefused('voted', refusals.voted)
  const said = [id, caseId, actor.personId, actor.orgId, meeting.orgId, at]
  if ((await runQuery(tx, add, said)).length === 0) throw new RuleRefused('withdrew', refusals.withdrew)
  await setCaseScope(tx, caseId)
  await endParts(tx, caseId, [{ orgId: actor.orgId, capacity: 'cell_member' }], at)
}
