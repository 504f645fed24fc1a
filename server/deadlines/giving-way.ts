import { addDays, nextWorkingDay, type CivilDate } from '../../workflows/calendar/calendar.ts'
import type { InLaw } from '../../workflows/deadlines/doubts.ts'
import { legalEnd, type DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { noticeOf } from '../../workflows/deadlines/running/contested.ts'
import { inLawOrNone, known as orNone } from '../../workflows/deadlines/running/doubted.ts'
import type { Opened } from '../../workflows/deadlines/running/opening.ts'
import { stoppableStates } from '../../workflows/deadlines/states.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { stoodOn } from './contested.ts'

/**
 * `first`: not opened where one of that name counts already; `yields`: nor where one of the other name still does, to which it gives
 * way; `uncounted`: the doubt that it has unless one of that other name was ever counted.
 */
export type Giving = {
  first: string[]
  yields: Partial<Record<string, DeadlineCode>>
  uncounted: Partial<Record<string, NonNullable<Opened['unlessCounted']>>>
}

export const givingOf = (all: readonly Opened[]): Giving => ({
  first: all.flatMap(({ code, first }) => (first ? [code] : [])),
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

/**
 * Whether the case counts already what another would be opened for: one of that name, or of the name to which it gives way. Of several
 * decisions that it may be about, each must still stand: the days against one that is over are counted by nothing else.
 */
export const givesWay = (
  row: Row,
  known: readonly DeadlineEntry[],
  { giving: { first, yields }, territory }: Around
) => {
  const counted = known.filter(isStoppable)
  const goesOn = (entry: DeadlineEntry) => first.includes(row.code) && !isOverBefore(entry, row.startsOn)
  if (counted.some((entry) => entry.code === row.code && isOfSaid(entry, row) && goesOn(entry))) return true
  const other = yields[row.code]
  const meant = counted.filter((entry) => entry.code === other && mayBeOf(entry, row, territory))
  return meant.length > 0 && meant.every((entry) => stands(entry, row))
}

/**
 * What is left in doubt of one that does not give way: where the case has counted the time of the other name against what it is about,
 * be it over or stopped, that one is no question any more, and its decision is known by the day of that one.
 */
export const knownOf = (
  row: Row,
  known: readonly DeadlineEntry[],
  { giving: { yields, uncounted }, territory }: Around
): InLaw | null => {
  const [other, doubt] = [yields[row.code], uncounted[row.code]]
  const meant = known.filter((entry) => entry.code === other && mayBeOf(entry, row, territory))
  if (doubt === undefined || meant.length === 0) return row.inLaw ?? null
  const { doubts, ...said } = inLawOrNone(row.inLaw)
  const [day, ...others] = new Set(meant.map(noticeOf))
  const notice = others.length === 0 && day !== undefined ? { notice: day } : {}
  return orNone({ ...notice, ...said, doubts: doubts.filter(({ id }) => id !== doubt) })
}
