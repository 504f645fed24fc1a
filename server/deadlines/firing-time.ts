import { addDays, civilDate, daysBetween, startOfDay } from '../../workflows/calendar/calendar.ts'
import { isMonth } from '../../workflows/deadlines/month.ts'
import {
  deadlineRegister,
  endOf,
  legalEnd,
  type DeadlineCode,
  type DeadlineRow,
  type DeadlineStep
} from '../../workflows/deadlines/deadlines.ts'
import { ownSilence } from '../../workflows/deadlines/running/silences.ts'
import type { Zone } from '../../workflows/calendar/territories.ts'
import type { DeadlineEntry } from '../cases/store.ts'

// When clocks speak. The hour at which its day begins or ends where the person was moved would name that place to all who
// hear one: by the line of a history, by a notice, or by watching. So the hour is that of Paris wherever she is.

const hourOf: Zone = 'Europe/Paris'

type Counted = Pick<DeadlineEntry, 'code' | 'dueOn' | 'unit'>
type Step = DeadlineStep | { kind: 'alert' | 'due'; at: string; daysBefore?: number; on?: string }

/**
 * When a clock of days says or does that its time is over: never before its day has ended there, nor before it has in Paris.
 * What is done moves the case, and whoever is told the day of Paris would see it move too early: a right is so longer by some
 * hours east of Paris, and by none elsewhere.
 */
export const saysOver = ({ code, dueOn }: Pick<Counted, 'code' | 'dueOn'>, endsAt: Date | string): Date => {
  const row: DeadlineRow = deadlineRegister[code as DeadlineCode]
  const over = new Date(endsAt)
  const inParis = new Date(endOf(row, dueOn, hourOf))
  return inParis > over ? inParis : over
}

/** When a step of a clock is said. Hours are counted to the minute from what everybody saw. */
export const saidAt = (step: Step, clock: Counted): Date => {
  if (step.kind === 'alert')
    return new Date(startOfDay(addDays(clock.dueOn, -(step.daysBefore ?? 0)), hourOf))
  if (clock.unit === 'hours') return new Date(step.at)
  return saysOver({ code: clock.code, dueOn: ('on' in step && step.on) || clock.dueOn }, step.at)
}

/** When a clock speaks first; null for one that has nothing more to say, since the law sets it no end. */
export const firstSaid = ([first]: readonly Step[], clock: Counted): Date | null =>
  first === undefined ? null : saidAt(first, clock)

// A clock that speaks more than this after its hour says that it is late.
export const lateAfterSeconds = 15 * 60

/**
 * When a clock that spoke at a moment would have spoken if its hour were another: as long after that hour or, where it was late
 * since nobody came, when somebody came.
 */
export const spokenBy = (at: Date, hour: Date, other: Date): Date => {
  const after = at.getTime() - hour.getTime()
  return new Date(
    after > lateAfterSeconds * 1000 ? Math.max(at.getTime(), other.getTime()) : other.getTime() + after
  )
}

/** How many days are left as a clock speaks, which is on a day of Paris. */
export const leftAsItSpeaks = (dueOn: string, at: Date): number => daysBetween(civilDate(at, hourOf), dueOn)

/** Each application has a silence of its own: the day from which it counts says which is over. */
const whichOne = ({ code, startsOn }: Pick<DeadlineEntry, 'code' | 'startsOn'>) =>
  code === ownSilence ? { startsOn } : {}

/** How many days are left, or which day is over: written in clear, so not of a clock that tells no more than its month. */
export const daySpoken = (
  clock: Pick<DeadlineEntry, 'code' | 'startsOn' | 'dueOn' | 'computation'>,
  command: 'clock.alert' | 'clock.lapse',
  at: Date
) => {
  if (isMonth(clock)) return {}
  if (command === 'clock.lapse') return { on: legalEnd(clock)?.on ?? clock.dueOn, ...whichOne(clock) }
  return { daysLeft: Math.max(0, leftAsItSpeaks(clock.dueOn, at)) }
}

/** Steps already behind us after an outage: only the last alert is said, the due step always. */
export const skipToLast = (
  entry: DeadlineEntry,
  at: Date,
  hour: (step: DeadlineEntry['steps'][number]) => Date
): DeadlineEntry => {
  const passed = entry.steps.filter((step) => hour(step) <= at).length
  return { ...entry, nextStep: Math.max(entry.nextStep, passed - 1) }
}
