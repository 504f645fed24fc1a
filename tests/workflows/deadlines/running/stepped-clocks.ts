import { commandRow, type CommandType } from '../../../../workflows/case/commands.ts'
import type { CivilDate } from '../../../../workflows/calendar/calendar.ts'
import { countBoth, type Measure } from '../../../../workflows/deadlines/both.ts'
import { deadlineRegister, legalEnd, type DeadlineCode } from '../../../../workflows/deadlines/deadlines.ts'
import { allConcerned, recountsIn } from '../../../../workflows/deadlines/running/concerned.ts'
import { noticeOf } from '../../../../workflows/deadlines/running/contested.ts'
import { endingLater, heldAgainst, type Filed } from '../../../../workflows/deadlines/running/earlier.ts'
import { recounted } from '../../../../workflows/deadlines/running/recount.ts'
import { unsettled } from '../../../../workflows/deadlines/running/unsettled.ts'

// The times that acts count again one by one, in the order in which they are written down, with no database.

const place = { territory: '69', met: '69' }
type Clock = ReturnType<typeof countBoth> & Measure & { id: string; startsOn: CivilDate; stopped: boolean }
export type Decision = { code: DeadlineCode; notifiedOn: CivilDate }

const counted = (id: string, measure: Measure): Clock => ({
  ...measure,
  ...countBoth(measure, place, []),
  id,
  stopped: false
})

const measured = (code: DeadlineCode, from: CivilDate): Measure => ({
  ...{ code, from, inLaw: null, countedAt: new Date(`${from}T10:00:00Z`), sinceMajority: false, stood: [] },
  ...deadlineRegister[code].duration!
})

const stoodOn = (clock: Clock, day: CivilDate) => {
  const end = legalEnd(clock)
  return clock.startsOn <= day && (end === null ? clock.dueOn >= day : end.on === null || end.on >= day)
}
const newestFirst = (one: Clock, other: Clock) =>
  other.startsOn.localeCompare(one.startsOn) || other.dueOn.localeCompare(one.dueOn)

const dueOf = (code: string, from: CivilDate) => counted('', measured(code as DeadlineCode, from)).dueOn
const withDoubts = (clock: Clock, inLaw: Measure['inLaw']) => counted(clock.id, { ...clock, inLaw })

/** The clocks of these decisions, and what acts make of them. */
const steppedClocks = (decisions: readonly Decision[]) => {
  const filed: Filed[] = []
  let clocks = decisions.map(({ code, notifiedOn }, at) => counted(String(at), measured(code, notifiedOn)))
  const those = (codes: readonly string[], stopped: boolean) =>
    clocks.filter((one) => one.stopped === stopped && codes.includes(one.code)).toSorted(newestFirst)
  const put = (clock: Clock) => {
    clocks = clocks.map((one) => (one.id === clock.id ? clock : one))
  }
  const held = (clock: Clock, former: Clock | null) =>
    heldAgainst(clock, filed, {
      ...{ former, stoodOn, count: withDoubts },
      others: clocks.filter(({ id }) => id !== clock.id)
    })
  return {
    /** A decision that is written down after acts that came since. */
    notified: ({ code, notifiedOn }: Decision) => {
      const found = held(counted(String(clocks.length), measured(code, notifiedOn)), null)
      const on = (day: CivilDate) => stoodOn(found, day)
      const around = { found, stoodOn: on, dueOf, count: withDoubts }
      const others = clocks.map((one) => (one.stopped ? one : unsettled(one, filed, around)))
      clocks = [...others, found]
    },
    /** An appeal against that decision. */
    appealed: (notifiedOn: CivilDate) => {
      clocks = clocks.map((one) => (noticeOf(one) === notifiedOn ? { ...one, stopped: true } : one))
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
        for (const { clock, recounting } of allConcerned({ now, before, contested }, one, input, stoodOn)) {
          const anew = recounted(recounting, input, clock)
          if (anew) put(counted(clock.id, { ...clock, ...anew }))
        }
      }
      // What was asked for after the end that was known then, and in time by the one that is known now.
      const standing = clocks.filter(({ stopped }) => !stopped)
      for (const { clock, former } of endingLater(standing, before)) put(held(clock, former))
      filed.push({ command, input })
    },
    /** The time against the decision of this notice; undefined of one that no clock counts any more. */
    against: (notifiedOn: CivilDate) => clocks.find((one) => !one.stopped && noticeOf(one) === notifiedOn)
  }
}

// One life of a young adult, whose times are counted so.

export type Act = [CommandType, Record<string, unknown>]

export const notifiedOn = '2026-10-01'
export const ofIt = { noticeOn: notifiedOn }
export const refused: Decision = { code: 'D-APPEAL-YOUNG-ADULT', notifiedOn }
export const said = (what: string, on: string, more: object = ofIt): Act => [
  'young_adult.time',
  { what, on, ...(what.startsWith('aid') && { about: 'decision' }), ...more }
]

export const after = (decisions: readonly Decision[], acts: readonly Act[]) => {
  const stepped = steppedClocks(decisions)
  for (const [command, input] of acts) stepped.act(command, input)
  return stepped
}
