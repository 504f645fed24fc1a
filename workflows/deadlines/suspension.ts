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
} from '../calendar/calendar.ts'
import { stepsTo, type Counted, type LegalEnd } from './count.ts'
import { endToken } from './legal-end.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from './register.ts'
import { zoneOf } from '../calendar/territories.ts'

/** A clock as it was counted until it stood still. */
export type Kept = { code: DeadlineCode } & Omit<Counted, 'steps'>

/** From when to when it stood still, where, and which alerts its configuration gives. */
export type Standstill = {
  from: Date | string
  to: Date | string
  territory: string
  alerts: readonly number[]
}

type End = { reached: CivilDate; dueOn: CivilDate; dueAt: string; tokens: string[] }

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
  const working = kept.unit === 'workingDays'
  const n = working ? workingDaysBetween(first, last, territory) : daysBetween(first, last)
  const reached = working ? addWorkingDays(kept.reached, n, territory) : addDays(kept.reached, n)
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

/** The end in law stands still as long as the safe day does. */
const laterLegal = ({ code, legal, unit }: Kept, { from, to, territory }: Standstill): LegalEnd | null => {
  if (legal === null || legal.endOn === null || legal.endAt === null) return legal
  const zone = zoneOf(territory)
  if (unit === 'hours') {
    const endAt = new Date(epochMs(legal.endAt) + epochMs(to) - epochMs(from))
    return { endOn: civilDate(endAt, zone), endAt: endAt.toISOString() }
  }
  const reached = addDays(legal.endOn, daysBetween(civilDate(from, zone), civilDate(to, zone)))
  const { extendToWorkingDay }: DeadlineRow = deadlineRegister[code]
  const endOn = extendToWorkingDay ? nextWorkingDay(reached, territory) : reached
  return { endOn, endAt: endOfDay(endOn, zone) }
}

/**
 * Sets a clock going again: what was left when it stopped is what is left now. Days are added to days, working days to
 * working days, and time to hours. @throws when the end of the standstill is before its beginning.
 */
export const resume = (kept: Kept, standstill: Standstill): Counted => {
  const { from, to, territory, alerts } = standstill
  if (epochMs(to) < epochMs(from)) throw new RangeError('A clock does not go on before it stopped')
  const end = kept.unit === 'hours' ? laterHours(kept, standstill) : laterDays(kept, standstill)
  const telling = { zone: zoneOf(territory), now: epochMs(to), alerts }
  const { startsOn, n, unit } = kept
  const legal = laterLegal(kept, standstill)
  return {
    startsOn,
    dueOn: end.dueOn,
    dueAt: end.dueAt,
    n,
    unit,
    reached: end.reached,
    legal,
    steps: stepsTo(deadlineRegister[kept.code], { ...end, legal }, telling),
    computation: [
      ...kept.computation.filter((token) => legal === null || !token.startsWith('lawEnd:')),
      ...end.tokens,
      ...(legal === null ? [] : [endToken(legal, unit, zoneOf(territory))])
    ]
  }
}

/** Says of a clock that it does not count for a minor; its own start is kept for the day it does. */
export const frozen = (startsOn: CivilDate): string[] => [`start:${startsOn}`, 'frozen:minor']

/** It stands still because it does not count for a minor: such a clock stands still for nothing else. */
export const isFrozen = ({ code, state }: { code: string; state: string }): boolean => {
  const { frozenWhile }: DeadlineRow = deadlineRegister[code as DeadlineCode]
  return state === 'suspended' && frozenWhile !== null
}

/**
 * From which day a clock that did not count for a minor counts: the eighteenth birthday, or its own start where that is
 * later, or where the person turned out never to have been a minor.
 */
export const thawedStart = (startsOn: CivilDate, majorityOn: CivilDate | null): CivilDate =>
  majorityOn !== null && majorityOn > startsOn ? majorityOn : startsOn
