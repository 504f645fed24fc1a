import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { decodeCursor } from '../http/cursor.ts'
import type { Narrowing, Sort } from './filter.ts'

export const worklistViews = ['todo', 'late', 'moved', 'all'] as const
export type WorklistView = (typeof worklistViews)[number]
export type Query = Narrowing & { view: WorklistView; q?: string; cursor?: string; limit: number }

/** A line as it is kept. Its instants are milliseconds: to read a date from its text takes longer than the rest of the line. */
export type Line = {
  id: string
  capacity: Capacity
  waits_for: string | null
  urgency: number
  due_at: number | null
  /** Infinity where no end is known in law, null where nobody is late. */
  late_at: number | null
  due_in_month: boolean
  moved_at: number
  code: string
  opened_at: number
  line: string
  marks: string[]
  runs: string | null
  /** Made by the tables that make lines now. */
  fresh: boolean
  /** The reader is waited for by name. */
  named: boolean
  /** The counters of all the parts that the reader speaks for, where the awaited act may be done in several cases at one go. */
  counters: string | null
}

/** `after` reads the cursor from its own parameters on, each with its type. */
export type Order = {
  /** Of two lines of one case, as `o` and `p`, the one that is shown: the first in this order. */
  first: string
  key: Parameters<typeof decodeCursor>[1]
  after: (first: number) => string
  by: string
  cursorOf: (line: Placed) => string[]
}
/** What says where a line stands in any order. */
export type Placed = Pick<Line, 'id' | 'urgency' | 'due_at' | 'moved_at'>

/** Where a line without a day is sorted: `sort_at` says the same. */
const noDay = Date.UTC(9999, 11, 31)
export const iso = (at: number) => new Date(at).toISOString()
export const inMs = (at: string) => `round(date_part('epoch', ${at}) * 1000)`
const pressingFirst: Order = {
  key: ['urgency', 'at', 'id'],
  after: (n: number) =>
    `(p.urgency, p.sort_at, p.case_id) > ($${n}::smallint, $${n + 1}::timestamptz, $${n + 2}::uuid)`,
  by: 'p.urgency, p.sort_at, p.case_id',
  first: '(o.urgency, o.sort_at, o.capacity) < (p.urgency, p.sort_at, p.capacity)',
  cursorOf: ({ urgency, due_at, id }) => [String(urgency), iso(due_at ?? noDay), id]
}
const dayOf = (at: string) => `(${at} at time zone 'UTC')::date`
const lastMovedFirst: Order = {
  key: ['at', 'id'],
  // The index knows the day; within it lines are sorted.
  after: (n: number) =>
    `(p.moved_on, p.moved_at, p.case_id) < (${dayOf(`$${n}::timestamptz`)}, $${n}::timestamptz, $${n + 1}::uuid)`,
  by: 'p.moved_on desc, p.moved_at desc, p.case_id desc',
  first: '(o.moved_at, o.capacity) > (p.moved_at, p.capacity)',
  cursorOf: (line) => [iso(line.moved_at), line.id]
}

const soonestFirst: Order = {
  key: ['at', 'id'],
  after: (n: number) => `(p.sort_at, p.case_id) > ($${n}::timestamptz, $${n + 1}::uuid)`,
  by: 'p.sort_at, p.case_id',
  first: '(o.sort_at, o.capacity) < (p.sort_at, p.capacity)',
  cursorOf: ({ due_at, id }) => [iso(due_at ?? noDay), id]
}
const bySort: Record<Sort, Order> = { due: soonestFirst, moved: lastMovedFirst }

/** `where`: of the parts called `p`. `order`: unless another is asked for. */
export type View = { where: (p: string) => string; order: Order }

// Every list reads the organisation's own lines alone, in the order of an index: fifty lines cost fifty lines. Until when and
// when it moved are kept as that organisation is told them: neither an order, nor a count, nor a cursor tells more.
export const byView: Record<WorklistView, View> = {
  todo: { where: (p) => `${p}.waits_for is not null`, order: pressingFirst },
  late: {
    // What falls due on a day that is not kept is late once its month is over: it has then said so itself.
    // Past a safe day, and past an indication, nobody is late.
    where: (p) => `${p}.sort_at < (select wall_clock()) and ${p}.late_at < (select wall_clock())
      and (not ${p}.due_in_month or ${p}.late_at + interval '1 month' - interval '1 day' < (select wall_clock()))`,
    order: soonestFirst
  },
  moved: { where: (p) => `${p}.moved_on > (select ${dayOf('wall_clock()')}) - 7`, order: lastMovedFirst },
  all: { where: () => 'true', order: lastMovedFirst }
}

export const orderOf = ({ view, sort }: Pick<Query, 'view' | 'sort'>): Order =>
  sort === undefined ? byView[view].order : bySort[sort]

/** As many lines as a narrowed page looks at: of the rest its cursor says where to go on. */
export const mostLooked = 2_000
