import { eq } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import { decideWithin } from '../commands/decide.ts'
import type { Gate } from '../acts/command-validation.ts'
import { lockCase } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { meetingItems } from '../db/schema/schema.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { stillWaits, waitingStates } from './agenda.ts'
import { settlementOf } from './proof.ts'
import { questionOf } from './question.ts'
import { refusals } from './refusals.ts'
import { lockItem, type Meeting } from './store.ts'

type Settling = { itemId: string; reason?: string; adjourning: boolean; actor: Actor; at: Date }

/**
 * Closes one item: the votes are counted, and the decision is an act of the case through its own gate, in this very
 * transaction. The item is bound first to the event that it is about to do; the gate asks for that.
 * @throws RuleRefused without quorum, while voices are awaited, or where no decision comes out; InvalidInput where the
 * elements are found insufficient and nobody says why.
 */
export const settleItem = async (gate: Gate, tx: Tx, meeting: Meeting, settling: Settling) => {
  const { itemId, reason, adjourning, actor, at } = settling
  const item = await lockItem(tx, meeting.id, itemId)
  if (item.state !== 'waiting') throw new RuleRefused('settled', refusals.settled)
  const row = await lockCase(tx, item.caseId)
  if (!row) throw new NotFound('the case has left this cell')
  const question = await questionOf(tx, meeting, item)
  const settled = settlementOf(question, adjourning)
  if (settled.refused !== null) throw new RuleRefused('the meeting does not decide', settled.refused)
  const { command, tally } = settled
  await tx
    .update(meetingItems)
    .set({
      state: adjourning ? 'adjourned' : 'decided',
      outcome: command,
      tally,
      caseSeq: row.version + 1,
      settledAt: at,
      without: !adjourning && question.without?.length ? [...question.without] : null
    })
    .where(eq(meetingItems.id, item.id))
  const input = {
    meetingId: meeting.id,
    ...tally,
    ...(command === 'meeting.insufficient' && reason && { reason })
  }
  await decideWithin(gate, tx, { actor, caseId: row.id, command, input, key: null, version: null }, at)
}

const rest = `update meeting_item i set settled_at = $2, state = case
    when exists (select from "case" c where c.id = i.case_id and not ${stillWaits('$3')}) then 'elsewhere' else 'postponed' end
  where i.meeting_id = $1 and i.state = 'waiting'`

/** What nobody looked at and goes on waiting is proposed to the next meeting; two opinions, or an authority, may have settled it. */
export const leaveRest = (tx: Tx, meetingId: string, at: Date) =>
  runQuery(tx, rest, [meetingId, at, waitingStates])
