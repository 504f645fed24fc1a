import {
  addDays,
  addWorkingDays,
  civilDate,
  daysBetween,
  endOfDay,
  epochMs,
  isWorkingDay,
  nextWorkingDay,
  wallClock,
  type CivilDate
} from './calendar.ts'
import { stepsTo, type Counted } from './deadline.count.ts'
import {
  deadlineRegister,
  type DeadlineCode,
  type DeadlineRow,
  type DurationUnit
} from './deadline.register.ts'
import { zoneOf } from './territories.ts'

/** A clock as it was kept: what it counted, in tokens. */
export type Kept = {
  code: DeadlineCode
  startsOn: CivilDate
  dueOn: CivilDate
  dueAt: Date | string
  computation: readonly string[]
}

/** From when to when it stood still, where, and which alerts its configuration gives. */
export type Standstill = {
  from: Date | string
  to: Date | string
  territory: string
  alerts: readonly number[]
}

type End = { reached: CivilDate; dueOn: CivilDate; dueAt: string; tokens: string[] }

export const unitOf = ({ computation }: Pick<Kept, 'computation'>): DurationUnit => {
  const unit = computation.map((token) => /^add:\d+:(\w+)$/.exec(token)?.[1]).find(Boolean)
  if (unit === undefined) throw new RangeError('A clock that was not counted')
  return unit as DurationUnit
}

const extension = /^(?:moved|postponed):(\d{4}-\d{2}-\d{2})/

/** The day reached before the last extension, on which the time that stood still is added. */
const reachedBefore = ({ computation, dueOn }: Kept): CivilDate => {
  const last = computation.findLast((token) => /^(moved|postponed|stood):/.test(token)) ?? ''
  return extension.exec(last)?.[1] ?? dueOn
}

const workingDaysBetween = (from: CivilDate, to: CivilDate, territory: string): number =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1)).filter((date) =>
    isWorkingDay(date, territory)
  ).length

const laterHours = (kept: Kept, { from, to, territory }: Standstill): End => {
  const zone = zoneOf(territory)
  const due = new Date(epochMs(kept.dueAt) + epochMs(to) - epochMs(from))
  const shown = (at: Date | string) => wallClock(at, zone).slice(0, 16)
  const dueOn = shown(due).slice(0, 10)
  return {
    reached: dueOn,
    dueOn,
    dueAt: due.toISOString(),
    tokens: [`stood:${shown(from)}:${shown(to)}:0:hours:${shown(due)}`]
  }
}

const laterDays = (kept: Kept, { from, to, territory }: Standstill): End => {
  const zone = zoneOf(territory)
  const [first, last] = [civilDate(from, zone), civilDate(to, zone)]
  const working = unitOf(kept) === 'workingDays'
  const n = working ? workingDaysBetween(first, last, territory) : daysBetween(first, last)
  const base = reachedBefore(kept)
  const reached = working ? addWorkingDays(base, n, territory) : addDays(base, n)
  const { extendToWorkingDay }: DeadlineRow = deadlineRegister[kept.code]
  const dueOn = extendToWorkingDay ? nextWorkingDay(reached, territory) : reached
  return {
    reached,
    dueOn,
    dueAt: endOfDay(dueOn, zone),
    tokens: [
      `stood:${first}:${last}:${n}:${working ? 'workingDays' : 'days'}:${reached}`,
      ...(dueOn === reached ? [] : [`postponed:${reached}:${dueOn}`])
    ]
  }
}

/**
 * Sets a clock going again: what was left when it stopped is what is left now. Days are added to days, working days to
 * working days, and time to hours. @throws when the end of the standstill is before its beginning.
 */
export const resume = (kept: Kept, standstill: Standstill): Counted => {
  const { from, to, territory, alerts } = standstill
  if (epochMs(to) < epochMs(from)) throw new RangeError('A clock does not go on before it stopped')
  const end = unitOf(kept) === 'hours' ? laterHours(kept, standstill) : laterDays(kept, standstill)
  const telling = { zone: zoneOf(territory), now: epochMs(to), alerts }
  return {
    startsOn: kept.startsOn,
    dueOn: end.dueOn,
    dueAt: end.dueAt,
    steps: stepsTo(deadlineRegister[kept.code], end, telling),
    computation: [...kept.computation, ...end.tokens]
  }
}

/** Says of a clock that it does not count for a minor; its own start is kept for the day it does, and what tells a birthday. */
export const frozen = (startsOn: CivilDate, computation: readonly string[] = []): string[] => [
  `start:${startsOn}`,
  'frozen:minor',
  ...sinceMajority(computation)
]

/** That a clock was counted from the eighteenth birthday. */
export const sinceMajority = (computation: readonly string[]): string[] =>
  computation.filter((token) => token.startsWith('majority:'))

export const isFrozen = ({ computation }: Pick<Kept, 'computation'>): boolean =>
  computation.includes('frozen:minor')

/**
 * From which day a clock that did not count for a minor counts: the eighteenth birthday, or its own start where that is
 * later, or where the person turned out never to have been a minor.
 */
export const thawedStart = (startsOn: CivilDate, majorityOn: CivilDate | null): CivilDate =>
  majorityOn !== null && majorityOn > startsOn ? majorityOn : startsOn
