import { dutyLabel, doneTogether } from '../../policies/duties.ts'
import { civilDate, daysBetween } from '../../workflows/calendar/calendar.ts'
import { zoneOf, type Zone } from '../../workflows/calendar/territories.ts'
import { stateRow } from '../../workflows/case/commands.ts'
import { lastOfMonth } from '../../workflows/deadlines/month.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { counted } from '../cases/store.ts'
import { tagOf } from '../cases/tag.ts'
import { showCode } from '../cases/code.ts'
import { keysUnder } from '../db/client.ts'
import { poolOf, type Tx } from '../db/context.ts'
import { dayEnding } from '../deadlines/view.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { Locale } from '../locale.ts'
import type { CaseLine, CaseList } from '../views/schemas.ts'
import { badgeTone } from '../views/words.ts'
import { badgesOf, summaryOf } from '../disclosure/badges.ts'
import type { ShownLine } from '../outbox/worklist.line.ts'
import { daysIn } from './list.days.ts'
import { nextOf, pageOf, renewed, type Page } from './list.page.ts'
import { iso, type Line, type Query } from '../lists/order.ts'
import { daysOf as tradeDays, tradeOf } from '../lists/trade.ts'

const words = { deadline: { fr: 'Échéance', en: 'Deadline' } } as const satisfies Record<string, Bilingual>

// Emptied when somebody feeds it everything there is.
const mostRemembered = 10_000

/** What hangs on a value and a word beside it alone, made once: the same lines and days are read again and again. */
const remembered = <V extends string | number, By extends string, T>(make: (value: V, by: By) => T) => {
  const shelves = new Map<By, Map<V, T>>()
  return (value: V, by: By): T => {
    const shelf = shelves.get(by) ?? new Map<V, T>()
    const known = shelf.get(value)
    if (known !== undefined) return known
    if (shelf.size >= mostRemembered) shelf.clear()
    const made = make(value, by)
    shelves.set(by, shelf.set(value, made))
    return made
  }
}

type Shown = {
  /** The very day, where the line keeps its month and this reader may know it. */
  days: ReadonlyMap<string, Date>
  today: (zone: Zone) => string
  /** The reader's version of a case in which the awaited act may be done with others. */
  tagOf: (line: Line) => string
}

/** What does not change of a due day while it stands. */
const dayDue = remembered((at: number, zone: Zone) => ({
  dueAt: iso(at),
  on: civilDate(new Date(at), zone),
  dueOn: dayEnding(new Date(at), zone)
}))
const dayIn = remembered((at: number, zone: Zone) => civilDate(new Date(at), zone))

export type Due = Pick<Line, 'id' | 'due_at' | 'late_at' | 'due_in_month'>

/** What a reader is told of the day of a line; of a day that is not kept, its month, unless `shown` holds it. */
export const dueOf = (
  line: Due,
  zone: Zone,
  { locale, now }: Pick<Reader, 'locale' | 'now'>,
  shown: Pick<Shown, 'days' | 'today'>
): CaseLine['due'] => {
  const day = shown.days.get(line.id)
  const at = day?.getTime() ?? line.due_at
  if (at === null) return null
  const { dueAt, on, dueOn } = dayDue(at, zone)
  const today = shown.today(zone)
  const ends = line.due_in_month && !day ? lastOfMonth(on) : on
  const left = daysBetween(today, on)
  const over = ends === on ? at < now.getTime() : ends < today
  const { late, past, ends: inLaw } = lateness({ at, lateAt: line.late_at, over, now: now.getTime() }, zone)
  const daysLeft = over ? left : Math.max(0, left)
  return { label: words.deadline[locale], dueAt, dueOn, daysLeft, late, past, ends: inLaw }
}

type Over = { at: number; lateAt: number | null; over: boolean; now: number }

/** Past the due day a line is late, unless that day was the safe one or an indication: then that is what it says. */
const lateness = (
  { at, lateAt, over, now }: Over,
  zone: Zone
): Pick<NonNullable<CaseLine['due']>, 'late' | 'past' | 'ends'> => {
  if (lateAt === null) return { late: false, past: over ? 'indication' : null, ends: null }
  if (lateAt <= at) return { late: over, past: null, ends: null }
  const late = over && lateAt < now
  const on = Number.isFinite(lateAt) ? dayIn(lateAt, zone) : null
  return { late, past: over && !late ? 'safe' : null, ends: { on } }
}

const todayIn = (now: Date) => {
  const today = remembered((at: number, zone: Zone) => civilDate(new Date(at), zone))
  return (zone: Zone) => today(now.getTime(), zone)
}

/** Of the badges of a case, those that a list shows. */
export const glanced: readonly string[] = ['danger', 'age', 'local_danger', 'removal_bar']

/** The words of a kept line. */
const wordsOf = remembered((kept: string, locale: Locale) => {
  const line = JSON.parse(kept) as ShownLine
  const { territory, identification, facts } = line
  const { label, tone } = stateRow('identification', identification)
  return {
    zone: zoneOf(territory),
    situation: { state: identification, label: label[locale], tone: badgeTone(tone) },
    trade: tradeOf(line, locale),
    badges: badgesOf(facts, locale).filter(({ key }) => glanced.includes(key)),
    summary: summaryOf(facts, locale)
  }
})

/** What a list shows at a glance of whom a kept line is of; nothing of one that is not kept. */
export const glanceAt = (
  line: string | null,
  locale: Locale
): Pick<CaseLine, 'badges'> & { summary: string | null } => {
  if (line === null) return { badges: [], summary: null }
  const { badges, summary } = wordsOf(line, locale)
  return { badges, summary }
}

const lineView = (line: Line, reader: Reader, shown: Shown): CaseLine => {
  const { locale, now } = reader
  const { zone, situation, trade, badges, summary } = wordsOf(line.line, locale)
  return {
    id: line.id,
    code: showCode(line.code),
    openedOn: dayIn(line.opened_at, zone),
    waitsFor:
      line.waits_for === null
        ? null
        : {
            command: line.waits_for,
            label: dutyLabel(line.waits_for)[locale],
            named: line.named,
            together: doneTogether(line.waits_for) ? shown.tagOf(line) : null
          },
    ...{ situation, badges, summary },
    trade: { ...trade, ...tradeDays(line.runs, { now, zone, locale }) },
    due: dueOf(line, zone, reader, shown),
    movedAt: iso(line.moved_at)
  }
}

/** A page of an organisation's worklist, and how much waits. */
export const listCases = async (
  tx: Tx,
  query: Query,
  reader: Reader,
  found: Page | Promise<Page> = pageOf(tx, query, reader.actor)
): Promise<CaseList> => {
  const { actor, now } = reader
  const seen = await found
  const { lines, counts } = seen
  const page = await renewed(tx, lines.slice(0, query.limit), { ...reader, query })
  const shown = {
    today: todayIn(now),
    days: await daysIn(tx, page),
    tagOf: ({ id, counters }: Line) =>
      tagOf(keysUnder(poolOf(tx)), { caseId: id, orgId: actor.orgId, counters: counters?.split(',') ?? [] })
  }
  return {
    items: page.map((line) => lineView(line, reader, shown)),
    next: nextOf(seen, query),
    counts: { todo: counted(counts.todo), late: counted(counts.late), moved: counted(counts.moved) }
  }
}
