import { and, eq } from 'drizzle-orm'
import type { Presence } from '../../workflows/meeting/machine.ts'
import { onlySpeaks, recusedBecause } from '../../workflows/meeting/recusal.ts'
import { notingRefused, type Voice } from '../../workflows/meeting/tally.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { meetingMembers, meetingVotes } from '../db/schema/schema.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { closenessOf, questionOf } from './question.ts'
import { refusals } from './refusals.ts'
import { isPresent, lockItem, membersOf, type Item, type Meeting } from './store.ts'

const hasVoted = `select from meeting_vote v join meeting_item i on i.id = v.item_id
  where i.meeting_id = $1 and v.person_id = $2 limit 1`

/** Who has voted was there: nobody is marked as gone before the count, or after it, against the minutes. */
export const recordPresence = async (
  tx: Tx,
  meeting: Meeting,
  { personId, presence }: { personId: string; presence: Presence }
) => {
  if (presence === 'absent' && (await runQuery(tx, hasVoted, [meeting.id, personId])).length > 0)
    throw new RuleRefused('has voted', refusals.hasVoted)
  const done = await tx
    .update(meetingMembers)
    .set({ presence })
    .where(and(eq(meetingMembers.meetingId, meeting.id), eq(meetingMembers.personId, personId)))
    .returning({ personId: meetingMembers.personId })
  if (done.length === 0) throw new NotFound('not convened to this meeting')
}

type Given = { itemId: string; personId: string; voice: Voice; recordedBy: 'member' | 'secretary'; at: Date }

/** A voice that would leave too few to the members' own hands is not noted: nobody could take it back. */
const mayBeNoted = async (tx: Tx, meeting: Meeting, item: Item) => {
  const refused = notingRefused(await questionOf(tx, meeting, item))
  if (refused) throw new RuleRefused('too few would be their own', refused)
}

/** One voice, once. The item is locked, so that no voice comes between the count and the decision. */
export const giveVoice = async (tx: Tx, meeting: Meeting, given: Given) => {
  const item = await lockItem(tx, meeting.id, given.itemId)
  if (item.state !== 'waiting') throw new RuleRefused('settled', refusals.settled)
  const member = (await membersOf(tx, meeting.id)).find(({ personId }) => personId === given.personId)
  if (!member) throw new NotFound('not convened to this meeting')
  if (!isPresent(member)) throw new RuleRefused('not present', refusals.absent)
  const silent = onlySpeaks(member, meeting.rules)
  if (silent) throw new RuleRefused('an advisory seat', silent)
  const recused = recusedBecause(
    member,
    await closenessOf(tx, item.caseId),
    given.recordedBy === 'member' ? 'you' : 'other'
  )
  if (recused) throw new RuleRefused('too close to the case', recused)
  if (given.recordedBy === 'secretary') await mayBeNoted(tx, meeting, item)
  try {
    await tx.insert(meetingVotes).values({ ...given, cellOrgId: meeting.orgId })
  } catch (cause) {
    if (brokenConstraint(cause) === 'meeting_vote_once') throw new RuleRefused('voted', refusals.voted)
    throw cause
  }
}
