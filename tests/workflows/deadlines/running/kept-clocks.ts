import { commandRow, type CommandType } from '../../../../workflows/case/commands.ts'
import type { CivilDate } from '../../../../workflows/calendar/calendar.ts'
import { countBoth, type Measure } from '../../../../workflows/deadlines/both.ts'
import { deadlineRegister, legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import {
  allConcerned,
  recountsIn,
  type Recounting
} from '../../../../workflows/deadlines/running/concerned.ts'
import { noticeOf } from '../../../../workflows/deadlines/running/contested.ts'
import { mayStay, recounted, stayed } from '../../../../workflows/deadlines/running/recount.ts'

// The times to appeal of one person as acts count them again, with no database: what the server writes down of it is held by its own tests.

const place = { territory: '69', met: '69' }
type Clock = ReturnType<typeof countBoth> & Measure & { id: string; startsOn: CivilDate; stopped: boolean }
type Decision = { code: DeadlineCode; notifiedOn: CivilDate }

const counted = (id: string, measure: Measure): Clock => ({
  ...measure,
  ...countBoth(measure, place, []),
  id,
  stopped: false
})

const measured = (code: DeadlineCode, from: CivilDate, inLaw: Measure['inLaw'] = null): Measure => ({
  ...{ code, from, inLaw, countedAt: new Date(`${from}T10:00:00Z`), sinceMajority: false, stood: [] },
  ...deadlineRegister[code].duration!
})

/** Counted once: every world asks for the same few. */
const ends = new Map<string, number>()

/** Until when it stands, of a time that nothing changed: in milliseconds. */
export const endsAt = (code: DeadlineCode, from: CivilDate): number => {
  const key = `${code} ${from}`
  const end = ends.get(key) ?? Date.parse(String(countBoth(measured(code, from), place, []).dueAt))
  ends.set(key, end)
  return end
}

const stoodOn = (clock: Clock, day: CivilDate) => {
  const end = legalEnd(clock)
  return clock.startsOn <= day && (end === null ? clock.dueOn >= day : end.on === null || end.on >= day)
}
const newestFirst = (one: Clock, other: Clock) =>
  other.startsOn.localeCompare(one.startsOn) || other.dueOn.localeCompare(one.dueOn)

/** The clocks of these decisions, and what acts make of them. */
export const keptClocks = (decisions: readonly Decision[]) => {
  let clocks = decisions.map(({ code, notifiedOn }, at) => counted(String(at), measured(code, notifiedOn)))
  const those = (codes: readonly string[], stopped: boolean) =>
    clocks.filter((one) => one.stopped === stopped && codes.includes(one.code)).toSorted(newestFirst)
  const goesOn = (clock: Clock, more: Partial<Measure>) => {
    clocks = clocks.map((one) => (one.id === clock.id ? counted(one.id, { ...one, ...more }) : one))
  }
  const recount = (clock: Clock, one: Recounting, input: Record<string, unknown>) => {
    const anew = recounted(one, input, clock)
    if (!anew) return
    const { becomes, ...counting } = anew
    if (becomes === null) return goesOn(clock, counting)
    const other = counted(`${clock.id}+`, measured(becomes, one.on, counting.inLaw))
    if (mayStay(one, clock) && new Date(clock.dueAt) <= new Date(other.dueAt)) {
      const inLaw = stayed(one, clock)
      return inLaw === null ? undefined : goesOn(clock, { inLaw })
    }
    clocks = [...clocks.map((kept) => (kept.id === clock.id ? { ...kept, stopped: true } : kept)), other]
  }
  return {
    act: (command: CommandType, input: Record<string, unknown>) => {
      const all = recountsIn(commandRow(command).recounts, input)
      const codes = all.flatMap(({ recount: { codes: own, several } }) => [
        ...own,
        ...(several?.among ?? []),
        ...(several?.decisions ?? [])
      ])
      const [before, contested] = [those(codes, false), those(codes, true)]
      for (const one of all) {
        const now = those(one.recount.codes, false)
        for (const { clock, recounting } of allConcerned({ now, before, contested }, one, input, stoodOn))
          recount(clock, recounting, input)
      }
    },
    /** The time against the decision of this notice; undefined of one that no clock counts any more. */
    against: (notifiedOn: CivilDate) => clocks.find((one) => !one.stopped && noticeOf(one) === notifiedOn)
  }
}
