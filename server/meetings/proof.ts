import type { decidedInSession } from '../../policies/grants.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import {
  saidSoFar,
  verdictOf,
  type Outcome,
  type Question,
  type Tally
} from '../../workflows/meeting/tally.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { questionOf } from './question.ts'
import type { Item, Meeting } from './store.ts'

export type MeetingAct = (typeof decidedInSession)[number]

const actOf: Record<Outcome, MeetingAct> = {
  positive: 'meeting.positive',
  insufficient: 'meeting.insufficient'
}

export type Settled = { refused: Bilingual } | { refused: null; command: MeetingAct; tally: Tally }

/** The act of the case that a question leads to, with its numbers, or why it may not. Pure. */
export const settlementOf = (question: Question, adjourning: boolean): Settled => {
  if (adjourning) return { refused: null, command: 'meeting.adjourned', tally: saidSoFar(question) }
  const verdict = verdictOf(question)
  if (verdict.refused !== null) return verdict
  return { refused: null, command: actOf[verdict.outcome], tally: verdict.tally }
}

type Doing = { command: CommandType; input: Record<string, unknown>; actor: { orgId: string } }

// The item that carries this very act: of an open meeting of this cell, and already bound to the event about to be written.
const carrier = `select i.id, m.rules from meeting_item i join meeting m on m.id = i.meeting_id
  where m.id = $1 and m.state = 'open' and m.org_id = $2 and i.case_id = $3 and i.case_seq = $4 and i.outcome = $5`

/** What the item that carries this very act has decided, its votes counted again in the transaction that closes it; null where none carries it. */
export const decisionOf = async (
  tx: Tx,
  { id: caseId, version }: { id: string; version: number },
  { command, input, actor }: Doing
): Promise<Settled | null> => {
  const meetingId = String(input['meetingId'])
  const of = [meetingId, actor.orgId, caseId, version + 1, command]
  const [found] = await runQuery<Pick<Item, 'id'> & Pick<Meeting, 'rules'>>(tx, carrier, of)
  if (!found) return null
  const question = await questionOf(tx, { id: meetingId, rules: found.rules }, { id: found.id, caseId })
  return settlementOf(question, command === 'meeting.adjourned')
}
