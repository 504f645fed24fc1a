import type { CommandType } from '../../../../workflows/case/commands.ts'
import type { CivilDate } from '../../../../workflows/calendar/calendar.ts'
import { countBoth, type Measure } from '../../../../workflows/deadlines/both.ts'
import { timeActs, type Filed } from '../../../../workflows/deadlines/counted/acts.ts'
import { endsAt as endsIn } from '../../../../workflows/deadlines/counted/ends.ts'
import type { Decision as Counted } from '../../../../workflows/deadlines/counted/life.ts'
import { toldTimes, type Told } from '../../../../workflows/deadlines/counted/times.ts'
import { deadlineRegister, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'

// The times to appeal of one person as acts count them, with no database: what the server writes down of it is held by its own tests.

const place = { territory: '69', met: '69' }
export type Decision = { code: DeadlineCode; notifiedOn: CivilDate }
/** What its own notice left in doubt, every day by which it is known, and whether an appeal has stopped its time. */
type Known = Partial<Pick<Counted, 'own' | 'days' | 'over' | 'silence'>>

const measured = (code: DeadlineCode, from: CivilDate, inLaw: Measure['inLaw'] = null): Measure => ({
  ...{ code, from, inLaw, countedAt: new Date(`${from}T10:00:00Z`), sinceMajority: false, stood: [] },
  ...deadlineRegister[code].duration!
})

/** Counted once: every world asks for the same few. */
const ends = new Map<string, number>()
const counting = endsIn(place.territory, null)

/** Until when it stands, of a time that nothing changed: in milliseconds. */
export const endsAt = (code: DeadlineCode, from: CivilDate): number => {
  const key = `${code} ${from}`
  const end = ends.get(key) ?? Date.parse(String(countBoth(measured(code, from), place, []).dueAt))
  ends.set(key, end)
  return end
}

/** The clocks of these decisions, and what acts make of them. */
export const keptClocks = (first: readonly (Decision & Known)[]) => {
  const filed: Filed[] = []
  const decisions = first.map((one) => ({ ...one, since: 0 }))
  let told: readonly Told[] | null = null
  const counted = () => {
    const known = decisions.map(({ notifiedOn: notice, own = null, ...one }) => ({
      ...{ notice, days: [notice], over: false, silence: true, own, ...one },
      ends: own === null ? counting : endsIn(place.territory, own)
    }))
    return toldTimes(known, timeActs(filed))
  }
  return {
    /** A decision that is written down after acts that came since. */
    notified: (decision: Decision) => {
      told = null
      decisions.push({ ...decision, since: filed.length })
    },
    act: (command: CommandType, input: Record<string, unknown>) => {
      told = null
      filed.push({ command, input })
    },
    /** The time against the decision of this notice. */
    against: (notifiedOn: CivilDate) => {
      const at = decisions.findIndex((one) => one.notifiedOn === notifiedOn)
      told ??= counted()
      const one = told[at]
      if (!one) return undefined
      const measure = measured(one.code, one.from, one.inLaw)
      return { ...measure, ...countBoth(measure, place, []) }
    }
  }
}
