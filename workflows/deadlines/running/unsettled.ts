import type { CivilDate } from '../../calendar/calendar.ts'
import type { Doubted, InLaw } from '../doubts.ts'
import { noticeOf } from './contested.ts'
import { inLawOrNone } from './doubted.ts'
import { doubtsOf, joinedTo, names, rowsIn, type Clock, type Filed, type Row } from './earlier.ts'
import { dayIn } from './opening.ts'
import { has } from './plain.ts'

// What nobody said the decision of was taken to be of the one that stood by all that was written down. Another is found to have stood as
// well: it may have been of that one, and the safe day comes back to where it was without it.

/** `found`: the clock that opens. `dueOf`: the last day of such a time, counted from a day and moved by nothing. */
type Around<C> = {
  found: Clock
  stoodOn: (day: CivilDate) => boolean
  dueOf: (code: string, from: CivilDate) => CivilDate
  count: (clock: C, inLaw: InLaw) => C
}

/** Said of none, and by its day perhaps of the one that is found. */
const mayBeOfFound = <C>({ recount, recounting: { on }, input }: Row, { found, stoodOn }: Around<C>) => {
  const isUnsaid = recount.which === undefined || dayIn(input, recount.which) === null
  const isThere = recount.implied === undefined ? stoodOn(on) : found.startsOn <= on
  return isUnsaid && names(recount.several.among, found) && isThere
}

/** Moved from a later day than that of its notice, by what is of this day or by something since. */
const isMovedBy = ({ recounting: { on } }: Row, clock: Clock) =>
  noticeOf(clock) < clock.startsOn && on <= clock.startsOn

/** The day on which it ended at first: it is safe no longer, where what moved it was of the other. */
const safeUntil = (from: CivilDate): Doubted => ({ id: 'maybeOfLaterKnown', from })

const firstEnd = <C>(clock: Clock, { dueOf }: Around<C>) => dueOf(clock.code, noticeOf(clock))

/** What was asked for: it is answered of nobody knows which. Answered after the first end, that was open by it alone. */
const askedBy = <C>(row: Row, clock: Clock, around: Around<C>): Doubted[] => {
  const { doubt, several } = row.recount
  const first = firstEnd(clock, around)
  const waits = doubt !== undefined && has(doubtsOf(clock), doubt)
  return [
    ...(waits ? [{ id: several.leaves }] : []),
    ...(isMovedBy(row, clock) && clock.startsOn > first ? [safeUntil(first)] : [])
  ]
}

const movedBy = <C>(row: Row, clock: Clock, around: Around<C>): Doubted[] => {
  const { codes, doubt, implied, keepsDay } = row.recount
  // What keeps the safe day has moved none.
  if (!names(codes, clock) || keepsDay) return []
  if (doubt !== undefined) return askedBy(row, clock, around)
  return implied !== undefined && isMovedBy(row, clock) ? [safeUntil(firstEnd(clock, around))] : []
}

/** A clock that was there, once another opens: with what may have been of that one, and moved it. */
export const unsettled = <C extends Clock>(clock: C, filed: readonly Filed[], around: Around<C>): C => {
  const left = rowsIn(filed)
    .filter(({ recount }) => names(recount.several.among, clock))
    .filter((row) => mayBeOfFound(row, around))
    .flatMap((row) => movedBy(row, clock, around))
  if (left.length === 0) return clock
  return around.count(clock, { ...inLawOrNone(clock.inLaw), doubts: joinedTo(doubtsOf(clock), left) })
}
