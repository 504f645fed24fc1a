import type { CaseClock, RegionView } from '#lib/api.types.ts'
import { amountAway, hoursAway } from '../away.ts'

type Clock = NonNullable<RegionView['clock']>

/** How the clock of a cell is said: by what is left or late, by its day, or by its end alone. */
export type ClockSaid =
  | { way: 'left' | 'late'; unit: 'Minutes' | 'Hours' | 'Days' | 'Months'; n: number }
  | { way: 'day'; n: number; total: number }
  | { way: 'until' }
  /** The safe day is over and the right is not: that is no delay. */
  | { way: 'open' }
  /** Practice gave its length, and nobody is late. */
  | { way: 'indication' }

/** Nobody counts the days of a limitation of ten years. */
const countedDays = 400

/** A clock of hours says what is left of it: « 0 h sur 48 » told nobody that two days remain. */
export function clockSaid(clock: Clock, now: Date): ClockSaid {
  const { hours, daysLeft, total, past } = clock
  if (past === 'safe') return { way: 'open' }
  if (past === 'indication') return { way: 'indication' }
  if (hours !== null && hours !== undefined) return hoursSaid(clock, now)
  if (daysLeft < 0) return { way: 'late', ...amountAway(clock, now) }
  if (total > countedDays) return { way: 'until' }
  return { way: 'day', n: total - daysLeft, total }
}

function hoursSaid(clock: Clock, now: Date): ClockSaid {
  const left = new Date(clock.dueAt).getTime() - now.getTime()
  return left < 0 ? { way: 'late', ...amountAway(clock, now) } : { way: 'left', ...hoursAway(left) }
}

/** What only reminded, and is over. */
export const isOver = ({ state, late }: Pick<CaseClock, 'state' | 'late'>) => state === 'fired' && !late

/** The nearest first; what is over is said after what still runs. */
export const nearestFirst = <C extends Pick<CaseClock, 'state' | 'late' | 'dueAt'>>(
  clocks: readonly C[]
): C[] =>
  clocks.toSorted(
    (one, other) => Number(isOver(one)) - Number(isOver(other)) || one.dueAt.localeCompare(other.dueAt)
  )
