import { addDays, civilDate, holidaysDiffer } from '../../workflows/calendar.ts'
import { isMonth } from '../../workflows/deadline.month.ts'
import { isCommandType } from '../../workflows/commands.ts'
import {
  countClock,
  deadlineRegister,
  endOf,
  type DeadlineCode,
  type Duration
} from '../../workflows/deadlines.ts'
import { opensOf } from '../../workflows/opening.ts'
import { zoneOf, type Zone } from '../../workflows/territories.ts'
import type { PlaceTold } from '../../policies/told.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'
import { leftAsItSpeaks, saysOver } from './speaking.ts'

export type Clock = Pick<
  DeadlineEntry,
  'code' | 'computation' | 'startsOn' | 'dueOn' | 'dueAt' | 'referralId'
>

/** What may have opened the clocks of a case: its acts, and its referrals as they were sent. */
export type Openers = {
  acts: readonly { command: string; at: Date }[]
  sent: readonly { id: string; sentAt: Date }[]
}

/** Where a reader is told that she is, and what opened her clocks. */
export type ToldIn = PlaceTold & { openers: Openers }

const placing = /^(localTime|holiday):/

// In metropolitan France the hour is one and no clock says where it was counted: Alsace-Moselle has holidays of its own.
const metropolitan = ['75', '67'] as const

/** Where a clock may have been counted: in the place that it names, or by one of the calendars of metropolitan France. */
const countedIn = ({ computation }: Pick<Clock, 'computation'>): readonly string[] => {
  const named = computation.map((token) => /^localTime:(\w+)$/.exec(token)?.[1]).find(Boolean)
  return named ? [named] : metropolitan
}

const zoneCounted = (clock: Pick<Clock, 'computation'>) => zoneOf(countedIn(clock)[0]!)

/** Who may know where she is and whence she came reads a clock as it was counted. */
const readsWhole = ({ placed, origin }: PlaceTold) => placed && origin

/** Whether a clock was counted by another hour than that of the territory told: to count it again, what opened it is needed. */
export const isCountedElsewhere = (clock: Pick<Clock, 'computation'>, told: PlaceTold): boolean =>
  !readsWhole(told) && zoneCounted(clock) !== zoneOf(told.territory)

const lengthOf = ({ computation }: Pick<Clock, 'computation'>): Duration | null => {
  const found = computation.map((token) => /^add:(\d+):(\w+)$/.exec(token)).find(Boolean)
  return found ? { n: Number(found[1]), unit: found[2] as Duration['unit'] } : null
}

const fromItsMoment = (command: string, code: string) =>
  isCommandType(command) &&
  opensOf(command).some(
    (opening) => opening.code === code && opening.startsOn === undefined && opening.endsOn === undefined
  )

/** From when it counts: the moment of what opened it, or the civil day that a document bears, the same everywhere. */
const startOf = (clock: Clock, { n, unit }: Duration, { territory, openers }: ToldIn): Date | string => {
  const { code, startsOn, referralId, dueAt } = clock
  if (unit === 'hours') return new Date(dueAt.getTime() - n * 3_600_000)
  const moments = referralId
    ? openers.sent.filter(({ id }) => id === referralId).map(({ sentAt }) => sentAt)
    : openers.acts.filter(({ command }) => fromItsMoment(command, code)).map(({ at }) => at)
  const onItsDay = (zone: Zone) => moments.find((at) => civilDate(at, zone) === startsOn)
  return onItsDay(zoneOf(territory)) ?? onItsDay(zoneCounted(clock)) ?? startsOn
}

// From a holiday on a Friday, or the two before a Sunday, to the next day of work.
const longestExtension = 5

// Time that it stood still, or was put off, was added since: such a clock keeps its days.
const lengthened = /^(stood|postponed|held):/

/** By the same hour and, from its first day or from shortly before its last, by the same holidays. */
const isCountedAlike = (clock: Clock, { unit }: Duration, { territory }: ToldIn): boolean => {
  if (zoneCounted(clock) !== zoneOf(territory)) return false
  const { startsOn, dueOn } = clock
  const from = unit === 'workingDays' ? startsOn : addDays(dueOn, -longestExtension)
  return !countedIn(clock).some((place) => holidaysDiffer([place, territory], from, dueOn))
}

