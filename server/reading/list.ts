import type { Actor, Role } from '../../policies/actor.ts'
import { doneInOneGo, doneTogether, dutyLabel, referralDuties } from '../../policies/duties.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import { civilDate, daysBetween } from '../../workflows/calendar/calendar.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { lastOfMonth } from '../../workflows/deadlines/month.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { keysUnder } from '../db/client.ts'
import { runQuery, poolOf, settleAll, type Tx } from '../db/context.ts'
import { listed } from '../db/schema/columns.ts'
import { dayEnding } from '../deadlines/view.ts'
import { discloseLine } from '../disclosure/line.ts'
import type { CaseLine, CaseList } from '../views/schemas.ts'
import { badgeTone } from '../views/words.ts'
import { badgesOf, summaryOf } from '../disclosure/badges.ts'
import { readCode, readHalf, showCode } from '../cases/code.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { daysIn } from './list.days.ts'
import { counted, countCap, spokenFor, type CaseRow } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import type { Reader } from '../disclosure/reader.ts'

export const worklistViews = ['todo', 'late', 'moved', 'all'] as const
export type WorklistView = (typeof worklistViews)[number]
export type Query = { view: WorklistView; q?: string; cursor?: string; limit: number }

type Line = {
  capacity: Capacity
  waits_for: string | null
  urgency: number
  due_at: Date | null
  due_in_month: boolean
  sort_at: Date
  moved_at: Date
  /** The reader is waited for by name. */
  named: boolean
  /** The counters of all the parts that the reader speaks for, where the awaited act may be done in several cases at one go. */
  counters: string[] | null
  opened_at: Date
} & Pick<CaseRow, 'id' | 'code' | 'facts' | 'identification'>

/** `after` reads the cursor from its own parameters on, each with its type. */
type Order = {
  where: string
  key: Parameters<typeof decodeCursor>[1]
  after: (first: number) => string
  by: string
  cursorOf: (line: Line) => string[]
}

const iso = (at: Date) => at.toISOString()
const soonestFirst = {
  key: ['urgency', 'at', 'id'],
  after: (n: number) =>
    `(p.urgency, p.sort_at, p.case_id) > ($${n}::smallint, $${n + 1}::timestamptz, $${n + 2}::uuid)`,
  by: 'p.urgency, p.sort_at, p.case_id',
  cursorOf: (line: Line) => [String(line.urgency), iso(line.sort_at), line.id]
} satisfies Omit<Order, 'where'>
const lastMovedFirst = {
  key: ['at', 'id'],
  after: (n: number) => `(p.moved_at, p.case_id) < ($${n}::timestamptz, $${n + 1}::uuid)`,
  by: 'p.moved_at desc, p.case_id desc',
  cursorOf: (line: Line) => [iso(line.moved_at), line.id]
} satisfies Omit<Order, 'where'>

// Every list starts from the organisation's own lines, in the order of an index: fifty lines cost fifty lines. Until when and
// when it moved are kept as that organisation is told them: neither an order, nor a count, nor a cursor tells more.
const orders: Record<WorklistView, Order> = {
  todo: { where: 'p.waits_for is not null', ...soonestFirst },
  late: {
    // What falls due on a day that is not kept is late once its month is over: it has then said so itself.
    where: `p.due_at < (select wall_clock())
      and (not p.due_in_month or p.due_at + interval '1 month' - interval '1 day' < (select wall_clock()))`,
    key: ['at', 'id'],
    after: (n) => `(p.due_at, p.case_id) > ($${n}::timestamptz, $${n + 1}::uuid)`,
    by: 'p.due_at, p.case_id',
    cursorOf: (line) => [iso(line.due_at ?? line.sort_at), line.id]
  },
  moved: { where: `p.moved_at > (select wall_clock()) - interval '7 days'`, ...lastMovedFirst },
  all: { where: 'true', ...lastMovedFirst }
}

const columns = (
  role: Role
) => `p.capacity, p.waits_for, p.urgency, p.due_at, p.due_in_month, p.sort_at, p.moved_at,
  c.id, c.code, c.opened_at, c.facts, c.identification,
  coalesce(p.waits_for in (${listed(Object.keys(referralDuties))}), false) and exists (select from referral r
    where r.case_id = c.id and r.awaits_person_id = $3 and (r.state = 'escalated' or r.follow_up is not null)) as named,
  case when p.waits_for in (${listed(doneInOneGo)}) then (select array_agg(p.capacity || ' ' || p.told)
    from participation p where p.case_id = c.id and p.org_id = $1 and p.until is null and ${spokenFor(role)}) end as counters`

