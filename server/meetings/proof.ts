import { and, eq } from 'drizzle-orm'
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
import type { Tx } from '../db/context.ts'
import { meetingItems, meetings } from '../db/schema/schema.ts'
import { questionOf } from './question.ts'
import type { Meeting } from './store.ts'

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

type Carried = { caseId: string; seq: number; orgId: string; command: CommandType; meetingId: string }

/** The item that carries this very act: of an open meeting of this cell, and already bound to the event about to be written. */
const carrierOf = async (tx: Tx, { caseId, seq, orgId, command, meetingId }: Carried) => {
  const [found] = await tx
    .select({ meeting: meetings, item: meetingItems })
    .from(meetingItems)
    .innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
    .where(
      and(
        eq(meetings.id, meetingId),
        eq(meetings.state, 'open'),
        eq(meetings.orgId, orgId),
        eq(meetingItems.caseId, caseId),
        eq(meetingItems.outcome, command),
        eq(meetingItems.caseSeq, seq)
      )
    )
  return found ?? null
}

/** What the item that carries this very act has decided, its votes counted again in the transaction that closes it; null where none carries it. */
export const decisionOf = async (
  tx: Tx,
  row: { id: string; version: number },
  {
    command,
    input,
    actor
  }: { command: CommandType; input: Record<string, unknown>; actor: { orgId: string } }
): Promise<Settled | null> => {
  const carrier = await carrierOf(tx, {
    caseId: row.id,
    seq: row.version + 1,
    orgId: actor.orgId,
    command,
    meetingId: String(input['meetingId'])
  })
  if (!carrier) return null
  const question = await questionOf(tx, carrier.meeting as Meeting, carrier.item)
  return settlementOf(question, command === 'meeting.adjourned')
}
