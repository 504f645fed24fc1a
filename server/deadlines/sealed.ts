import { addDays, addMonths } from '../../workflows/calendar.ts'
import {
  actsOnItsDay,
  dueMonth,
  firstOfMonth,
  hasSecretDay,
  isMonth,
  lastOfMonth,
  withoutDays
} from '../../workflows/deadline.month.ts'
import { deadlineRegister, endOf, type DeadlineCode, type DeadlineRow } from '../../workflows/deadlines.ts'
import { zoneOf, type Zone } from '../../workflows/territories.ts'
import { seal, unseal } from '../cases/sealing.ts'
import { keysUnder } from '../db/client.ts'
import { ask, poolOf, type Tx } from '../db/context.ts'
import type { deadlines } from '../db/schema.ts'
import type { Keys } from '../keys.ts'
import { saidAt, saysOver } from './speaking.ts'

// A clock from whose day a birth date would be read keeps its days sealed, under the class of identity. In clear stands the
// month: its first day as the due day, its alerts counted from that day, and its end as the moment of whatever it only says.
// An alert is so given up to a month early, and never late. What it does is done on the very day: it is woken as each day of
// that month begins, and the seal is opened to see whether the day has come.

const identity = 'B'

type Row = typeof deadlines.$inferSelect
type Days = Pick<Row, 'startsOn' | 'dueOn' | 'dueAt' | 'computation'>
type Kept = Days & Pick<Row, 'id' | 'code' | 'steps' | 'nextAt'>

const placeOf = (id: string) => ({ table: 'deadline', id, dataClass: identity })
const rowOf = (code: string): DeadlineRow => deadlineRegister[code as DeadlineCode]

/** By the hour of the place where it was counted. */
const zoneCounted = ({ computation }: Pick<Days, 'computation'>): Zone => {
  const named = computation.map((token) => /^localTime:(\w+)$/.exec(token)?.[1]).find(Boolean)
  return named ? zoneOf(named) : 'Europe/Paris'
}

type Due = Pick<Row, 'code' | 'dueOn' | 'computation'>

/** When such a clock would be over if its day were this one. */
const overOn = (clock: Due, day: string): Date =>
  saysOver({ code: clock.code, dueOn: day }, endOf(rowOf(clock.code), day, zoneCounted(clock)))

/** The row of a clock as it stands in clear at a moment, once its days are sealed. */
const monthly = ({ code, startsOn, dueOn, dueAt, steps, nextAt, computation }: Kept, at: Date) => {
  const told = { code, startsOn: firstOfMonth(startsOn), computation: withoutDays({ code, computation }) }
  if (!isMonth(told)) return { ...told, dueOn, dueAt, steps, nextAt }
  const clock = { ...told, dueOn: dueMonth({ startsOn, dueOn, computation }) }
  // A day that was carried into the next month is over with that one: nothing is said to be over before it is.
  const lastDay = lastOfMonth(addMonths(clock.dueOn, 1))
  const over = overOn(clock, actsOnItsDay(clock) ? clock.dueOn : lastDay).toISOString()
  const alerts = rowOf(code)
    .alerts.map((daysBefore) => ({
      kind: 'alert' as const,
      daysBefore,
      at: addDays(clock.dueOn, -daysBefore)
    }))
    .map((step) => ({ ...step, at: saidAt(step, clock).toISOString() }))
    .filter((step) => new Date(step.at) > at)
  const ahead = [...alerts, { kind: 'due' as const, at: over }]
  return {
    ...clock,
    dueAt: new Date(endOf(rowOf(code), clock.dueOn, zoneCounted(clock))),
    steps: ahead,
    nextAt: nextAt && saidAt(ahead[0]!, clock)
  }
}

const sealedBytes = 512

/** All of one length: how a clock was counted would show in how long it is, and with it on which days it may have begun. */
const padded = <T extends object>(days: T): T & { pad: string } => {
  const { length } = Buffer.from(JSON.stringify(days))
  return { ...days, pad: '.'.repeat(sealedBytes - (length % sealedBytes)) }
}

/** What a clock counts, as its row keeps it. */
export const asKept = (keys: Keys, clock: Kept, at: Date) => {
  const { startsOn, dueOn, dueAt, computation, steps, nextAt } = clock
  if (!hasSecretDay(clock)) return { startsOn, dueOn, dueAt, steps, nextAt, computation, sealed: null }
  const { code: _code, ...clear } = monthly(clock, at)
  const days = { startsOn, dueOn, dueAt: dueAt.toISOString(), computation }
  return { ...clear, sealed: seal(keys, placeOf(clock.id), padded(days)) }
}

type Sealed = Days & Pick<Row, 'id' | 'sealed'>

/** A clock with the days it counts, whatever its row shows of them. */
export const opened = <T extends Sealed>(keys: Keys, clock: T): T => {
  if (clock.sealed === null) return clock
  const { pad: _pad, ...days } = unseal(keys, placeOf(clock.id), clock.sealed) as Omit<Days, 'dueAt'> & {
    dueAt: string
    pad: string
  }
  return { ...clock, ...days, dueAt: new Date(days.dueAt) }
}

/** The same, where a reading opens it. */
export const openedIn =
  (tx: Tx) =>
  <T extends Sealed>(clock: T): T =>
    clock.sealed === null ? clock : opened(keysUnder(poolOf(tx)), clock)

/** Whoever reads its day reads too that it is over, which the clock itself says as the month ends. */
export const asItStands = <T extends Row>(clock: T, now: Date): T => {
  const waits = clock.sealed !== null && clock.state === 'running' && !isMonth(clock) && !actsOnItsDay(clock)
  return waits && overOn(clock, clock.dueOn) <= now ? { ...clock, state: 'fired' } : clock
}

/** When the steps of a clock are said or done, on the very day where its row tells the month. */
export const hourOf = (keys: Keys, entry: Row): ((step: Row['steps'][number]) => Date) => {
  if (entry.sealed === null || !isMonth(entry) || !actsOnItsDay(entry)) return (step) => saidAt(step, entry)
  const { code, dueOn, dueAt } = opened(keys, entry)
  return (step) => (step.kind === 'alert' ? saidAt(step, entry) : saysOver({ code, dueOn }, dueAt))
}

/** Its day has not come: it is woken again as the next day of its month begins. */
export const sleepOn = (tx: Tx, entry: Row, at: Date) => {
  let day = entry.dueOn
  while (overOn(entry, day) <= at) day = addDays(day, 1)
  return ask(tx, 'update deadline set next_at = $2 where id = $1', [entry.id, overOn(entry, day)])
}
