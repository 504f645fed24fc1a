import {
  addDays,
  civilDate,
  daysBetween,
  epochMs,
  isCivilDate,
  startOfDay,
  type CivilDate
} from '../calendar/calendar.ts'
import { zoneOf, type Zone } from '../calendar/territories.ts'
import type { LegalCode } from '../law/register.ts'
import type { InLaw } from './doubts.ts'
import { filings } from './filing.ts'
import { unbound } from './doubting.ts'
import {
  doubtsOf,
  doubtTokens,
  legalEndOf,
  soonerOf,
  startMoment,
  type LegalEnd,
  type Start
} from './legal-end.ts'
import { countDays, countHours, onceKnown, type Count } from './length.ts'
import type { DeadlineRow, Duration, DurationUnit } from './row.ts'

export type { LegalEnd } from './legal-end.ts'
export { endOf } from './length.ts'

/** `on`: the day that is over then, where that is the end in law and not the due day. */
export type DeadlineStep =
  { kind: 'alert'; at: string; daysBefore: number } | { kind: 'due'; at: string; on?: CivilDate }

export type Counted = Count & {
  startsOn: CivilDate
  /** Its length: that of the law of its day, else of the configuration. */
  n: number
  unit: DurationUnit
  /** Null where the due day is the end in law. */
  legal: LegalEnd | null
  steps: DeadlineStep[]
}

/** Days before the due day on which the clock speaks. One that was extended also speaks on the day it would have ended. */
const alertDays = (
  row: DeadlineRow,
  { reached, dueOn }: Pick<Count, 'reached' | 'dueOn'>,
  alerts: readonly number[]
) => {
  if (!row.alertsBeforeExtension) return alerts
  const extended = daysBetween(reached, dueOn)
  return extended === 0 ? alerts : [...alerts, 0].map((days) => days + extended)
}

type Telling = { zone: Zone; now: number; alerts: readonly number[] }

type Ending = Pick<Counted, 'reached' | 'dueOn' | 'dueAt' | 'legal'>

/** What it says at its end: that its time is over, at the end in law, and not where there is none. */
const endStep = ({ dueAt, legal }: Ending): DeadlineStep[] => {
  if (legal === null) return [{ kind: 'due', at: dueAt }]
  const { endOn, endAt } = legal
  return endOn === null || endAt === null ? [] : [{ kind: 'due', at: endAt, on: endOn }]
}

/**
 * Alerts already past when the act is recorded are left out: the days left say it at once. The due step always stays, but where
 * the law sets no end; where the end in law is later than the safe day, that day is warned of as well.
 */
export const stepsTo = (row: DeadlineRow, count: Ending, { zone, now, alerts }: Telling): DeadlineStep[] => {
  const days = alertDays(row, count, alerts)
  const warned = count.legal === null || days.includes(0) ? days : [...days, 0]
  const dated = warned.map((daysBefore): DeadlineStep => {
    return { kind: 'alert', daysBefore, at: startOfDay(addDays(count.dueOn, -daysBefore), zone) }
  })
  const ahead = dated.filter(({ at }) => Date.parse(at) > now)
  return [...ahead, ...endStep(count)]
}

/** The text that counts a clock started on this day: a later change of the law does not reach it. */
export const lawOn = (
  { was, duration, basis }: Pick<DeadlineRow, 'was' | 'duration' | 'basis'>,
  startsOn: CivilDate
): { duration: Duration | null; basis: LegalCode } =>
  was.find(({ until }) => startsOn <= until) ?? { duration, basis }

/**
 * What it rests on: the text that counts it, what adds the day after its term or counts its first day, what moves its end to a
 * working day, what starts it anew, and how it is filed.
 */
export const groundsOf = (
  row: Pick<
    DeadlineRow,
    'was' | 'duration' | 'basis' | 'extendedBy' | 'frankBy' | 'firstDayBy' | 'restartedBy' | 'filed'
  >,
  startsOn: CivilDate
): readonly LegalCode[] => [
  ...new Set(
    [
      ...[lawOn(row, startsOn).basis, row.frankBy, row.firstDayBy, row.extendedBy, row.restartedBy],
      ...(row.filed === null ? [] : filings[row.filed].basis)
    ].filter((code): code is LegalCode => code !== null)
  )
]

export const startDay = ({ at, territory }: Start): CivilDate =>
  typeof at === 'string' && isCivilDate(at) ? at : civilDate(at, zoneOf(territory))

/** What a row leaves to the configuration, the moment from which alerts are still worth giving, and what leaves its end in doubt. */
export type Counting = {
  duration: Duration
  alerts: readonly number[]
  now: Date | string
  inLaw?: InLaw | null
}

/**
 * Counts one clock from an instant, or from a civil date that a document bears. A clock in days ends with the last
 * moment of its due day in the territory's own zone.
 */
export const countClock = (row: DeadlineRow, start: Start, counting: Counting): Counted => {
  const { alerts, now } = counting
  const { territory } = start
  const zone = zoneOf(territory)
  const startsOn = startDay(start)
  const duration = lawOn(row, startsOn).duration ?? counting.duration
  const inLaw = doubtsOf(row, counting.inLaw ?? null)
  const own =
    duration.unit === 'hours'
      ? countHours(duration.n, startMoment(start, inLaw), territory)
      : onceKnown(row, countDays({ row, duration, startsOn, territory }), {
          today: civilDate(new Date(epochMs(now)), zone),
          zone
        })
  const counted = { row, duration, startsOn, territory }
  const sooner = soonerOf(counted, own, inLaw)
  const count = sooner ?? own
  const ownEnd = sooner && { endOn: own.dueOn, endAt: own.dueAt }
  const legal = legalEndOf(counted, own, inLaw) ?? ownEnd
  return {
    startsOn,
    dueOn: count.dueOn,
    dueAt: count.dueAt,
    n: duration.n,
    unit: duration.unit,
    reached: count.reached,
    legal,
    steps: stepsTo(row, { ...count, legal }, { zone, now: epochMs(now), alerts }),
    computation: [
      ...count.computation,
      ...(zone === 'Europe/Paris' ? [] : [`localTime:${territory}`]),
      ...doubtTokens(sooner ? inLaw : unbound(inLaw), legal, { duration, territory })
    ]
  }
}
