import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Facts } from '../../workflows/facts/facts.ts'
import { commandRow } from '../../workflows/case/commands.ts'
import { datedStates } from '../../workflows/deadlines/states.ts'
import { closesOf } from '../../workflows/deadlines/running/stopping.ts'
import { countCap } from '../cases/store.ts'
import { listed } from '../db/schema/columns.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { meetingItems } from '../db/schema/schema.ts'
import { NotFound, RuleRefused } from '../errors.ts'
import { refusals } from './refusals.ts'
import type { Meeting } from './store.ts'

/** The most that an agenda proposes by itself: what one meeting can look at. */
export const longest = 30

export type Waiting = { id: string; code: string; openedAt: Date; facts: Facts; dueOn: string | null }

/** A case of an agenda, as far as its reader sees it; `waits`: it still does. */
export type Read = Omit<Waiting, 'code'> & { territory: string; waits: boolean }

/** Where a decision of the cell leaves from: the states of its own acts. */
export const waitingStates = commandRow('meeting.positive').from as readonly string[]

const decided = listed(closesOf('meeting.positive'))

/** On which day the decision that a meeting would take is due, for a case `c`. */
export const decisionDue = `(select min(d.due_on)::text from deadline d
  where d.case_id = c.id and d.state in (${listed(datedStates)}) and d.code in (${decided}))`

const onAgenda = (caseId: string) => `select from meeting_item i join meeting m on m.id = i.meeting_id
  where i.case_id = ${caseId} and i.state = 'waiting' and m.state in ('planned', 'convened', 'open')`

/** Whether a case `c` waits for the cell; `among` holds `waitingStates`. */
export const stillWaits = (among: string) =>
  `(c.identification = any(${among}::text[]) and c.closure not like 'closed%')`

const fromWaiting = `from participation p join "case" c on c.id = p.case_id
  where p.org_id = $1 and p.capacity = 'cell' and p.until is null and c.territory = $2
    and ${stillWaits('$3')}
    and not exists (${onAgenda('c.id')})`

const waiting = `select c.id, c.code, c.opened_at as "openedAt", c.facts, ${decisionDue} as "dueOn" ${fromWaiting}
    and ($4::uuid is null or c.id = $4::uuid)
  order by (c.facts->>'danger' = 'immediate') desc, (c.facts->>'ageGroup' <> 'adult') desc, c.opened_at, c.id
  limit $5`

/** Cases that wait for the cell and stand on no agenda to come: danger first, then minors, then the oldest. */
export const waitingFor = (
  tx: Tx,
  { orgId, territory }: Pick<Meeting, 'orgId' | 'territory'>,
  caseId: string | null = null
): Promise<Waiting[]> => runQuery<Waiting>(tx, waiting, [orgId, territory, waitingStates, caseId, longest])

const counting = `select count(*)::int as n from (select ${fromWaiting} limit ${countCap}) as counted`

/** How many they are, those included that no agenda has room for. */
export const countWaiting = async (tx: Tx, { orgId, territory }: Pick<Meeting, 'orgId' | 'territory'>) => {
  const [row] = await runQuery<{ n: number }>(tx, counting, [orgId, territory, waitingStates])
  return row!.n
}

export const insertItems = async (tx: Tx, meetingId: string, cases: readonly Waiting[], from = 0) => {
  if (cases.length === 0) return
  await tx.insert(meetingItems).values(
    cases.map(({ id, code }, index) => ({
      id: randomUUID(),
      meetingId,
      caseId: id,
      caseCode: code,
      position: from + index + 1,
      state: 'waiting'
    }))
  )
}

const highest = 'select coalesce(max(position), 0)::int as last from meeting_item where meeting_id = $1'

/** @throws RuleRefused when the case does not wait for this cell, or stands on an agenda already. */
export const addItem = async (tx: Tx, meeting: Meeting, caseId: string) => {
  if ((await runQuery(tx, onAgenda('$1'), [caseId])).length > 0)
    throw new RuleRefused('on an agenda already', refusals.onAgenda)
  const [found] = await waitingFor(tx, meeting, caseId)
  if (!found) throw new RuleRefused('does not wait here', refusals.notWaiting)
  const [top] = await runQuery<{ last: number }>(tx, highest, [meeting.id])
  await insertItems(tx, meeting.id, [found], top!.last)
}

export const removeItem = async (tx: Tx, meeting: Meeting, itemId: string) => {
  const gone = await tx
    .delete(meetingItems)
    .where(and(eq(meetingItems.id, itemId), eq(meetingItems.meetingId, meeting.id)))
    .returning({ id: meetingItems.id })
  if (gone.length === 0) throw new NotFound('no such item on this agenda')
}

/** What was decided otherwise in the meantime leaves the agenda before anybody is convened for it. */
export const dropSettled = (tx: Tx, meetingId: string) =>
  runQuery(
    tx,
    `delete from meeting_item i where i.meeting_id = $1
       and not exists (select from "case" c where c.id = i.case_id and ${stillWaits('$2')})`,
    [meetingId, waitingStates]
  )
