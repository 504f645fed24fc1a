import { civilDate } from '../../workflows/calendar/calendar.ts'
import { commandRow, isCommandType } from '../../workflows/case/commands.ts'
import type { Minutes } from '../../workflows/meeting/minutes.ts'
import {
  institutionsOf,
  quorumRefused,
  sittingRules,
  type ItemRules
} from '../../workflows/meeting/quorum.ts'
import { votersOf } from '../../workflows/meeting/tally.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { followupsOf, isReached } from './followup.ts'
import { attended, itemsOf, membersOf, type Item, type Meeting, type Member } from './store.ts'

const basisOf = (outcome: string | null) =>
  outcome !== null && isCommandType(outcome) ? [...commandRow(outcome).basis] : []

const notedVoices = `select v.item_id as "itemId", count(*)::int as n
  from meeting_vote v join meeting_item i on i.id = v.item_id
  where i.meeting_id = $1 and v.recorded_by = 'secretary' group by v.item_id`

// The event of the case keeps it, as a code; the words that were typed there are not read.
const reasonsGiven = `select i.id as "itemId", e.input ->> 'reason' as reason
  from meeting_item i join case_event e on e.case_id = i.case_id and e.seq = i.case_seq
  where i.meeting_id = $1 and e.command = 'meeting.insufficient'`

type OfItem = { noted: number; reason: string | null; rules: ItemRules | null }

const itemOf = (
  { caseCode, state, outcome, tally, without }: Item,
  { noted, reason, rules }: OfItem
): Minutes['items'][number] => ({
  code: caseCode,
  state: state === 'waiting' ? 'postponed' : state,
  outcome,
  reason,
  tally,
  noted,
  ...(without && { without }),
  ...(rules && { rules }),
  basis: basisOf(outcome)
})

const byInstitution = (members: readonly Member[]) =>
  [...Map.groupBy(members, ({ orgId }) => orgId).values()]
    .map((seats) => ({ name: seats[0]!.institution, members: seats.length }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))

const quorumOf = ({ rules }: Meeting, members: readonly Member[]): Minutes['quorum'] => {
  const sitting = members.filter((member) => attended(member) && !member.standsIn)
  const voting = votersOf({ present: sitting, recused: new Set(), rules })
  return {
    members: voting.length,
    institutions: institutionsOf(voting),
    reached: quorumRefused(voting, rules.quorum) === null
  }
}

/** What is kept of a meeting as it closes: written once, from rows that hold no name and no typed word. */
export const minutesOf = async (tx: Tx, meeting: Meeting, closedAt: Date): Promise<Minutes> => {
  const items = await itemsOf(tx, meeting.id)
  const noted = await runQuery<{ itemId: string; n: number }>(tx, notedVoices, [meeting.id])
  const notedOn = new Map(noted.map(({ itemId, n }) => [itemId, n]))
  const reasons = await runQuery<{ itemId: string; reason: string | null }>(tx, reasonsGiven, [meeting.id])
  const reasonOn = new Map(reasons.map(({ itemId, reason }) => [itemId, reason]))
  const members = await membersOf(tx, meeting.id)
  const followups = await followupsOf(tx, meeting.id)
  const openedAt = meeting.openedAt ?? closedAt
  return {
    territory: meeting.territory,
    day: civilDate(openedAt, zoneOf(meeting.territory)),
    openedAt: openedAt.toISOString(),
    closedAt: closedAt.toISOString(),
    rules: sittingRules(meeting.rules),
    institutions: byInstitution(members.filter(attended)),
    absent: byInstitution(members.filter((member) => !attended(member))),
    quorum: quorumOf(meeting, members),
    followed: followups.filter(({ outcome }) => isReached(outcome)).length,
    items: items.map((item) =>
      itemOf(item, {
        noted: notedOn.get(item.id) ?? 0,
        reason: reasonOn.get(item.id) ?? null,
        rules: meeting.rules.ofItems?.[item.id] ?? null
      })
    )
  }
}
