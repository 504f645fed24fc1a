import { isDeepStrictEqual } from 'node:util'
import { commandRow, commandTypes } from '../../workflows/case/commands.ts'
import type { DoubtId, InLaw } from '../../workflows/deadlines/doubts.ts'
import { noticeOf } from '../../workflows/deadlines/running/contested.ts'
import { inLawOrNone } from '../../workflows/deadlines/running/doubted.ts'
import type { DeadlineEntry } from '../cases/store.ts'
import { isStoppable } from './giving-way.ts'

// A judgment that is written down again is one judgment, known by the day of its pronouncement: what is said last of who was there,
// or of its service, counts, and what was learnt since of an appeal by another stays. A service once known stays where nobody says another.

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
    commandRow(type).recounts.flatMap(({ codes, doubt, several }) =>
      doubt !== undefined && codes.some((one) => one === code)
        ? [doubt, several?.leaves].filter((id) => id !== undefined)
        : []
    )
  )

type Known = Pick<Row, 'startsOn' | 'inLaw'>

const hasOne = ({ inLaw }: Row, ids: readonly DoubtId[]) =>
  inLawOrNone(inLaw).doubts.some(({ id }) => ids.includes(id))

/** It counts from its service, or would where the person was not there. */
const wasServed = (entry: Row) => entry.startsOn !== noticeOf(entry) || hasOne(entry, ['maybeServed'])

const withOthers = (row: Row, replaced: readonly DeadlineEntry[]): InLaw | null => {
  const learnt = learntOf(row.code)
  const kept = replaced.flatMap(({ inLaw }) =>
    inLawOrNone(inLaw).doubts.filter(({ id }) => learnt.includes(id))
  )
  if (kept.length === 0) return row.inLaw ?? null
  const said = inLawOrNone(row.inLaw)
  return { ...said, doubts: [...said.doubts, ...kept] }
}

/**
 * With what was learnt since of the one whose place it takes: its service as well, which silence does not undo (CPP 498). Only whoever
 * is said to have been there had the time from the pronouncement.
 */
export const withLearnt = (row: Row, replaced: readonly DeadlineEntry[]): Known => {
  const served = replaced.find(wasServed)
  if (served !== undefined && hasOne(row, ['notServed', 'maybeNotServed'])) return served
  return { startsOn: row.startsOn, inLaw: withOthers(row, replaced) }
}
