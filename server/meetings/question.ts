import { kindsGone, recusedBecause, type Closeness } from '../../workflows/meeting/recusal.ts'
import { withdrawalOf, type Withdrawal } from '../../workflows/meeting/withdrawal.ts'
import { rulesOn } from '../../workflows/meeting/quorum.ts'
import type { Question, Voice } from '../../workflows/meeting/tally.ts'
import { housesFollowing } from '../cases/participation.ts'
import { runQuery, setCaseScope, settleAll, type Tx } from '../db/context.ts'
import { isPresent, membersOf, type Item, type Meeting, type Member } from './store.ts'

type Works = Pick<Member, 'personId' | 'orgId'>

// Whoever sits in a cell for another institution than the one that flagged or follows, and works there as well.
const working = `select distinct m.person_id as "personId", m.org_id as "orgId" from membership m
  where (m.until is null or m.until > (select wall_clock()))
    and m.org_id in (select org_id from case_event where case_id = $1 and command = 'case.flag'
      union select org_id from participation where case_id = $1 and capacity = 'referent' and until is null)
    and exists (select from membership s where s.person_id = m.person_id and s.org_id <> m.org_id
      and s.role in ('cell_member', 'cell_secretary') and (s.until is null or s.until > (select wall_clock())))`

/** Who is close to a case: it is entered, because who accompanies a person is not for every member to read. */
export const closenessOf = async (tx: Tx, caseId: string): Promise<Closeness> => {
  const [, flags, referents, withdrawn, worksFor] = await settleAll([
    setCaseScope(tx, caseId),
    runQuery<{ personId: string; orgId: string }>(
      tx,
      `select person_id as "personId", org_id as "orgId" from case_event where case_id = $1 and command = 'case.flag'`,
      [caseId]
    ),
    housesFollowing(tx, caseId),
    runQuery<Withdrawal>(
      tx,
      `select person_id as "personId", org_id as "orgId", whole from meeting_recusal where case_id = $1 and ended_at is null`,
      [caseId]
    ),
    runQuery<Works>(tx, working, [caseId])
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
  const stands = (member: Member) => spoke.has(member.personId) && withdrawalOf(member, close) !== null
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
