import { holds } from '../../policies/grants.ts'
import { decisionRules, seats } from '../../workflows/configuration/cell.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { advanceMeeting, meetingCommandTypes, meetingRow } from '../../workflows/meeting/machine.ts'
import { meetingStates, presences, toldState, type Presence } from '../../workflows/meeting/states.ts'
import { tooEarly } from '../../workflows/meeting/opening.ts'
import { insufficiencies } from '../../workflows/vocabulary/words.ts'
import { followupOutcomes, followupSubjects } from '../../workflows/meeting/followup.ts'
import { voices } from '../../workflows/meeting/tally.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { isTerritory, territory, zoneOf } from '../../workflows/calendar/territories.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { showCode } from '../cases/code.ts'
import { namesTies } from '../disclosure/conflict-of-interest.ts'
import type { Reader } from '../disclosure/reader.ts'
import { partsIn, selectAll } from '../cases/store.ts'
import { nested, rowsOf } from '../db/nested.ts'
import { caseEvents } from '../db/schema/schema.ts'
import { runQuery, setCaseScope, type Tx } from '../db/context.ts'
import { NotFound } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { basesOf } from '../views/words.ts'
import { decisionDue, stillWaits, waitingFor, waitingStates, type Read } from './agenda.ts'
import { followupsOf, followupView, runningCases } from './followup.ts'
import { itemView, sheetOf, type OfItem, type Seen } from './item.view.ts'
import { closenessOf, votesOn } from './question.ts'
import { keptFrom, withdrawalsFrom } from './recusal.ts'
import { quorumView } from './quorum.view.ts'
import { courtsDeciding } from './rules.ts'
import type { MeetingView } from '../views/meetings.ts'
import { isSelf, itemsOf, membersOf, readMeeting, type Item, type Meeting } from './store.ts'

const worded = <T extends Record<string, Bilingual>>(table: T, locale: Locale) =>
  Object.entries(table).map(([id, words]) => ({ id, label: words[locale] }))

const flagged = nested(`${selectAll(caseEvents)} where case_id = c.id and command = 'case.flag'`)

const readable = `select c.id, c.opened_at as "openedAt", c.territory, c.facts, ${decisionDue} as "dueOn", (${flagged}) as flags,
    ${stillWaits('$2')} as waits
  from "case" c where c.id = any($1::uuid[])`

const flagsOf = rowsOf(caseEvents)

/** Only what this reader sees is entered: who accompanies a person is read to say who may not vote, and is not shown. */
const ofItem = async (
  tx: Tx,
  stored: Item,
  row: Read | null,
  open: boolean
): Promise<Omit<OfItem, 'withdrawn' | 'flags' | 'kept'>> => {
  // Two opinions, or an authority, may settle it while it stands here: nothing of it is left to look at.
  const settled = stored.state === 'waiting' && row !== null && !row.waits
  const state = toldState(settled ? 'elsewhere' : stored.state, row !== null)
  const item: OfItem['item'] = { ...stored, state }
  const given = await votesOn(tx, item.id)
  if (!open || !row || item.state !== 'waiting') return { item, row, close: null, given }
  // By what a member may know: whoever conducts reads of the others what the ties are.
  const close = { ...(await closenessOf(tx, row.id)), origin: namesTies('cell_member', row.facts) }
  return { item, row, close, given }
}

const itemsSeen = async (tx: Tx, meeting: Meeting, { actor }: Reader): Promise<OfItem[]> => {
  const items = await itemsOf(tx, meeting.id)
  const ids = items.map(({ caseId }) => caseId)
  // PostgreSQL decides by the organisation; whoever sits here reads no more than what it may open in this capacity.
  const mine = await partsIn(tx, ids, actor)
  const rows = (await runQuery<Read & { flags: object[] }>(tx, readable, [ids, waitingStates])).filter(
    ({ id }) => mine.has(id)
  )
  const withdrawn = await withdrawalsFrom(tx, ids)
  const kept = await keptFrom(tx, ids)
  const seen: OfItem[] = []
  for (const item of items) {
    const row = rows.find(({ id }) => id === item.caseId) ?? null
    const read = await ofItem(tx, item, row, meeting.state === 'open')
    const ofIt = <T extends { caseId: string }>(all: readonly T[]) =>
      all.filter(({ caseId }) => caseId === item.caseId)
    seen.push({
      ...read,
      withdrawn: ofIt(withdrawn),
      flags: flagsOf(row?.flags ?? []),
      kept: kept.has(item.caseId)
    })
  }
  await setCaseScope(tx, '')
  return seen
}

export const decidesByWord = ({ rules }: Pick<Meeting, 'rules'>, locale: Locale) =>
  decisionRules[rules.decidesBy][locale]

const rulesView = (meeting: Meeting, locale: Locale): MeetingView['rules'] => ({
  version: meeting.rules.version,
  members: meeting.rules.quorum.members,
  institutions: meeting.rules.quorum.institutions,
  mustInclude: meeting.rules.quorum.mustInclude.map((kind) => seats[kind][locale]),
  decidesBy: decidesByWord(meeting, locale)
})