/** As if it had been counted where the reader is told that she is; null where what it was counted from is not known. */
const recounted = <T extends Clock>(clock: T, told: ToldIn): T | null => {
  const length = lengthOf(clock)
  if (length === null) return null
  if (isCountedAlike(clock, length, told)) return clock
  if (clock.computation.some((token) => lengthened.test(token))) return null
  const at = startOf(clock, length, told)
  const count = (territory: string) =>
    countClock(
      deadlineRegister[clock.code as DeadlineCode],
      { at, territory },
      { duration: length, alerts: [], now: typeof at === 'string' ? `${at}T00:00:00Z` : at }
    )
  const [here, there] = [count(told.territory), countedIn(clock).map(count)]
  if (!there.some(({ dueOn }) => dueOn === clock.dueOn)) return null
  const { startsOn, dueOn, dueAt } = here
  const since = clock.computation.filter((token) => token.startsWith('majority:'))
  return { ...clock, startsOn, dueOn, dueAt: new Date(dueAt), computation: [...here.computation, ...since] }
}

// Days put off because they were free elsewhere.
const putOff = /^(kept|moved):/

/** A clock counted where she went names that place: by its local time, its holidays, and the instant at which its day ends. */
const unplaced = <T extends Clock>(clock: T, territory: string, unspoken = placing): T => ({
  ...clock,
  computation: clock.computation.filter((token) => !placing.test(token) && !unspoken.test(token)),
  dueAt:
    lengthOf(clock)?.unit === 'hours'
      ? clock.dueAt
      : new Date(endOf(deadlineRegister[clock.code as DeadlineCode], clock.dueOn, zoneOf(territory)))
})

/** A clock as it is told to a reader: by the days and the hour of the territory that it is told. */
export const toldClock = <T extends Clock>(clock: T, told: ToldIn): T => {
  if (readsWhole(told)) return clock
  if (isMonth(clock)) return unplaced(clock, told.territory)
  const here = recounted(clock, told)
  if (here === null) return unplaced(clock, told.territory, putOff)
  return told.placed ? here : unplaced(here, told.territory)
}

type Said = { at: Date; command: string; input: Record<string, unknown> }

/** The clock in whose name this was done: one that ran out at that moment, or that warned so many days before. */
export const spoke = <T extends { code: string; dueOn: string; firedAt: Date | null }>(
  clocks: readonly T[],
  { at, command, input }: Said
): T | undefined => {
  const named = clocks.filter(({ code }) => code === input['deadline'])
  if (command === 'clock.alert')
    return named.find(({ dueOn }) => leftAsItSpeaks(dueOn, at) === input['daysLeft'])
  const over = (one: T) => one.firedAt?.getTime() === at.getTime()
  return named.find(over) ?? clocks.find(over)
}

/** When a clock spoke, and of which day, as it is told to a reader. */
export const toldMoment = (
  clock: Clock,
  { at, command }: Said,
  told: ToldIn
): { at: Date; dueOn: string } => {
  if (readsWhole(told) || lengthOf(clock)?.unit === 'hours') return { at, dueOn: clock.dueOn }
  const { code, dueOn } = toldClock(clock, told)
  const spokeAt = (on: string, zone: Zone) =>
    command === 'clock.alert'
      ? Date.parse(on)
      : saysOver({ code, dueOn: on }, endOf(deadlineRegister[code as DeadlineCode], on, zone)).getTime()
  const later = spokeAt(dueOn, zoneOf(told.territory)) - spokeAt(clock.dueOn, zoneCounted(clock))
  return { at: new Date(at.getTime() + later), dueOn }
}

/** What the clock did, when its reader is told that it did, with the day that it is told; as it was for every other act. */
export const toldWord = <E extends Said & { role: string }>(
  event: E,
  clocks: readonly (Clock & { firedAt: Date | null })[],
  told: ToldIn
): E => {
  const clock = event.role === 'system' ? spoke(clocks, event) : undefined
  if (!clock) return event
  const { at, dueOn } = toldMoment(clock, event, told)
  const { input } = event
  return { ...event, at, input: 'on' in input ? { ...input, on: dueOn } : input }
}

const actsOf = `select case_id as "caseId", command, at from case_event where case_id = any($1::uuid[]) order by seq`
const sentOf = `select case_id as "caseId", id, sent_at as "sentAt" from referral where case_id = any($1::uuid[])`

/** What opened the clocks of these cases, for lists; nothing is looked up where there is none. */
export const openersIn = async (tx: Tx, caseIds: readonly string[]): Promise<(caseId: string) => Openers> => {
  if (caseIds.length === 0) return () => ({ acts: [], sent: [] })
  const acts = await ask<{ caseId: string } & Openers['acts'][number]>(tx, actsOf, [caseIds])
  const sent = await ask<{ caseId: string } & Openers['sent'][number]>(tx, sentOf, [caseIds])
  return (caseId) => ({
    acts: acts.filter((one) => one.caseId === caseId),
    sent: sent.filter((one) => one.caseId === caseId)
  })
}
