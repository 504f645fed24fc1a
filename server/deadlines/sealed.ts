import { addDays, addMonths } from '../../workflows/calendar/calendar.ts'
import {
  actsOnItsDay,
  dueMonth,
  firstOfMonth,
  hasSecretDay,
  isMonth,
  lastOfMonth,
  withoutDays
} from '../../workflows/deadlines/month.ts'
import {
  deadlineRegister,
  endOf,
  legalEnd,
  type DeadlineCode,
  type DeadlineRow
} from '../../workflows/deadlines/deadlines.ts'
import type { Places } from '../../workflows/deadlines/both.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { seal, unseal } from '../db/sealing.ts'
import { keysUnder } from '../db/client.ts'
import { runQuery, poolOf, type Tx } from '../db/context.ts'
import type { deadlines } from '../db/schema/schema.ts'
import type { Keys } from '../keys.ts'
import { toldClock } from './disclosure.ts'
import { saidAt, saysOver } from './firing-time.ts'

// A clock from whose day a birth date would be read keeps its days sealed, under the class of identity. In clear stands the
// month: its first day as the due day, its alerts counted from that day, and its end as the moment of whatever it only says.
// An alert is so given up to a month early, and never late. What it does is done on the very day: it is woken as each day of
// that month begins, and the seal is opened to see whether the day has come.

const identity = 'B'

type Row = typeof deadlines.$inferSelect
type Days = Pick<Row, 'startsOn' | 'dueOn' | 'dueAt' | 'computation'>
type BothDays = Days & Pick<Row, 'metStartsOn' | 'metDueOn' | 'metDueAt' | 'metComputation'>
type Length = Pick<Row, 'code' | 'n' | 'unit'>
type Kept = BothDays & Length & Pick<Row, 'id' | 'sinceMajority' | 'startedAt' | 'steps' | 'nextAt'>

const placeOf = (id: string) => ({ table: 'deadline', id, dataClass: identity })
const rowOf = (code: string): DeadlineRow => deadlineRegister[code as DeadlineCode]

/** When such a clock would be over if its day were this one. */
const overOn = (code: string, day: string, territory: string): Date =>
  saysOver({ code, dueOn: day }, endOf(rowOf(code), day, zoneOf(territory)))

/** The days of one count as they stand in clear. */
const monthOf = <D extends Days>({ code, n, unit }: Length, days: D, territory: string): D => {
  const { startsOn, dueOn, computation } = days
  const told = { ...days, startsOn: firstOfMonth(startsOn), computation: withoutDays({ code, computation }) }
  if (!isMonth(told)) return told
  const month = dueMonth({ startsOn, dueOn, n, unit })
  return { ...told, dueOn: month, dueAt: new Date(endOf(rowOf(code), month, zoneOf(territory))) }
}

// A day that was carried into the next month is over with that one: nothing is said to be over before it is.
const lastDayOf = (month: string) => lastOfMonth(addMonths(month, 1))

/** Its steps by that month, from a moment on. */
const stepsIn = (
  { code, unit }: Length,
  dueOn: string,
  { at, territory, endless }: Where & { endless: boolean }
) => {
  const lastDay = actsOnItsDay({ code }) ? dueOn : lastDayOf(dueOn)
  const alerts = rowOf(code)
    .alerts.map((daysBefore) => ({ kind: 'alert' as const, daysBefore, at: addDays(dueOn, -daysBefore) }))
    .map((step) => ({ ...step, at: saidAt(step, { code, dueOn, unit }).toISOString() }))
    .filter((step) => new Date(step.at) > at)
  if (endless) return alerts
  return [...alerts, { kind: 'due' as const, at: overOn(code, lastDay, territory).toISOString() }]
}

type Where = Places & { at: Date }

/** The row of a clock as it stands in clear at a moment, once its days are sealed. */
const monthly = (clock: Kept, where: Where) => {
  const { startsOn, dueOn, dueAt, computation } = monthOf(clock, clock, where.territory)
  const met = monthOf(clock, toldClock(clock, { placed: false }), where.met)
  const clear = {
    ...{ startsOn, dueOn, dueAt, computation },
    ...{
      metStartsOn: met.startsOn,
      metDueOn: met.dueOn,
      metDueAt: met.dueAt,
      metComputation: met.computation
    }
  }
  if (!isMonth(clear)) return { ...clear, steps: clock.steps, nextAt: clock.nextAt }
  const endless = legalEnd(clock)?.on === null
  const steps = stepsIn(clock, dueOn, { ...where, endless })
  const [next] = steps
  return { ...clear, steps, nextAt: clock.nextAt && next ? saidAt(next, { ...clock, dueOn }) : null }
}

