import { legalEnd } from '../../workflows/deadlines/deadlines.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { stoodOn } from './contested.ts'

/** `first`: not opened where one of that name counts already; `yields`: nor where one of the other name still does, to which it gives way. */
export type Giving = { first: string[]; yields: Partial<Record<string, string>> }

/** The last day of a clock, in law where that is later; null where it has none. */
const lastDay = (entry: DeadlineEntry) => (legalEnd(entry) ?? { on: entry.dueOn }).on

/** What was over by then was of something else: an earlier judgment, of which nothing is served any more. */
export const isOverBefore = (entry: DeadlineEntry, day: string) => (lastDay(entry) ?? day) < day

/**
 * Whether a clock that the case has counts already what another would be opened for. One whose safe day is past gives way to nothing: that
 * it may stand in law is a doubt, and the days of the other are safe.
 */
export const countsFor = (
  entry: DeadlineEntry,
  row: Pick<DeadlineEntry, 'code' | 'startsOn'>,
  { first, yields }: Giving
): boolean =>
  entry.code === row.code
    ? first.includes(row.code) && !isOverBefore(entry, row.startsOn)
    : entry.code === yields[row.code] && row.startsOn <= (entry.dueOn ?? '') && stoodOn(entry, row.startsOn)
