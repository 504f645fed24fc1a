import { isCommandType, commandRow } from '../../workflows/case/commands.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { channels } from '../../workflows/vocabulary/words.ts'
import { advanceMeeting } from '../../workflows/meeting/machine.ts'
import { shownItemStates, type ShownItemState } from '../../workflows/meeting/states.ts'
import { onlySpeaks, recusedBecause, withoutKinds, type Closeness } from '../../workflows/meeting/recusal.ts'
import { itemRuleWords } from '../../workflows/meeting/quorum.ts'
import { notingRule, verdictOf, voices, voicesToNote } from '../../workflows/meeting/tally.ts'
import { rejoinReasons, withdrawal } from '../../workflows/meeting/withdrawal.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { badgesOf, summaryOf } from '../disclosure/badges.ts'
import { namesTies } from '../disclosure/conflict-of-interest.ts'
import { discloseLine } from '../disclosure/line.ts'
import type { EventRow } from '../cases/store.ts'
import { evidenceIn } from '../reading/evidence.view.ts'
import { showCode } from '../cases/code.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Read } from './agenda.ts'
import { asQuestion, type Given } from './question.ts'
import type { Standing } from './recusal.ts'
import { refusals } from './refusals.ts'
import type { ItemView } from '../views/meetings.ts'
import { isPresent, isSelf, type Item, type Meeting, type Member } from './store.ts'

/** What the view of one meeting is made from. */
export type Seen = {
  meeting: Meeting
  members: readonly Member[]
  capacity: Capacity
  conducts: boolean
  reader: Reader
  /** By the protocol of which courts a case from elsewhere may be decided. */
  courts: readonly { id: string; label: string }[]
}

export type OfItem = {
  item: Omit<Item, 'state'> & { state: ShownItemState }
  row: Read | null
  /** Null where there is nothing to vote: before and after the sitting, once it is settled, or out of the reader's sight. */
  close: Closeness | null
  /** The acts that noted what is known. */
  flags: readonly EventRow[]
  given: readonly Given[]
  /** Of this case, as far as they are told to this reader. */
  withdrawn: readonly Standing[]
  /** Whether one of them keeps this reader from it, told or not. */
  kept: boolean
}

const meetsLater = ({ state }: Meeting) => state === 'planned' || state === 'convened'

/** A case as the meeting looks at it: needs and dangers by the classes of the reader's capacity, never an identity. */
export const sheetOf = (
  { facts, openedAt, territory, dueOn }: Omit<Read, 'id' | 'waits'>,
  { meeting, capacity, reader: { locale } }: Pick<Seen, 'meeting' | 'capacity' | 'reader'>
) => {
  const { facts: told } = discloseLine({ capacity, facts })
  return {
    summary: summaryOf(told, locale),
    badges: badgesOf(told, locale),
    openedOn: civilDate(openedAt, zoneOf(territory)),
    dueOn,
    tooLate: dueOn !== null && dueOn < civilDate(meeting.startsAt, zoneOf(territory)) && meetsLater(meeting),
    origin: channels[told.channel as keyof typeof channels]?.[locale] ?? null
  }
}

const may = (reason: Bilingual | null, { locale }: Reader) => ({
  enabled: reason === null,
  reason: reason?.[locale] ?? null
})

const silentBecause = (
  member: Member,
  { meeting, close, told }: { meeting: Meeting; close: Closeness; told: 'you' | 'other' }
) => onlySpeaks(member, meeting.rules) ?? recusedBecause(member, close, told)

/** Whether this reader may give a voice here; null where there is nothing to vote. */
const voteOf = ({ meeting, members, reader }: Seen, { close, given }: OfItem): ItemView['vote'] => {
  const me = members.find((one) => isSelf(one, reader.actor))
  if (!me || !close) return null
  const voted = given.some(({ personId }) => personId === me.personId)
  const reason = voted
    ? refusals.voted
    : !me.sits
      ? refusals.seatEnded
      : isPresent(me)
        ? silentBecause(me, { meeting, close, told: 'you' })
        : refusals.absent
  return may(reason, reader)
}

/** Whether this reader may still say that they are too close to it. */
// Who is kept from it by another house that withdrew may still say it of the one they sit for: its alternate is then called.
const mayWithdraw = (
  { meeting, members, reader }: Seen,
  { item, row, kept, withdrawn, given }: OfItem
): boolean =>
  (row !== null || (kept && withdrawal(reader.actor, { withdrawn }) === null)) &&
  item.state === 'waiting' &&
  advanceMeeting(meeting.state, 'item.recuse') !== null &&
  reader.actor.orgId !== meeting.orgId &&
  members.some((one) => isSelf(one, reader.actor)) &&
  !given.some(({ personId }) => personId === reader.actor.personId)

const backAsked: Bilingual = {
  fr: 'Son retour est demandé : le secrétariat le confirme.',
  en: 'Its return is asked for: the secretariat confirms it.'
}

/** By whose withdrawal would say which of their houses is tied to a case that they may not read there. */
const weighedWithout: Bilingual = {
  fr: 'Ce dossier est examiné sans vous : vous ne le lisez pas et n’y votez pas.',
  en: 'This case is looked at without you: you neither read it nor vote on it.'
}