const sealedBytes = 512

/**
 * Pads the sealed days to a fixed size. The length of the ciphertext would otherwise show how the clock was counted
 * (for example a carried-over weekend), and so narrow down the birth date.
 */
const padded = <T extends object>(days: T): T & { pad: string } => {
  const { length } = Buffer.from(JSON.stringify(days))
  return { ...days, pad: '.'.repeat(sealedBytes - (length % sealedBytes)) }
}

const bothDaysOf = (clock: BothDays): BothDays => ({
  startsOn: clock.startsOn,
  dueOn: clock.dueOn,
  dueAt: clock.dueAt,
  computation: clock.computation,
  metStartsOn: clock.metStartsOn,
  metDueOn: clock.metDueOn,
  metDueAt: clock.metDueAt,
  metComputation: clock.metComputation
})

/** A clock as its row keeps it. */
export const asKept = <K extends Kept>(keys: Keys, clock: K, where: Where): K & Pick<Row, 'sealed'> => {
  if (!hasSecretDay(clock)) return { ...clock, sealed: null }
  const sealed = seal(keys, placeOf(clock.id), padded(bothDaysOf(clock)))
  // It starts on a civil day, which is sealed.
  return { ...clock, ...monthly(clock, where), startedAt: null, sealed }
}

type Sealed = BothDays & Pick<Row, 'id' | 'sealed'>

/** A clock with the days it counts, whatever its row shows of them. */
export const opened = <T extends Sealed>(keys: Keys, clock: T): T => {
  if (clock.sealed === null) return clock
  const days = unseal(keys, placeOf(clock.id), clock.sealed) as BothDays
  const instants = { dueAt: new Date(days.dueAt), metDueAt: new Date(days.metDueAt) }
  return { ...clock, ...bothDaysOf({ ...days, ...instants }) }
}

/** The same, where a reading opens it. */
export const openedIn =
  (tx: Tx) =>
  <T extends Sealed>(clock: T): T =>
    clock.sealed === null ? clock : opened(keysUnder(poolOf(tx)), clock)

/** Whoever reads its day reads too that it is over, which the clock itself says as the month ends. */
export const asItStands = <T extends Row>(clock: T, now: Date): T => {
  const endless = legalEnd(clock)?.on === null
  const dated = clock.sealed !== null && !isMonth(clock) && !actsOnItsDay(clock)
  const waits = dated && clock.state === 'running' && !endless
  return waits && saysOver(clock, clock.dueAt) <= now ? { ...clock, state: 'fired' } : clock
}

/** When the steps of a clock are said or done, on the very day where its row tells the month. */
export const hourOf = (keys: Keys, entry: Row): ((step: Row['steps'][number]) => Date) => {
  if (entry.sealed === null || !isMonth(entry) || !actsOnItsDay(entry)) return (step) => saidAt(step, entry)
  const { code, dueOn, dueAt } = opened(keys, entry)
  return (step) => (step.kind === 'alert' ? saidAt(step, entry) : saysOver({ code, dueOn }, dueAt))
}

/** When a step would be said, as counted where she was met. */
export const metHourOf = (keys: Keys, entry: Row, met: string) => (step: Row['steps'][number]) => {
  const { code, unit, metDueOn } = entry
  if (step.kind === 'alert' || unit === 'hours') return saidAt(step, { code, unit, dueOn: metDueOn })
  if (isMonth(entry) && !actsOnItsDay(entry)) return overOn(code, lastDayOf(metDueOn), met)
  const day = opened(keys, entry)
  const end = legalEnd({ computation: day.metComputation })?.on ?? null
  if (end !== null) return saysOver({ code, dueOn: end }, endOf(rowOf(code), end, zoneOf(met)))
  return saysOver({ code, dueOn: day.metDueOn }, day.metDueAt)
}

/** Its day has not come: it is woken again as the next day of its month begins. */
export const sleepOn = (tx: Tx, { id, code, dueOn }: Row, { at, territory }: Omit<Where, 'met'>) => {
  let day = dueOn
  while (overOn(code, day, territory) <= at) day = addDays(day, 1)
  return runQuery(tx, 'update deadline set next_at = $2 where id = $1', [id, overOn(code, day, territory)])
}
