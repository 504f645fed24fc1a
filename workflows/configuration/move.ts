import { daysBetween } from '../calendar/calendar.ts'
import { openDeadline, type Deadline } from '../deadlines/deadlines.ts'
import {
  alertsIn,
  deadlineRegister,
  keptUnder,
  mechanismCodes,
  type DeadlineRow,
  type DeadlineCode
} from '../deadlines/register.ts'
import type { Stood } from '../deadlines/both.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'
import { twoVoicesChanges } from './changes.ts'
import type { Configuration } from './configuration.ts'

/** A clock of a case that runs now. */
export type RunningClock = {
  id: string
  code: string
  startsOn: string
  dueOn: string
  dueAt: string
  /** The moment of what opened it; null where it runs from a civil day. */
  startedAt: string | null
  stood: readonly Stood[]
}

/** One running case as a move sees it: its clocks, and whether the cell has to decide; nothing of the person. */
export type PinnedCase = { territory: string; deciding: boolean; clocks: readonly RunningClock[] }

export type Between = { from: Configuration; to: Configuration; now: Date | string }

/**
 * `over`: the new length has already run out. `kept`: then a clock that acts by itself stays as it was, since what it
 * would do at once (close, archive, erase) cannot be undone. So does one that has stood still.
 */
export type ClockMove = {
  id: string
  code: DeadlineCode
  before: RunningClock
  after: Deadline
  over: boolean
  kept: boolean
  daysMoved: number
}

export type CaseMove = { clocks: ClockMove[]; quorum: Bilingual[] }

const differs = (code: DeadlineCode, { from, to }: Between): boolean => {
  const [a, b] = [from.durations[keptUnder(code)], to.durations[keptUnder(code)]]
  const [warned, warns] = [alertsIn(code, from), alertsIn(code, to)]
  return a.n !== b.n || a.unit !== b.unit || warned.join() !== warns.join()
}

/** The clocks that no text counts and whose length or alerts differ; those of the law never move. */
export const movingCodes = (between: Between): DeadlineCode[] =>
  mechanismCodes.filter((code) => differs(code, between))

const acts = (code: DeadlineCode) => {
  const { fires }: DeadlineRow = deadlineRegister[code]
  return fires !== null && fires !== 'expire'
}

/** A clock that has stood still keeps the count it has: its time is no longer a length from a start. */
const movedClock = (clock: RunningClock, territory: string, { to, now }: Between): ClockMove => {
  const code = clock.code as DeadlineCode
  const after = openDeadline(code, clock.startedAt ?? clock.startsOn, territory, { now, config: to })
  const over = Date.parse(after.dueAt) <= new Date(now).getTime()
  const daysMoved = daysBetween(clock.dueOn, after.dueOn)
  const kept = (over && acts(code)) || clock.stood.length > 0
  return { id: clock.id, code, before: clock, after, over, kept, daysMoved }
}

/** What moving one case to another version would change for it: not how a meeting decides, whose members are called once for many cases. */
export const movePreview = (pinned: PinnedCase, between: Between): CaseMove => {
  const moving: readonly string[] = movingCodes(between)
  return {
    clocks: pinned.clocks
      .filter(({ code }) => moving.includes(code))
      .map((clock) => movedClock(clock, pinned.territory, between)),
    quorum: pinned.deciding ? twoVoicesChanges(between.from, between.to) : []
  }
}
