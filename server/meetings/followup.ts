import { randomUUID } from 'node:crypto'
import { commandRow } from '../../workflows/case/commands.ts'
import {
  followupEnds,
  followupSubjects,
  notReached,
  type FollowupEnd,
  type FollowupSubject
} from '../../workflows/meeting/followup.ts'
import { showCode } from '../cases/code.ts'
import { selectAll } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { meetingFollowups } from '../db/schema/schema.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import type { Locale } from '../locale.ts'
import { longest, waitingStates, type Waiting } from './agenda.ts'
import { refusals } from './refusals.ts'
import type { Meeting } from './store.ts'

type Followup = typeof meetingFollowups.$inferSelect & {
  subject: FollowupSubject
  outcome: FollowupEnd | null
  /** Whether the case is still this cell's to open. */
  held: boolean
}

/** What waits for triage or for a decision has its own place; a running case is past both. */
const before = [...waitingStates, ...(commandRow('triage.start').from as readonly string[])]

// A running case is one that the cell takes part in by itself: nothing is looked up beyond what its own list shows. It is
// proposed where something is awaited of the cell or a day of its list comes near; another is put there by its identifier.
const running = `select c.id, c.code, c.opened_at as "openedAt", c.facts, null as "dueOn"
  from participation p join "case" c on c.id = p.case_id
  where p.org_id = $1 and p.capacity = 'cell' and p.until is null and c.territory = $2
    and c.identification <> all($3::text[]) and c.closure not like 'closed%'
    and case when $4::uuid is null then p.waits_for is not null or p.clock_at < $5::timestamptz + interval '14 days'
      else c.id = $4::uuid end
    and not exists (select from meeting_followup f join meeting m on m.id = f.meeting_id
      where f.case_id = c.id and m.state in ('planned', 'convened', 'open'))
  order by p.waits_for is null, p.urgency, p.clock_at nulls last, c.id limit $6`

/** Running cases that a meeting may look at again, those first of which something is awaited. */
export const runningCases = (
  tx: Tx,
  { orgId, territory, startsAt }: Pick<Meeting, 'orgId' | 'territory' | 'startsAt'>,
  caseId: string | null = null
): Promise<Waiting[]> => runQuery<Waiting>(tx, running, [orgId, territory, before, caseId, startsAt, longest])

const listed = `select f.*, exists (select from participation p where p.case_id = f."caseId" and p.org_id = f."cellOrgId"
    and p.capacity = 'cell' and p.until is null) as held
  from (${selectAll(meetingFollowups)} where meeting_id = $1) f order by f."caseCode", f.id`

/** PostgreSQL shows them to the secretary of the cell, and to no member. */
export const followupsOf = (tx: Tx, meetingId: string): Promise<Followup[]> =>
  runQuery<Followup>(tx, listed, [meetingId])

const inTurn = `select pg_advisory_xact_lock(hashtextextended('meeting_followup:' || $1, 0))`

const standing = `select from meeting_followup f join meeting m on m.id = f.meeting_id
  where f.case_id = $1 and m.state in ('planned', 'convened', 'open')`

/** @throws RuleRefused where it is no running case of this cell, or already stands for follow-up. */
export const addFollowup = async (
  tx: Tx,
  meeting: Meeting,
  { caseId, subject }: { caseId: string; subject: FollowupSubject }
) => {
  // Two meetings of one cell are held apart by their own rows: one case is asked for in turn.
  await runQuery(tx, inTurn, [caseId])
  if ((await runQuery(tx, standing, [caseId])).length > 0)
    throw new RuleRefused('stands for follow-up already', refusals.followedUp)
  const [found] = await runningCases(tx, meeting, caseId)
  if (!found) throw new RuleRefused('no running case of this cell', refusals.notRunning)
  const row = {
    id: randomUUID(),
    meetingId: meeting.id,
    cellOrgId: meeting.orgId,
    caseId,
    caseCode: found.code,
    subject
  }
  await tx.insert(meetingFollowups).values(row)
}

/** What was closed, or left the cell, in the meantime leaves before anybody is convened for it. */
export const dropFollowupsOver = (tx: Tx, meetingId: string) => runQuery(tx, over, [meetingId])

/** Whether a case `f` that is followed runs still, and is this cell's. */
const runs = `exists (
  select from participation p join "case" c on c.id = p.case_id where p.case_id = f.case_id and p.org_id = f.cell_org_id
    and p.capacity = 'cell' and p.until is null and c.closure not like 'closed%')`

const over = `delete from meeting_followup f where f.meeting_id = $1 and f.outcome is null and not ${runs}`

const gone = 'delete from meeting_followup where id = $1 and meeting_id = $2 returning id'

export const removeFollowup = async (tx: Tx, meeting: Meeting, followupId: string) => {
  if ((await runQuery(tx, gone, [followupId, meeting.id])).length === 0)
    throw new NotFound('no such follow-up here')
}

const noted = `update meeting_followup set outcome = $3, noted_at = $4
  where id = $1 and meeting_id = $2 and outcome is null returning id`

/** What the meeting leaves to do, once: the case itself is not touched. */
export const noteFollowup = async (
  tx: Tx,
  meeting: Meeting,
  { followupId, outcome, at }: { followupId: string; outcome: FollowupEnd; at: Date }
) => {
  if ((await runQuery(tx, noted, [followupId, meeting.id, outcome, at])).length > 0) return
  const here = (await followupsOf(tx, meeting.id)).some(({ id }) => id === followupId)
  throw here ? new RuleRefused('noted', refusals.noted) : new NotFound('no such follow-up here')
}

const rest = `update meeting_followup f set outcome = case when ${runs} then 'not_reached' else 'settled_elsewhere' end, noted_at = $2
  where f.meeting_id = $1 and f.outcome is null`

/** What nobody came to is left to the next meeting, but for what is over by now. */
export const putOffFollowups = (tx: Tx, meetingId: string, at: Date) => runQuery(tx, rest, [meetingId, at])

export const isReached = (outcome: FollowupEnd | null) =>
  outcome !== null && !Object.hasOwn(notReached, outcome)

const worded = (id: FollowupEnd, locale: Locale) => ({ id, label: followupEnds[id][locale] })

export const followupView = ({ id, caseId, caseCode, subject, outcome, held }: Followup, locale: Locale) => ({
  id,
  caseId: held ? caseId : null,
  code: showCode(caseCode),
  subject: { id: subject, label: followupSubjects[subject][locale] },
  outcome: outcome && worded(outcome, locale)
})
