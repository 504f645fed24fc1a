import { isDeepStrictEqual } from 'node:util'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import type { DoubtId, InLaw } from '../../workflows/deadlines/doubts.ts'
import { noticeOf } from '../../workflows/deadlines/running/contested.ts'
import { inLawOrNone } from '../../workflows/deadlines/running/doubted.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { isStoppable } from './giving-way.ts'

// A judgment that is written down again is one judgment, known by the day of its pronouncement: what is said last of who was there,
// or of its service, counts, and what was learnt since of an appeal by another stays.

type Row = Pick<DeadlineEntry, 'code' | 'startsOn'> & { inLaw?: InLaw | null }

/** Two decisions notified on one day are two where what was said of their notices differs: neither hides what the other gives. */
export const isSameNotice = (one: Row, other: Row) =>
  one.startsOn === other.startsOn && isDeepStrictEqual(one.inLaw ?? null, other.inLaw ?? null)

/** One that was served before anybody wrote it down knows the day of its service alone. */
const isSameDecision = (entry: DeadlineEntry, row: Row) =>
  entry.code === row.code &&
  isStoppable(entry) &&
  (noticeOf(entry) === noticeOf(row) || (!entry.inLaw?.notice && entry.startsOn === row.startsOn))

/** Of the clocks that a case has had, those of the decision that a row is of. */
export const ofSameDecision = (known: readonly DeadlineEntry[], row: Row): DeadlineEntry[] =>
  known.filter((entry) => isSameDecision(entry, row))

/** What others have done since, that is left in doubt by no answer about the decision itself. */
const learntOf = (code: string): DoubtId[] =>
  commandTypes.flatMap((type) =>
    commandRow(type).recounts.flatMap(({ codes, doubt }) =>
      doubt !== undefined && codes.some((one) => one === code) ? [doubt] : []
    )
  )

/** With what was learnt since of the one whose place it takes. */
export const withLearnt = (row: Row, replaced: readonly DeadlineEntry[]): InLaw | null => {
  const learnt = learntOf(row.code)
  const kept = replaced.flatMap(({ inLaw }) =>
    inLawOrNone(inLaw).doubts.filter(({ id }) => learnt.includes(id))
  )
  if (kept.length === 0) return row.inLaw ?? null
  const said = inLawOrNone(row.inLaw)
  return { ...said, doubts: [...said.doubts, ...kept] }
}
