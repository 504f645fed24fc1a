import { isCivilDate, type CivilDate } from '../calendar/calendar.ts'
import { countClock, type Counted } from './count.ts'
import type { InLaw } from './doubts.ts'
import { deadlineRegister, type DeadlineCode } from './register.ts'
import type { DurationUnit } from './row.ts'
import { resume } from './suspension.ts'

// A clock keeps two counts: where she is, by which it acts, and where she was met, which is told to whoever may not know where
// she is. When she moves, the first is counted again where she then is, and the second stands as if she had stayed.

/** A time that a clock stood still. */
export type Stood = { from: string; to: string }

/** What a clock counts, which is of no place: its days anywhere follow from it. */
export type Measure = {
  code: DeadlineCode
  /** The moment of what opened it, or the civil day that a document bears, the same everywhere. */
  from: Date | string
  n: number
  unit: DurationUnit
  /** Alerts that were past by then are left out. */
  countedAt: Date | string
  /** It counts from the eighteenth birthday. */
  sinceMajority: boolean
  stood: readonly Stood[]
  /** The hour that a document bears, and what may give more than the safe day; none where nothing of the kind was recorded. */
  inLaw?: InLaw | null
}

/** Where she is, and where she was met. */
export type Places = { territory: string; met: string }

type Days = Pick<Counted, 'startsOn' | 'dueOn' | 'dueAt' | 'computation'>

/** The second count, beside the first. */
export type MetDays = {
  metStartsOn: CivilDate
  metDueOn: CivilDate
  metDueAt: string
  metComputation: string[]
}

export type CountedBoth = Counted & MetDays

export const asMet = ({ startsOn, dueOn, dueAt, computation }: Days): MetDays => ({
  metStartsOn: startsOn,
  metDueOn: dueOn,
  metDueAt: dueAt,
  metComputation: computation
})

/** A clock as it is counted in one place, with the times that it stood still. */
export const countIn = (measure: Measure, territory: string, alerts: readonly number[]): Counted => {
  const { code, from, n, unit, countedAt, sinceMajority, stood, inLaw = null } = measure
  const counting = { duration: { n, unit }, alerts, now: countedAt, inLaw }
  const counted = countClock(deadlineRegister[code], { at: from, territory }, counting)
  const because = sinceMajority ? [`majority:${counted.startsOn}`] : []
  return stood.reduce<Counted>((kept, time) => resume({ ...kept, code }, { ...time, territory, alerts }), {
    ...counted,
    computation: [...counted.computation, ...because]
  })
}

/** The same in both of its places. */
export const countBoth = (
  measure: Measure,
  { territory, met }: Places,
  alerts: readonly number[]
): CountedBoth => {
  const here = countIn(measure, territory, alerts)
  return { ...here, ...asMet(met === territory ? here : countIn(measure, met, alerts)) }
}

/** From when a clock counts, as its row keeps it. */
export const startOf = (from: Measure['from']): Date | null =>
  typeof from === 'string' && isCivilDate(from) ? null : new Date(from)
