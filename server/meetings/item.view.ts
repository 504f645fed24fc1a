import { isCommandType, commandRow } from '../../workflows/case/commands.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { maySee } from '../../policies/data-classes.ts'
import { factClasses, type Facts } from '../../workflows/case/facts.ts'
import { channels } from '../../workflows/regions/words.ts'
import { itemStates } from '../../workflows/meeting/machine.ts'
import { onlySpeaks, recusedBecause, type Closeness } from '../../workflows/meeting/recusal.ts'
import { notingRule, verdictOf, voices, voicesToNote, type Voice } from '../../workflows/meeting/tally.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { badgesOf, summaryOf } from '../reading/badges.ts'
import { showCode } from '../commands/code.ts'
import type { Reader } from '../reading/view.ts'
import { asQuestion, type votesOn } from './question.ts'
import { refusals } from './refusals.ts'
import type { ItemView } from './schemas.ts'
import { isPresent, type Item, type Meeting, type Member } from './store.ts'

export type Read = { id: string; openedAt: Date; territory: string; facts: Facts; dueOn: string | null }

/** What the view of one meeting is made from; `names` is empty for those who do not conduct it. */
export type Seen = {
  meeting: Meeting
  members: readonly Member[]
  orgNames: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
  capacity: Capacity
  conducts: boolean
  reader: Reader
}

export type OfItem = {
  item: Item
  row: Read | null
  close: Closeness | null
  given: Awaited<ReturnType<typeof votesOn>>
}

const meetsLater = ({ state }: Meeting) => state === 'planned' || state === 'convened'

/** A case as the meeting looks at it: needs and dangers by the classes of the reader's capacity, never an identity. */
export const sheetOf = (
  { facts, openedAt, territory, dueOn }: Omit<Read, 'id'>,
  { meeting, capacity, reader: { locale } }: Pick<Seen, 'meeting' | 'capacity' | 'reader'>
) => ({
  summary: summaryOf(facts, capacity, locale),
  badges: badgesOf(facts, capacity, locale),
  openedOn: civilDate(openedAt, zoneOf(territory)),
  dueOn,
  tooLate: dueOn !== null && dueOn < civilDate(meeting.startsAt, zoneOf(territory)) && meetsLater(meeting),
  origin: maySee(factClasses.channel, capacity, facts)
    ? (channels[facts.channel as keyof typeof channels]?.[locale] ?? null)
    : null
})

const may = (reason: Bilingual | null, { locale }: Reader) => ({
  enabled: reason === null,
  reason: reason?.[locale] ?? null
})

const silentBecause = (
  member: Member,
  { meeting, close, told }: { meeting: Meeting; close: Closeness; told: 'you' | 'other' }
) => onlySpeaks(member, meeting.rules) ?? recusedBecause(member, close, told)

/** Whether this reader may give a voice here; null where there is nothing to vote. */
const voteOf = ({ meeting, members, reader }: Seen, { item, close, given }: OfItem): ItemView['vote'] => {
  const me = members.find(({ personId }) => personId === reader.actor.personId)
  if (meeting.state !== 'open' || item.state !== 'waiting' || !me || !close) return null
  const voted = given.some(({ personId }) => personId === me.personId)
  const reason = voted
    ? refusals.voted
    : isPresent(me)
      ? silentBecause(me, { meeting, close, told: 'you' })
      : refusals.absent
  return may(reason, reader)
}

const votersOf = (seen: Seen, { item, close, given }: OfItem): ItemView['voters'] => {
  const { meeting, members, names, orgNames, conducts, reader } = seen
  if (!conducts || meeting.state !== 'open' || item.state !== 'waiting' || !close) return []
  return members.filter(isPresent).map((member) => {
    const vote = given.find(({ personId }) => personId === member.personId)
    const told = member.personId === reader.actor.personId ? 'you' : 'other'
    return {
      personId: member.personId,
      name: names.get(member.personId) ?? '',
      institution: orgNames.get(member.orgId) ?? '',
      spoken: vote !== undefined,
      own: vote?.recordedBy === 'member',
      reason: silentBecause(member, { meeting, close, told })?.[reader.locale] ?? null
    }
  })
}

const decideOf = (seen: Seen, { item, close, given }: OfItem): ItemView['decide'] => {
  const { meeting, members, conducts, reader } = seen
  if (!conducts || meeting.state !== 'open' || item.state !== 'waiting' || !close) return null
  const verdict = verdictOf(asQuestion(meeting, { members, close, given }))
  const explains = verdict.refused === null && verdict.outcome === 'insufficient'
  return { ...may(verdict.refused, reader), explains }
}

const notingOf = (seen: Seen, { item, close, given }: OfItem): ItemView['noting'] => {
  const { meeting, members, conducts, reader } = seen
  if (!conducts || meeting.state !== 'open' || item.state !== 'waiting' || !close) return null
  const left = voicesToNote(asQuestion(meeting, { members, close, given }))
  return { left, rule: notingRule(left)[reader.locale] }
}

const doneWord = (outcome: string | null, { locale }: Reader) =>
  outcome !== null && isCommandType(outcome) ? commandRow(outcome).done[locale] : null

/** How many have spoken is for whoever conducts, until the numbers are everybody's. */
const spokenOf = ({ conducts }: Seen, { item: { tally }, given }: OfItem) => {
  if (tally) return tally.inFavour + tally.against + tally.abstained
  return conducts ? given.length : null
}

/** One item as this reader may see it. Before the decision nobody reads how the others voted, only that they have. */
export const itemView = (seen: Seen, of: OfItem): ItemView => {
  const { item, row, given } = of
  const { reader } = seen
  const mine = given.find(({ personId }) => personId === reader.actor.personId)
  return {
    id: item.id,
    caseId: row?.id ?? null,
    code: showCode(item.caseCode),
    state: { id: item.state, label: itemStates[item.state][reader.locale] },
    outcome: doneWord(item.outcome, reader),
    tally: item.tally,
    sheet: row && sheetOf(row, seen),
    spoken: spokenOf(seen, of),
    mine: mine ? { id: mine.voice, label: voices[mine.voice as Voice][reader.locale] } : null,
    vote: voteOf(seen, of),
    decide: decideOf(seen, of),
    noting: notingOf(seen, of),
    voters: votersOf(seen, of)
  }
}