const pageOf = async (
  tx: Tx,
  { view, q, cursor, limit }: Query,
  { orgId, role, personId }: Actor
): Promise<Line[]> => {
  const { where, key, after, by } = orders[view]
  const start = cursor === undefined ? [] : decodeCursor(cursor, key)
  const code = q === undefined ? [] : [readCode(q) ?? readHalf(q) ?? '']
  // Eight signs or their first four: of the reader's own cases only, and none where two begin alike.
  const found = code.length > 0 ? `c.code between $4 and $4 || 'ZZZZ' and $4 <> ''` : where
  const going = start.length > 0 ? `and ${after(4 + code.length)}` : ''
  const lines = await runQuery<Line>(
    tx,
    `select ${columns(role)} from participation p join "case" c on c.id = p.case_id
     where p.org_id = $1 and p.until is null and ${spokenFor(role)} and ${found} ${going} order by ${by} limit $2`,
    [orgId, limit + 1, personId, ...code, ...start]
  )
  return code.length > 0 && new Set(lines.map(({ id }) => id)).size > 1 ? [] : lines
}

const capped = (view: WorklistView, role: Role) =>
  `(select count(*)::int from (select from participation p where p.org_id = $1 and p.until is null and ${spokenFor(role)} and ${orders[view].where} limit ${countCap}) as counted)`
const counting = (role: Role) =>
  `select ${capped('todo', role)} as todo, ${capped('late', role)} as late, ${capped('moved', role)} as moved`

const countsOf = async (tx: Tx, { orgId, role }: Actor): Promise<CaseList['counts']> => {
  const rows = await runQuery<{ todo: number; late: number; moved: number }>(tx, counting(role), [orgId])
  const { todo, late, moved } = rows[0]!
  return { todo: counted(todo), late: counted(late), moved: counted(moved) }
}

const words = { deadline: { fr: 'Échéance', en: 'Deadline' } } as const satisfies Record<string, Bilingual>

type Shown = {
  /** The very day, where the line keeps its month and this reader may know it. */
  days: ReadonlyMap<string, Date>
  /** The reader's version of a case in which the awaited act may be done with others. */
  tagOf: (line: Line) => string
}

const dueOf = (
  line: Line & { territory: string },
  { locale, now }: Reader,
  { days }: Shown
): CaseLine['due'] => {
  const dueAt = days.get(line.id) ?? line.due_at
  if (dueAt === null) return null
  const { territory } = line
  const [today, on] = [civilDate(now, zoneOf(territory)), civilDate(dueAt, zoneOf(territory))]
  const ends = line.due_in_month && !days.has(line.id) ? lastOfMonth(on) : on
  const left = daysBetween(today, on)
  const late = ends === on ? dueAt < now : ends < today
  return {
    label: words.deadline[locale],
    dueAt: iso(dueAt),
    dueOn: dayEnding(dueAt, territory),
    daysLeft: late ? left : Math.max(0, left),
    late
  }
}

const lineView = (line: Line, reader: Reader, shown: Shown): CaseLine => {
  const { locale } = reader
  const { facts, territory, identification } = discloseLine(line)
  const { state, label, tone } = identification(line.identification)
  return {
    id: line.id,
    code: showCode(line.code),
    openedOn: civilDate(line.opened_at, zoneOf(territory)),
    waitsFor:
      line.waits_for === null
        ? null
        : {
            command: line.waits_for,
            label: dutyLabel(line.waits_for)[locale],
            named: line.named,
            together: doneTogether(line.waits_for) ? shown.tagOf(line) : null
          },
    situation: { state, label: label[locale], tone: badgeTone(tone) },
    badges: badgesOf(facts, locale).filter(({ key }) =>
      ['danger', 'age', 'local_danger', 'removal_bar'].includes(key)
    ),
    summary: summaryOf(facts, locale),
    due: dueOf({ ...line, territory }, reader, shown),
    movedAt: iso(line.moved_at)
  }
}

/** A page of an organisation's worklist, and how much waits. */
export const listCases = async (tx: Tx, query: Query, reader: Reader): Promise<CaseList> => {
  const { actor } = reader
  const [lines, counts] = await settleAll([pageOf(tx, query, actor), countsOf(tx, actor)])
  const page = lines.slice(0, query.limit)
  const shown = {
    days: await daysIn(tx, page),
    tagOf: ({ id, counters }: Line) =>
      tagOf(keysUnder(poolOf(tx)), { caseId: id, orgId: actor.orgId, counters: counters ?? [] })
  }
  const last = page.at(-1)
  return {
    items: page.map((line) => lineView(line, reader, shown)),
    next: lines.length > query.limit && last ? encodeCursor(orders[query.view].cursorOf(last)) : null,
    counts
  }
}