const ended: Bilingual = { fr: 'siège terminé', en: 'seat ended' }
const expected: Bilingual = { fr: 'attendu', en: 'expected' }

/** Before the sitting nobody is absent yet. */
const presenceOf = ({ meeting, reader: { locale } }: Seen, presence: Presence) =>
  presence === 'absent' && ['planned', 'convened'].includes(meeting.state)
    ? { id: 'expected', label: expected[locale] }
    : { id: presence, label: presences[presence][locale] }

const membersView = (seen: Seen): MeetingView['members'] =>
  seen.members.map(({ personId, orgId, name, institution, presence, standsIn, sits }) => ({
    personId: seen.conducts && sits ? personId : null,
    name: seen.conducts ? name : null,
    institution,
    presence: sits
      ? presenceOf(seen, presence as Presence)
      : { id: 'ended', label: ended[seen.reader.locale] },
    standsIn: seen.conducts && standsIn,
    me: isSelf({ personId, orgId }, seen.reader.actor)
  }))

/** Acts on the meeting itself; those on an item or a member stand beside them. */
const whole = ['convene', 'open', 'close', 'cancel']

const actionsOf = ({ meeting, conducts, reader: { locale, now } }: Seen): MeetingView['actions'] => {
  const early = tooEarly(meeting.startsAt, now, zoneOf(meeting.territory))
  return meetingCommandTypes
    .filter((type) => conducts && whole.includes(type) && advanceMeeting(meeting.state, type) !== null)
    .map((command) => ({
      command,
      label: meetingRow(command).label[locale],
      reason: command === 'open' && early ? early[locale] : null
    }))
}

const candidatesOf = async (tx: Tx, seen: Seen) => {
  const { meeting, conducts } = seen
  if (!conducts || meeting.state !== 'planned') return []
  const cases = await waitingFor(tx, meeting)
  return cases.map((one) => ({
    caseId: one.id,
    code: showCode(one.code),
    sheet: sheetOf({ ...one, territory: meeting.territory }, seen)
  }))
}

/** What the cell's own list shows already, to the secretary who holds it. */
const followupOf = async (tx: Tx, seen: Seen): Promise<MeetingView['followup']> => {
  const { meeting, conducts, reader } = seen
  const { locale } = reader
  if (!conducts) return null
  const cases = meeting.state === 'planned' ? await runningCases(tx, meeting) : []
  return {
    items: (await followupsOf(tx, meeting.id)).map((one) => followupView(one, locale)),
    candidates: cases.map((one) => ({
      caseId: one.id,
      code: showCode(one.code),
      summary: sheetOf({ ...one, territory: meeting.territory }, seen).summary
    })),
    subjects: worded(followupSubjects, locale),
    outcomes: worded(followupOutcomes, locale)
  }
}

const placeOf = (code: string) => ({ code, name: isTerritory(code) ? territory(code).name : code })

/** A meeting as its secretary or one of its members may see it. @throws NotFound for everybody else. */
export const viewMeeting = async (tx: Tx, id: string, reader: Reader): Promise<MeetingView> => {
  const meeting = await readMeeting(tx, id)
  const conducts = meeting.orgId === reader.actor.orgId
  if (!conducts && !holds(reader.actor.role, 'cell_member')) throw new NotFound('not of this cell')
  const members = await membersOf(tx, id)
  const capacity = conducts ? ('cell' as const) : ('cell_member' as const)
  // A court is named until members are called.
  const names = conducts && advanceMeeting(meeting.state, 'item.court') !== null
  const courts = names ? (await courtsDeciding(tx, meeting.territory, reader.now))(reader.locale) : []
  const seen: Seen = { meeting, members, capacity, conducts, reader, courts }
  const candidates = await candidatesOf(tx, seen)
  const followup = await followupOf(tx, seen)
  const items = await itemsSeen(tx, meeting, reader)
  const { locale, now } = reader
  const { label, tone } = meetingStates[meeting.state]
  const { basis } = commandRow('meeting.adjourned')
  return {
    id,
    version: meeting.version,
    state: { id: meeting.state, label: label[locale], tone },
    startsAt: meeting.startsAt.toISOString(),
    place: meeting.place,
    territory: placeOf(meeting.territory),
    conducts,
    rules: rulesView(meeting, locale),
    quorum: quorumView(seen, items),
    members: membersView(seen),
    items: items.map((one) => itemView(seen, one)),
    candidates,
    followup,
    voices: worded(voices, locale),
    presences: worded(presences, locale),
    insufficiencies: conducts ? worded(insufficiencies, locale) : [],
    actions: actionsOf(seen),
    basis: basesOf(basis, civilDate(now, zoneOf(meeting.territory)), locale),
    minutes: meeting.minutes !== null
  }
}
