import {
  isWithdrawn,
  kindsGone,
  recusedBecause,
  type Closeness,
  type Tie
} from '../../workflows/meeting/recusal.ts'
import type { Withdrawal } from '../../workflows/meeting/withdrawal.ts'
import { rulesOn } from '../../workflows/meeting/quorum.ts'
import type { Question, Voice } from '../../workflows/meeting/tally.ts'
import { housesFollowing } from '../cases/participation.ts'
import { runQuery, setCaseScope, settleAll, type Tx } from '../db/context.ts'
import { flagOf, tiesOf, type Flag } from '../disclosure/conflict-of-interest.ts'
import { isPresent, membersOf, type Item, type Meeting, type Member } from './store.ts'

/** Who is close to a case: it is entered, because who accompanies a person is not for every member to read. */
export const closenessOf = async (tx: Tx, caseId: string): Promise<Closeness> => {
  const [, flags, referents, withdrawn, worksFor] = await settleAll([
    setCaseScope(tx, caseId),
    runQuery<Flag>(tx, flagOf, [caseId]),
    housesFollowing(tx, caseId),
    runQuery<Withdrawal>(
      tx,
      `select person_id as "personId", org_id as "orgId", whole from meeting_recusal where case_id = $1 and ended_at is null`,
      [caseId]
    ),
    runQuery<Tie>(tx, tiesOf, [caseId])
  ])
  return { flaggedBy: flags[0] ?? null, referents, withdrawn, worksFor }
}

const votes = `select person_id as "personId", voice, recorded_by as "recordedBy" from meeting_vote where item_id = $1`

export type Given = { personId: string; voice: Voice; recordedBy: 'member' | 'secretary' }

export const votesOn = (tx: Tx, itemId: string): Promise<Given[]> => runQuery<Given>(tx, votes, [itemId])

/** The question that an item puts to those present, with what they have said of it. Pure. */
export const asQuestion = (
  meeting: Pick<Meeting, 'rules'>,
  {
    item,
    members,
    close,
    given
  }: { item: Pick<Item, 'id'>; members: readonly Member[]; close: Closeness; given: readonly Given[] }
): Question => {
  const rules = rulesOn(meeting.rules, item.id)
  const said = given.flatMap(({ personId, voice, recordedBy }) => {
    const seat = members.find((one) => one.personId === personId)
    return seat ? [{ ...seat, voice, own: recordedBy === 'member' }] : []
  })
  const spoke = new Set(given.map(({ personId }) => personId))
  // As it does though the seat ended since.
  const present = members.filter((member) => isPresent(member) || spoke.has(member.personId))
  // A voice that was given stands, though its house became one with another that had withdrawn.
  const stands = (member: Member) => spoke.has(member.personId) && isWithdrawn(member, close)
  const recused = members.filter((member) => recusedBecause(member, close) !== null && !stands(member))
  return {
    present,
    recused: new Set(recused.map(({ personId }) => personId)),
    votes: said,
    rules,
    without: kindsGone(
      members.filter(({ sits }) => sits),
      close,
      rules.quorum
    )
  }
}

export const questionOf = async (
  tx: Tx,
  meeting: Pick<Meeting, 'id' | 'rules'>,
  item: Pick<Item, 'id' | 'caseId'>
): Promise<Question> => {
  const close = await closenessOf(tx, item.caseId)
  const [members, given] = await settleAll([membersOf(tx, meeting.id), votesOn(tx, item.id)])
  return asQuestion(meeting, { item, members, close, given })
}
