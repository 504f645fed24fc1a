import { addDays, nextWorkingDay, type CivilDate } from '../../workflows/calendar/calendar.ts'
import { withDoubt } from '../../workflows/deadlines/doubting.ts'
import type { DoubtId, InLaw } from '../../workflows/deadlines/doubts.ts'
import { legalEnd, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { noticeOf } from '../../workflows/deadlines/running/contested.ts'
import { inLawOrNone, known as orNone } from '../../workflows/deadlines/running/doubted.ts'
import type { Opened } from '../../workflows/deadlines/running/opening.ts'
import { stoppableStates } from '../../workflows/deadlines/states.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { stoodOn } from './contested.ts'

/**
 * `first`: not opened where one of that name counts already; `besides`: the doubt that it has beside one of which it cannot be; `yields`: nor where one of the other name still does, to which it gives
 * way; `uncounted`: the doubt that it has unless one of that other name was ever counted.
 */
export type Giving = {
  first: string[]
  besides: Partial<Record<string, DoubtId>>
  yields: Partial<Record<string, DeadlineCode>>
  uncounted: Partial<Record<string, NonNullable<Opened['unlessCounted']>>>
}

export const givingOf = (all: readonly Opened[]): Giving => ({
  first: all.flatMap(({ code, first }) => (first ? [code] : [])),
  besides: Object.fromEntries(all.flatMap(({ code, beside }) => (beside ? [[code, beside]] : []))),
  yields: Object.fromEntries(all.flatMap(({ code, yieldsTo }) => (yieldsTo ? [[code, yieldsTo]] : []))),
  uncounted: Object.fromEntries(
    all.flatMap(({ code, unlessCounted }) => (unlessCounted ? [[code, unlessCounted]] : []))
  )
})

type Row = Pick<DeadlineEntry, 'code' | 'startsOn'> & { inLaw?: InLaw | null }
type Around = { giving: Giving; territory: string }

/** The last day of a clock, in law where that is later; null where it has none. */
const lastDay = (entry: DeadlineEntry) => (legalEnd(entry) ?? { on: entry.dueOn }).on

/** What was over by then was of something else: an earlier judgment, of which nothing is served any more. */
export const isOverBefore = (entry: DeadlineEntry, day: string) => (lastDay(entry) ?? day) < day

export const isStoppable = ({ state }: Pick<DeadlineEntry, 'state'>) =>
  stoppableStates.some((one) => one === state)

/** The longest time of any party from the pronouncement: that of the chief prosecutor (CPP 505), moved to a working day (801). */
const longest = (day: CivilDate, territory: string) => nextWorkingDay(addDays(day, 20), territory)

/** Whether what an act records may be about the decision of this clock: the one that it says, or any that it may have been in time for. */
const mayBeOf = (entry: DeadlineEntry, { startsOn, inLaw }: Row, territory: string): boolean => {
  const from = noticeOf(entry)
  if (inLaw?.notice !== undefined) return from === inLaw.notice
  return from <= startsOn && (stoodOn(entry, startsOn) || startsOn <= longest(from, territory))
}

/** Of one whose safe day is past, that it may stand in law is a doubt, and the days of the other are safe. */
const stands = (entry: DeadlineEntry, { startsOn }: Row) =>
  startsOn <= (entry.dueOn ?? '') && stoodOn(entry, startsOn)

const isOfSaid = (entry: DeadlineEntry, { inLaw }: Row) =>
  inLaw?.notice === undefined || noticeOf(entry) === inLaw.notice

/** What leaves it to be known whether a judgment was served, or whether what was served is that one. */
const unserved: readonly DoubtId[] = ['notServed', 'maybeNotServed', 'maybeServed', 'maybeOtherJudgment']

/**
 * A service starts nothing anew of a judgment at which the person was, nor of one that was served before: of no judgment named, it is of
 * another (CPP 498 1°).
 */
const mayBeServed = (entry: DeadlineEntry, { startsOn, inLaw }: Row) =>
  inLaw?.notice !== undefined ||
  entry.startsOn === startsOn ||
  inLawOrNone(entry.inLaw).doubts.some(({ id }) => unserved.includes(id))

/** Those of that name that still count on its day, of the decision that is said. */
const goingOn = (row: Row, known: readonly DeadlineEntry[], { giving: { first } }: Around) => {
  const goesOn = (entry: DeadlineEntry) => first.includes(row.code) && !isOverBefore(entry, row.startsOn)
  return known.filter(
    (entry) => isStoppable(entry) && entry.code === row.code && isOfSaid(entry, row) && goesOn(entry)
  )
}

/**
 * Whether the case counts already what another would be opened for: one of that name, or of the name to which it gives way. Of several
 * decisions that it may be about, each must still stand: the days against one that is over are counted by nothing else.
 */
export const givesWay = (row: Row, known: readonly DeadlineEntry[], around: Around) => {
  const { giving, territory } = around
  const isOfItself = giving.besides[row.code] === undefined
  if (goingOn(row, known, around).some((entry) => isOfItself || mayBeServed(entry, row))) return true
  const other = giving.yields[row.code]
  const meant = known
    .filter(isStoppable)
    .filter((entry) => entry.code === other && mayBeOf(entry, row, territory))
  return meant.length > 0 && meant.every((entry) => stands(entry, row))
}

/** One that is opened beside others of its name is left to be checked. */
const besideOthers = (row: Row, known: readonly DeadlineEntry[], around: Around): InLaw | null => {
  const beside = around.giving.besides[row.code]
  if (beside === undefined || goingOn(row, known, around).length === 0) return row.inLaw ?? null
  const { doubts, ...said } = inLawOrNone(row.inLaw)
  return { ...said, doubts: withDoubt(doubts, { id: beside }) }
}

/**
 * What is left in doubt of one that does not give way: where the case has counted the time of the other name against what it is about,
 * be it over or stopped, that one is no question any more, and its decision is known by the day of that one.
 */
export const knownOf = (row: Row, known: readonly DeadlineEntry[], around: Around): InLaw | null => {
  const { giving, territory } = around
  const [other, doubt] = [giving.yields[row.code], giving.uncounted[row.code]]
  const meant = known.filter((entry) => entry.code === other && mayBeOf(entry, row, territory))
  if (doubt === undefined || meant.length === 0) return besideOthers(row, known, around)
  const { doubts, ...said } = inLawOrNone(row.inLaw)
  const [day, ...others] = new Set(meant.map(noticeOf))
  const notice = others.length === 0 && day !== undefined ? { notice: day } : {}
  return orNone({ ...notice, ...said, doubts: doubts.filter(({ id }) => id !== doubt) })
}
