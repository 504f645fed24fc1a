import { civilDate } from '../../workflows/calendar.ts'
import { isCommandType } from '../../workflows/commands.ts'
import {
  countClock,
  deadlineRegister,
  endOf,
  type DeadlineCode,
  type Duration
} from '../../workflows/deadlines.ts'
import { opensOf } from '../../workflows/opening.ts'
import { zoneOf } from '../../workflows/territories.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'

export type Clock = Pick<
  DeadlineEntry,
  'code' | 'computation' | 'startsOn' | 'dueOn' | 'dueAt' | 'referralId'
>

/** What may have opened the clocks of a case: its acts, and its referrals as they were sent. */
export type Openers = {
  acts: readonly { command: string; at: Date }[]
  sent: readonly { id: string; sentAt: Date }[]
}

/** `territory` as the reader is told it, and whether it may know where she is now. */
type Told = { territory: string; placed: boolean; openers: Openers }

const placing = /^(localTime|holiday):/

/** Where a clock was counted; any place of metropolitan France has the same hour. */
const countedIn = ({ computation }: Pick<Clock, 'computation'>): string =>
  computation.map((token) => /^localTime:(\w+)$/.exec(token)?.[1]).find(Boolean) ?? '75'

/** Whether a clock was counted by another hour than that of the territory that its reader is told. */
export const isCountedElsewhere = (clock: Pick<Clock, 'computation'>, territory: string): boolean =>
  zoneOf(countedIn(clock)) !== zoneOf(territory)

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
const startOf = (clock: Clock, { n, unit }: Duration, { territory, openers }: Told): Date | string => {
  const { code, startsOn, referralId, dueAt } = clock
  if (unit === 'hours') return new Date(dueAt.getTime() - n * 3_600_000)
  const moments = referralId
    ? openers.sent.filter(({ id }) => id === referralId).map(({ sentAt }) => sentAt)
    : openers.acts.filter(({ command }) => fromItsMoment(command, code)).map(({ at }) => at)
  const onItsDay = (where: string) => moments.find((at) => civilDate(at, zoneOf(where)) === startsOn)
  return onItsDay(territory) ?? onItsDay(countedIn(clock)) ?? startsOn
}

/** As if it had been counted where the reader is told that she is; null where what it was counted from is not known. */
const recounted = <T extends Clock>(clock: T, told: Told): T | null => {
  const length = lengthOf(clock)
  if (length === null) return null
  const at = startOf(clock, length, told)
  const count = (territory: string) =>
    countClock(
      deadlineRegister[clock.code as DeadlineCode],
      { at, territory },
      { duration: length, alerts: [], now: typeof at === 'string' ? `${at}T00:00:00Z` : at }
    )
  const { startsOn, dueOn, dueAt, computation } = count(told.territory)
  // Time that it stood still was added since: such a clock keeps its days.
  return count(countedIn(clock)).dueOn === clock.dueOn
    ? { ...clock, startsOn, dueOn, dueAt: new Date(dueAt), computation }
    : null
}

/** A clock counted where she went names that place: by its local time, its holidays, and the instant at which its day ends. */
export const unplaced = <T extends Pick<Clock, 'code' | 'computation' | 'dueOn' | 'dueAt'>>(
  clock: T,
  territory: string
): T => ({
  ...clock,
  computation: clock.computation.filter((token) => !placing.test(token)),
  dueAt:
    lengthOf(clock)?.unit === 'hours'
      ? clock.dueAt
      : new Date(endOf(deadlineRegister[clock.code as DeadlineCode], clock.dueOn, zoneOf(territory)))
})

/** A clock as it is told to a reader: by the days and the hour of the territory that it is told. */
export const toldClock = <T extends Clock>(clock: T, told: Told): T => {
  if (told.placed) return clock
  const here = isCountedElsewhere(clock, told.territory) ? recounted(clock, told) : null
  return unplaced(here ?? clock, told.territory)
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

/** Where the person of case `c` was met, as its flag says. */
export const metIn = `coalesce((select e.input ->> 'territory' from case_event e
  where e.case_id = c.id and e.command = 'case.flag' limit 1), c.territory)`