/** That this reader withdrew from it, or their institution did, and whether it is theirs to take back. */
const withdrawnOf = (
  { meeting, conducts, capacity, reader }: Seen,
  { item, row, withdrawn, kept }: OfItem
): ItemView['withdrawn'] => {
  // Of another cell, as far as the reader may know that the person came from there.
  const known = withdrawn.filter(
    ({ cellOrgId }) => cellOrgId === meeting.orgId || (row !== null && namesTies(capacity, row.facts))
  )
  const told = conducts ? null : withdrawal(reader.actor, { withdrawn: known })
  if (!told) return kept && !conducts ? { said: weighedWithout[reader.locale], reasons: [] } : null
  const open = item.state === 'waiting' && advanceMeeting(meeting.state, 'item.rejoin') !== null
  const mine = open && known.some(({ back }) => back)
  const reasons = Object.entries(rejoinReasons).map(([id, label]) => ({ id, label: label[reader.locale] }))
  const asked = known.some((one) => one.asked !== null) ? ` ${backAsked[reader.locale]}` : ''
  return { said: `${told.you[reader.locale]}${asked}`, reasons: mine ? reasons : [] }
}

const backOf = ({ meeting, conducts, reader }: Seen, { item, withdrawn }: OfItem): ItemView['back'] =>
  conducts && item.state === 'waiting' && advanceMeeting(meeting.state, 'item.readmit') !== null
    ? withdrawn.flatMap(({ id, institution, asked, askedBy, asker }) =>
        asked && askedBy && asker
          ? [{ institution, asker, withdrawalId: id, askedBy, reason: rejoinReasons[asked][reader.locale] }]
          : []
      )
    : []

/** Without which kinds of institutions it is decided, or was. */
const withoutOf = ({ meeting, members, conducts, reader }: Seen, { item, close, given }: OfItem) => {
  const now = conducts && close ? asQuestion(meeting, { item, members, close, given }).without : null
  return withoutKinds(item.without ?? now ?? [])?.[reader.locale] ?? null
}

const votersOf = (seen: Seen, { close, given }: OfItem): ItemView['voters'] => {
  const { meeting, members, conducts, reader } = seen
  if (!conducts || !close) return []
  return members.filter(isPresent).map((member) => {
    const vote = given.find(({ personId }) => personId === member.personId)
    const told = member.personId === reader.actor.personId ? 'you' : 'other'
    return {
      personId: member.personId,
      name: member.name,
      institution: member.institution,
      spoken: vote !== undefined,
      own: vote?.recordedBy === 'member',
      reason: silentBecause(member, { meeting, close, told })?.[reader.locale] ?? null
    }
  })
}

const decideOf = (seen: Seen, { item, close, given }: OfItem): ItemView['decide'] => {
  const { meeting, members, conducts, reader } = seen
  if (!conducts || !close) return null
  const verdict = verdictOf(asQuestion(meeting, { item, members, close, given }))
  const explains = verdict.refused === null && verdict.outcome === 'insufficient'
  return { ...may(verdict.refused, reader), explains }
}

const notingOf = (seen: Seen, { item, close, given }: OfItem): ItemView['noting'] => {
  const { meeting, members, conducts, reader } = seen
  if (!conducts || !close) return null
  const left = voicesToNote(asQuestion(meeting, { item, members, close, given }))
  return { left, rule: notingRule(left)[reader.locale] }
}

/** What its own court sets of how it is decided; nothing of a sitting that is only planned, whose rules are not fixed yet. */
const ruleOf = ({ meeting: { rules }, reader: { locale } }: Seen, { item }: OfItem) => {
  const own = rules.ofItems?.[item.id]
  return own ? itemRuleWords(own)[locale] : null
}

/** Of a case that came from elsewhere, to whoever prepares the agenda and may know that it did. */
const courtOf = ({ meeting, capacity, conducts, courts }: Seen, { item, row }: OfItem): ItemView['court'] =>
  conducts &&
  advanceMeeting(meeting.state, 'item.court') !== null &&
  courts.length > 0 &&
  row !== null &&
  row.facts.met !== meeting.territory &&
  namesTies(capacity, row.facts)
    ? { said: item.court, among: [...courts] }
    : null

const doneWord = (outcome: string | null, { locale }: Reader) =>
  outcome !== null && isCommandType(outcome) ? commandRow(outcome).done[locale] : null

/** How many have spoken is for whoever conducts, until the numbers are everybody's. */
const spokenOf = ({ conducts }: Seen, { item: { tally }, given }: OfItem) => {
  if (tally) return tally.inFavour + tally.against + tally.abstained
  return conducts ? given.length : null
}

/** Until it is decided, what was seen and heard stands beside the vote: as much of it as the reader is told. */
const evidenceOf = ({ capacity, reader }: Seen, { item, row, flags }: OfItem): Pick<ItemView, 'evidence'> => {
  if (!row || item.state !== 'waiting') return {}
  const line = discloseLine({ capacity, facts: row.facts })
  const evidence = evidenceIn({ facts: line.facts, events: line.events(flags, reader.actor) }, reader.locale)
  return evidence ? { evidence } : {}
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
    state: { id: item.state, label: shownItemStates[item.state][reader.locale] },
    outcome: doneWord(item.outcome, reader),
    tally: item.tally,
    sheet: row && sheetOf(row, seen),
    ...evidenceOf(seen, of),
    spoken: spokenOf(seen, of),
    mine: mine ? { id: mine.voice, label: voices[mine.voice][reader.locale] } : null,
    vote: voteOf(seen, of),
    withdraw: mayWithdraw(seen, of),
    withdrawn: withdrawnOf(seen, of),
    back: backOf(seen, of),
    without: withoutOf(seen, of),
    rule: row && ruleOf(seen, of),
    court: courtOf(seen, of),
    decide: decideOf(seen, of),
    noting: notingOf(seen, of),
    voters: votersOf(seen, of)
  }
}
