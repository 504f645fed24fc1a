import { endOfDay, epochMs, type CivilDate } from '../calendar/calendar.ts'
import { stepsTo, type Counted } from './count.ts'
import { alertsIn, deadlineCodes, deadlineRegister, type DeadlineRow } from './register.ts'
import { nextRound, openDeadline, type Deadline, type OpeningContext } from './deadlines.ts'
import { zoneOf } from '../calendar/territories.ts'

/** The clocks of the law, which closing leaves running. */
export const lawCodes = deadlineCodes.filter((code) => deadlineRegister[code].status === 'statute')

/** Those for which a closed file is kept: limitation, which warns and closes nothing, holds no file for twenty years. */
export const keepingCodes = lawCodes.filter((code) => {
  const { outlivesFile }: DeadlineRow = deadlineRegister[code]
  return !outlivesFile
})

/** A clock of the law that still counts; null where it stands still, since its day is not known. */
export type LivingLaw = readonly (CivilDate | null)[]

/**
 * When a clock whose act is held back falls due again: with the last clock of the law whose day is known, otherwise after
 * its own length once more.
 */
export const defer = (
  kept: Pick<Deadline, 'code' | 'startsOn' | 'dueOn' | 'computation'> & { dueAt: Date | string },
  law: LivingLaw,
  territory: string,
  context: OpeningContext
): Counted => {
  const zone = zoneOf(territory)
  const start = nextRound({ ...kept, reached: kept.dueOn }, territory, context) ?? kept.dueOn
  const last = law.reduce<CivilDate | null>((a, b) => (b !== null && (a === null || b > a) ? b : a), null)
  const round = openDeadline(kept.code, start, territory, context)
  const dueOn = last ?? round.dueOn
  const dueAt = endOfDay(dueOn, zone)
  const telling = { zone, now: epochMs(context.now), alerts: alertsIn(kept.code, context.config) }
  return {
    startsOn: kept.startsOn,
    dueOn,
    dueAt,
    n: round.n,
    unit: round.unit,
    reached: dueOn,
    legal: null,
    steps: stepsTo(deadlineRegister[kept.code], { reached: dueOn, dueOn, dueAt, legal: null }, telling),
    computation: [...kept.computation, `held:${dueOn}`]
  }
}
