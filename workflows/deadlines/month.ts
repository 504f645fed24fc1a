import { addDays, addMonths, type CivilDate } from '../calendar/calendar.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from './register.ts'
import type { DurationUnit } from './row.ts'

// From the day of some clocks a birth date is read. In clear they are kept, and told to whoever may not read who the person
// is, by their month alone.

type Counted = { code: string; computation: readonly string[] }

const rowOf = (code: string): DeadlineRow => deadlineRegister[code as DeadlineCode]

/** Whether whoever knew the day of this clock would know a birth date. */
export const hasSecretDay = ({ code, sinceMajority }: { code: string; sinceMajority: boolean }): boolean => {
  const { secretDay } = rowOf(code)
  return secretDay === 'always' || (secretDay === 'fromMajority' && sinceMajority)
}

/** Its act alone is done on the very day; all else that it says, it says with the month. */
export const actsOnItsDay = ({ code }: Pick<Counted, 'code'>): boolean => rowOf(code).fires !== null

/** Of which the month alone is there to be read. */
export const isMonth = ({ computation }: Pick<Counted, 'computation'>): boolean =>
  computation.includes('month')

const monthSaid = ({ computation }: Counted, kind: string) =>
  computation.find((token) => token.startsWith(`${kind}:`))?.slice(kind.length + 1, kind.length + 8)

/** One that was past before anybody knew falls due on the day it was opened: that tells no birth date, but of the same month. */
const isDueOnceKnown = (clock: Counted) => {
  const passed = monthSaid(clock, 'passed')
  return passed !== undefined && passed !== monthSaid(clock, 'due')
}

const told = /^(add|localTime|frozen):/
/** That there is no end in law, and why, tells no day. */
const endless = /^(doubt:|lawEnd:none$)/

/** What is left of how it was computed without a day. */
export const withoutDays = (clock: Counted): string[] => [
  ...(isDueOnceKnown(clock) ? [] : ['month']),
  ...clock.computation.filter((token) => told.test(token)),
  ...(clock.computation.includes('lawEnd:none')
    ? clock.computation.filter((token) => endless.test(token))
    : [])
]

const inMonths: Partial<Record<DurationUnit, number>> = { months: 1, years: 12 }

/**
 * The first day of the month in which such a clock falls due, reckoned from the month in which it starts: one that is carried
 * into the next month, by a short February or to a working day, or ends in the month before since its first day counts, would
 * tell its day.
 */
export const dueMonth = ({
  startsOn,
  dueOn,
  n,
  unit
}: {
  startsOn: CivilDate
  dueOn: CivilDate
  n: number
  unit: DurationUnit
}): CivilDate => {
  const months = inMonths[unit]
  const due = firstOfMonth(dueOn)
  const reckoned = months === undefined ? due : addMonths(firstOfMonth(startsOn), n * months)
  return [1, -1].some((months) => due === addMonths(reckoned, months)) ? reckoned : due
}

export const firstOfMonth = (day: CivilDate): CivilDate => `${day.slice(0, 8)}01`
export const lastOfMonth = (day: CivilDate): CivilDate => addDays(addMonths(firstOfMonth(day), 1), -1)
