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
import { endingLater, heldAgainst, type Filed } from '../../../../workflows/deadlines/running/earlier.ts'
import { unsettled } from '../../../../workflows/deadlines/running/unsettled.ts'
import { mayStay, recounted, stayed } from '../../../../workflows/deadlines/running/recount.ts'

// The times to appeal of one person as acts count them again, with no database: what the server writes down of it is held by its own tests.

const place = { territory: '69', met: '69' }
type Clock = ReturnType<typeof countBoth> & Measure & { id: string; startsOn: CivilDate; stopped: boolean }
export type Decision = { code: DeadlineCode; notifiedOn: CivilDate }

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

const dueOf = (code: string, from: CivilDate) => counted('', measured(code as DeadlineCode, from)).dueOn
const withDoubts = (clock: Clock, inLaw: Measure['inLaw']) => counted(clock.id, { ...clock, inLaw })

/** The clocks of these decisions, and what acts make of them. */
export const keptClocks = (decisions: readonly Decision[]) => {
  const filed: Filed[] = []
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
  const held = (clock: Clock, former: Clock | null) =>
    heldAgainst(clock, filed, {
      ...{ former, stoodOn, count: withDoubts },
      others: clocks.filter(({ id }) => id !== clock.id)
    })
  /** What was asked for after the end that was known then, and in time by the one that is known now. */
  const holdMoved = (before: readonly Clock[]) => {
    const standing = clocks.filter(({ stopped }) => !stopped)
    for (const { clock, former } of endingLater(standing, before)) {
      const anew = held(clock, former)
      clocks = clocks.map((one) => (one.id === clock.id ? anew : one))
    }
  }
  return {
    /** A decision that is written down after acts that came since. */
    notified: ({ code, notifiedOn }: Decision) => {
      const bare = counted(String(clocks.length), measured(code, notifiedOn))
      const found = held(bare, null)
      const around = {
        others: clocks,
        found,
        stoodOn: (day: CivilDate) => stoodOn(found, day),
        dueOf,
        count: withDoubts
      }
      const others = clocks.map((one) => (one.stopped ? one : unsettled(one, filed, around)))
      clocks = [...others, found]
    },
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
      holdMoved(before)
      filed.push({ command, input })
    },
    /** The time against the decision of this notice; undefined of one that no clock counts any more. */
    against: (notifiedOn: CivilDate) => clocks.find((one) => !one.stopped && noticeOf(one) === notifiedOn)
  }
}
