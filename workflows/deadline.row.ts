import type { LegalCode, LegalStatus } from './law.ts'
import type { Bilingual } from './vocabulary.ts'

export type DurationUnit = 'hours' | 'days' | 'workingDays' | 'months' | 'years'
export type Duration = { n: number; unit: DurationUnit }

export type DeadlineRow = {
  label: Bilingual
  /** Null where no text fixes it: the dated configuration does. */
  duration: Duration | null
  startsOn: Bilingual
  /** Days before the due day, the earliest alert first. */
  alerts: readonly number[]
  basis: LegalCode
  status: LegalStatus
  /** The command that falls due by itself; null when the clock only warns. */
  fires: FiredCommand | null
  /** What falls due instead where the case has moved on by another way: the first of these that is open. */
  firesElse: readonly ('reflection.bar_lifted' | 'reflection.bar_lifted_work')[]
  extendToWorkingDay: boolean
  /** Stands still while this holds, and starts on the day it holds no more. */
  frozenWhile: 'minorOrDoubt' | null
  /** Starts again as it falls due, for as long as nobody stops it. */
  repeats: boolean
  /** The first configuration that knows this clock. */
  validFrom: string
}

/** Acts that nobody does: time does them. `expire` is of the referral whose answer is late. */
export type FiredCommand =
  | 'reflection.expire'
  | 'expire'
  | 'acse.hold_lapsed'
  | 'majority.reached'
  | 'opp.lapsed'
  | 'contact.lost'
  | 'merge.settle'
  | 'case.archive'
  | 'case.erase'

const warns = {
  alerts: [],
  fires: null,
  firesElse: [],
  extendToWorkingDay: false,
  frozenWhile: null,
  repeats: false,
  validFrom: '2026-09'
} as const

/** What most clocks of a kind share; a row says what differs. */
export const design = { ...warns, status: 'design', duration: null } as const
export const statute = { ...warns, status: 'statute' } as const
