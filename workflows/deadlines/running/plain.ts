import { addDays, addMonths, type CivilDate } from '../../calendar/calendar.ts'
import type { Measure } from '../both.ts'
import type { Doubted, DoubtId } from '../doubts.ts'
import { askedUnder, silentAfter } from './asked.ts'
import type { Recounting } from './concerned.ts'
import { inLawOrNone } from './doubted.ts'

// Which answers give the whole time again for certain, so that they alone move a safe day later.

/** With its safe day as it stands. */
export type Counting = Pick<Measure, 'from' | 'stood' | 'inLaw'> & { dueOn: CivilDate }

export const has = (doubts: readonly Doubted[], id: DoubtId | null): boolean =>
  doubts.some((one) => one.id === id)

/** Whether something else is still asked of nobody knows which of several, that this does not answer. */
export const isStillAsked = (doubts: readonly Doubted[], leaves: DoubtId | undefined): boolean =>
  leaves !== undefined && askedUnder(leaves).some((id) => has(doubts, id))

/** Whether silence had answered it by that day, and the time to appeal against silence was over as well. */
const isSilent = (months: number, request: CivilDate, day: CivilDate) =>
  day > addMonths(addMonths(request, months), months)

const stillWaits = ({ id, from }: Doubted, day: CivilDate) => {
  const months = silentAfter(id)
  return months === undefined || (from !== undefined && !isSilent(months, from, day))
}

/** Asked for when its safe day was over, and nothing that was asked of it for certain waits: what leaves its end open may not be so. */
export const isAskedLate = (
  { recount: { several } }: Recounting,
  day: CivilDate,
  { dueOn, inLaw }: Counting
): boolean => {
  const { doubts } = inLawOrNone(inLaw)
  const waits = several === undefined || has(doubts, several.leaves) ? [] : askedUnder(several.leaves)
  const isPending = doubts.some((one) => waits.includes(one.id) && stillWaits(one, day))
  return day > dueOn && !(isPending && !has(doubts, 'maybeAskedLate'))
}

const isAsked = ({ recount: { settles } }: Recounting, doubts: readonly Doubted[]) =>
  doubts.find(({ id }) => id === settles)

/** Every day that was written for what is answered: the answer is plain where it is so by each of them. */
const daysAsked = ({ asked }: Recounting, known: Doubted | undefined): CivilDate[] =>
  [asked, known?.from, known?.to].filter((day) => day !== null && day !== undefined)

/** Of several days, one comes after the first end: by that one it may have been too late, with what it seems to have kept open. */
const isPerhapsLate = (days: readonly CivilDate[], { dueOn }: Counting) =>
  new Set(days).size > 1 && days.some((day) => day > dueOn)

/** Answered once already, it counts where it was asked for before that; said again of what waits no more, it is one answer, of the first day. */
const isOneMore = (one: Recounting, days: readonly CivilDate[], { from, inLaw }: Counting) => {
  const { doubts } = inLawOrNone(inLaw)
  const mark = doubts.find(({ id }) => id === one.recount.once)
  if (mark === undefined) return false
  const { from: last } = mark
  const isTooLate = days.length === 0 || last === undefined || days.some((day) => day > last)
  return isTooLate || (isAsked(one, doubts) === undefined && typeof from === 'string' && one.on > from)
}

/**
 * Whether an answer gives the whole time again for certain. Else the safe day stays, and what it may have given is the end in law: asked
 * for late; a second of what interrupts once, within the first time (CRPA L411-2); or after silence
 * had answered (R421-2).
 */
export const isPlain = (one: Recounting, counting: Counting): boolean => {
  const { recount, on, asked } = one
  const { doubts } = inLawOrNone(counting.inLaw)
  const days = daysAsked(one, isAsked(one, doubts))
  const months = recount.silentAfter
  return (
    !has(doubts, 'maybeAskedLate') &&
    !(asked !== null && isAskedLate(one, asked, counting)) &&
    !isPerhapsLate(days, counting) &&
    !isOneMore(one, days, counting) &&
    !(months !== undefined && days.some((day) => day > counting.dueOn || isSilent(months, day, on)))
  )
}

/** What an answer leaves of what interrupts once: the last day on which another was asked for before it for certain, and in time. */
export const onceAnswered = (
  { recount: { once }, on }: Recounting,
  { inLaw, dueOn }: Counting
): Doubted[] => {
  if (once === undefined || has(inLawOrNone(inLaw).doubts, once)) return []
  const eve = addDays(on, -1)
  return [{ id: once, from: eve < dueOn ? eve : dueOn }]
}
