import type { Upon } from '../../act/command.ts'
import { commandRow } from '../../case/commands.ts'
import type { DoubtId } from '../doubts.ts'
import type { DeadlineCode } from '../register.ts'
import { uponTimes } from './acts.ts'
import { cutTo } from './life.ts'
import { anewIds, bounds, marks, waiting } from './times.ts'

// Which doubts the acts upon a time may leave of it, and of those that take its place once it is cut.

const ofCut = [
  ...(['maybeNotInformed', 'maybeOtherLeaving', 'maybeOtherWeek', 'maybeCutLate', 'maybeKeptLate'] as const),
  ...(['maybeAidOfMonth', 'aidBeforeCut', 'hourUnknown'] as const)
]

const ofCuts = (upon: Extract<Upon, { does: 'cuts' }>, code: DeadlineCode): DoubtId[] => {
  const { among, to, beside } = upon
  const reaches =
    (among.includes(code) || beside.includes(code)) && (cutTo(code, to) !== null || among.includes(code))
  return reaches ? [bounds[to], ...ofCut] : []
}

const doubtsOf = (upon: Upon, code: DeadlineCode): DoubtId[] => {
  if (upon.does === 'cuts') return ofCuts(upon, code)
  const isLengthened = upon.lengthens.some(
    (one) => one === code || cutTo(one, 'week') === code || cutTo(one, 'hours') === code
  )
  if (!isLengthened) return []
  const kind = upon.what === 'gracious' || upon.what === 'hierarchical' ? 'recourse' : upon.what
  if (upon.does === 'asks') return [waiting[upon.what], 'maybeAskedLate', 'maybeOtherDecision']
  return [marks[kind], ...anewIds[kind], 'maybeAnsweredBefore', 'maybeOtherDecision']
}

/** Of a time that is counted from all the acts upon it. */
export const doubtsUpon = (code: DeadlineCode): DoubtId[] => {
  const some = uponTimes.flatMap((type) => commandRow(type).upon.flatMap((one) => doubtsOf(one, code)))
  return some.length === 0 ? [] : [...new Set(some), 'tooManyMeanings']
}

/** Left by acts as they were counted before, one by one. */
const former = ['maybeCutBefore', 'maybeKeptBefore', 'maybeOfLaterKnown'] as const

/** Of a clock that an earlier count left as well: what is of acts, and not of its own notice. */
export const leftByActs = (code: DeadlineCode): DoubtId[] => [...doubtsUpon(code), ...former]
