import { and, eq } from 'drizzle-orm'
import type { Actor } from '../../policies/actor.ts'
import type { Presence } from '../../workflows/meeting/states.ts'
import { onlySpeaks, recusedBecause } from '../../workflows/meeting/recusal.ts'
import { notingRefused, type Voice } from '../../workflows/meeting/tally.ts'
import type { CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { brokenConstraint } from '../db/constraints.ts'
import { meetingMembers, meetingVotes } from '../db/schema/schema.ts'
import { namesTies } from '../disclosure/conflict-of-interest.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { closenessOf, questionOf } from './question.ts'
import { refusals } from './refusals.ts'
import { isPresent, isSelf, lockItem, membersOf, type Item, type Meeting, type Member } from './store.ts'

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
  const member = (await membersOf(tx, meeting.id)).find((one) => one.personId === personId)
  if (!member) throw new NotFound('not convened to this meeting')
  if (!member.sits) throw new RuleRefused('their seat has ended', refusals.seatEnded)
  await tx
    .update(meetingMembers)
    .set({ presence })
    .where(and(eq(meetingMembers.meetingId, meeting.id), eq(meetingMembers.personId, personId)))
}

type Own = { recordedBy: 'member'; actor: Pick<Actor, 'personId' | 'orgId'> }
type Noted = { recordedBy: 'secretary'; personId: string }
type Given = { itemId: string; voice: Voice; at: Date } & (Own | Noted)

const isOf = (given: Given) => (member: Member) =>
  given.recordedBy === 'member' ? isSelf(member, given.actor) : member.personId === given.personId

/** A voice that would leave too few to the members' own hands is not noted: nobody could take it back. */
const mayBeNoted = async (tx: Tx, meeting: Meeting, item: Item) => {
  const refused = notingRefused(await questionOf(tx, meeting, item))
  if (refused) throw new RuleRefused('too few would be their own', refused)
}

const factsOf = 'select facts from "case" where id = $1'

/** The refusal says no more than the page of the meeting does. */
const mustBeApart = async (
  tx: Tx,
  { caseId }: Item,
  { member, told }: { member: Member; told: 'you' | 'other' }
) => {
  const close = await closenessOf(tx, caseId)
  if (!recusedBecause(member, close)) return
  const [row] = await runQuery<Pick<CaseRow, 'facts'>>(tx, factsOf, [caseId])
  const origin = row !== undefined && namesTies('cell_member', row.facts)
  throw new RuleRefused('too close to the case', recusedBecause(member, { ...close, origin }, told)!)
}

/** One voice, once. The item is locked, so that no voice comes between the count and the decision. */
export const giveVoice = async (tx: Tx, meeting: Meeting, given: Given) => {
  const item = await lockItem(tx, meeting.id, given.itemId)
  if (item.state !== 'waiting') throw new RuleRefused('settled', refusals.settled)
  const member = (await membersOf(tx, meeting.id)).find(isOf(given))
  if (!member) throw new NotFound('not convened to this meeting')
  if (!member.sits) throw new RuleRefused('their seat has ended', refusals.seatEnded)
  if (!isPresent(member)) throw new RuleRefused('not present', refusals.absent)
  const silent = onlySpeaks(member, meeting.rules)
  if (silent) throw new RuleRefused('an advisory seat', silent)
  await mustBeApart(tx, item, { member, told: given.recordedBy === 'member' ? 'you' : 'other' })
  if (given.recordedBy === 'secretary') await mayBeNoted(tx, meeting, item)
  try {
    const { itemId, voice, recordedBy, at } = given
    const vote = { itemId, voice, recordedBy, at, personId: member.personId }
    await tx.insert(meetingVotes).values({ ...vote, cellOrgId: meeting.orgId })
  } catch (cause) {
    if (brokenConstraint(cause) === 'meeting_vote_once') throw new RuleRefused('voted', refusals.voted)
    throw cause
  }
}
