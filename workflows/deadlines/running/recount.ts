import { addMonths, isCivilDate, type CivilDate } from '../../calendar/calendar.ts'
import type { Recount } from '../../act/command.ts'
import type { Measure } from '../both.ts'
import { isOfADay, withDoubt } from '../doubting.ts'
import type { Doubted, DoubtId, InLaw } from '../doubts.ts'
import type { DeadlineCode } from '../register.ts'
import type { Recounting } from './concerned.ts'
import { inLawOrNone } from './doubted.ts'
import { askedUnder } from './asked.ts'
import { dayIn, doubtsIn } from './opening.ts'

type Input = Record<string, unknown>

const joinedTo = (some: readonly Doubted[], more: readonly Doubted[]) => more.reduce(withDoubt, some)

type Counted = Pick<Measure, 'from' | 'stood' | 'inLaw'>
/** With its safe day as it stands. */
type Counting = Counted & { dueOn: CivilDate }
type Recounted = Counted & { becomes: DeadlineCode | null }

const without = (doubts: readonly Doubted[], id: Recount['settles']) => doubts.filter((one) => one.id !== id)

const has = (doubts: readonly Doubted[], id: DoubtId | null) => doubts.some((one) => one.id === id)

/** Whether it is about such a clock: one that is in such a doubt, and counts from the day that is said or from another. */
const isOfThis = ({ where, sameDay, otherDay }: Recount, input: Input, { from, inLaw }: Counting) =>
  (where === undefined || where.some((id) => has(inLawOrNone(inLaw).doubts, id))) &&
  (sameDay === undefined || dayIn(input, sameDay) === from) &&
  (otherDay === undefined || dayIn(input, otherDay) !== from)

/** Whether something else is still asked of nobody knows which of several, that this does not answer. */
const isStillAsked = (doubts: readonly Doubted[], leaves: DoubtId | undefined) =>
  leaves !== undefined && askedUnder(leaves).some((id) => has(doubts, id))

/** By what the end of a clock that gives way stays that of the end in law; none where it gives way for certain. */
export const staying = ({ recount: { stays }, unsure }: Recounting): DoubtId[] =>
  [stays, unsure].filter((id) => id !== undefined && id !== null)

/** Whether it may have given way before: what interrupts it once does so no more (CESEDA R921-1). */
const mayHaveGivenWay = ({ recount: { late }, on }: Recounting, { inLaw }: Counting) =>
  inLawOrNone(inLaw).doubts.some(({ id, from }) => id === late && from !== undefined && from < on)

/** Whether its own day stays the safe one, where that is the first: it may not give way, or was over but for its end in law. */
export const mayStay = (one: Recounting, counting: Counting): boolean =>
  staying(one).length > 0 || mayHaveGivenWay(one, counting) || counting.dueOn < one.on

/** What stays although it may have given way, the other's day being the later: that one is then its end in law; none where nothing says so. */
export const stayed = ({ recount: { late }, on }: Recounting, { inLaw }: Pick<Counting, 'inLaw'>) => {
  const stands = inLawOrNone(inLaw)
  return late === undefined ? null : { ...stands, doubts: withDoubt(stands.doubts, { id: late, from: on }) }
}

const lateCuts = ['maybeCutLate', 'maybeKeptLate'] as const

/** Asked for when its safe day was over, and nothing that was asked of it for certain waits: what leaves its end open may not be so. */
const isAskedLate = ({ recount: { several } }: Recounting, day: CivilDate, { dueOn, inLaw }: Counting) => {
  const { doubts } = inLawOrNone(inLaw)
  const isPending =
    several !== undefined && !has(doubts, several.leaves) && isStillAsked(doubts, several.leaves)
  return day > dueOn && !(isPending && !has(doubts, 'maybeAskedLate'))
}

/**
 * Whether an answer gives the whole time again for certain. Else the safe day stays, and what it may have given is the end in law: asked
 * for late, or of a time that may have been cut; a second of what interrupts once (CRPA L411-2); or after silence had answered (R421-2).
 */
const isPlain = (one: Recounting, counting: Counting): boolean => {
  const {
    recount: { settles, once, silentAfter },
    on,
    asked
  } = one
  const { doubts } = inLawOrNone(counting.inLaw)
  const request = asked ?? doubts.find(({ id }) => id === settles)?.from ?? null
  return (
    !has(doubts, 'maybeAskedLate') &&
    !lateCuts.some((id) => has(doubts, id)) &&
    !(asked !== null && isAskedLate(one, asked, counting)) &&
    !(once !== undefined && has(doubts, once)) &&
    !(silentAfter !== undefined && request !== null && on > addMonths(request, silentAfter))
  )
}

/** Counted from another day, it is of the same decision: the day of its notice stays known. */
const movedFrom = (from: Measure['from'], { notice }: InLaw): Pick<InLaw, 'notice'> => {
  const day = notice ?? (typeof from === 'string' && isCivilDate(from) ? from : undefined)
  return day === undefined ? {} : { notice: day }
}

/**
 * What was answered on an earlier day than the one it counts from moves the safe day back. A later day that was told is taken from
 * nobody: it stays beside it as the end in law.
 */
const toldLater = ({ recount, on }: Recounting, from: Measure['from']): Doubted[] =>
  typeof from !== 'string' || on >= from
    ? []
    : (recount.implied ?? [])
        .filter(({ from: field }) => field === recount.on)
        .map(({ doubt }) => ({ id: doubt, from }))

/**
 * Nobody says which of several it is about: the safe day stays, and what it may have given is left beside it. What was asked of this
 * one for certain is still to be answered.
 */
const leftUnsure = (
  { recount: { implied = [], leaves = [], settles, late }, on }: Recounting,
  unsure: DoubtId,
  doubts: readonly Doubted[],
  input: Input
): readonly Doubted[] => {
  const was = has(doubts, unsure)
  const left = doubtsIn(implied.length > 0 ? implied : leaves, input)
  const own = isOfADay(unsure) ? [] : [{ id: unsure }]
  const other = late === undefined ? [] : [{ id: late, from: on }]
  return joinedTo(was ? without(doubts, settles) : doubts, [...left, ...own, ...other])
}

/**
 * How a clock counts after it: null where it is not about this one, as what settles a doubt is not about a clock that never had
 * it. One that gives way leaves its doubts to the other: a time that is cut was in doubt before, and is as much so after it. A doubt
 * leaves the safe day where it is; what settles one gives the whole length again, from that day.
 */
export const recounted = (recounting: Recounting, input: Input, counting: Counting): Recounted | null => {
  const { from, stood, inLaw } = counting
  const { recount, on, asked, unsure } = recounting
  const { doubt, settles, becomes, atHour, leaves = [], implied = null, keepsDay = false } = recount
  if (!isOfThis(recount, input, counting)) return null
  const stands = inLawOrNone(inLaw)
  const { doubts } = stands
  if (doubt !== undefined) {
    const known = isOfADay(doubt) ? undefined : doubts.find(({ id }) => id === doubt)
    const one = known ?? { id: doubt, from: on }
    // Asked of this one for certain, it is still to be answered, whatever is asked of nobody knows which.
    const isCertain = !isOfADay(doubt) && has(doubts, doubt) && !has(doubts, unsure)
    const isLeft = unsure !== null && !isCertain && !isOfADay(unsure)
    const isLate = !isOfADay(doubt) && isAskedLate(recounting, on, counting)
    const more = [
      one,
      ...(isLeft ? [{ id: unsure }] : []),
      ...(isLate ? [{ id: 'maybeAskedLate' as const }] : [])
    ]
    return { from, stood, inLaw: { ...stands, doubts: joinedTo(doubts, more) }, becomes: null }
  }
  const left = doubtsIn(leaves, input)
  const moved = movedFrom(from, stands)
  if (becomes !== undefined) {
    const said = atHour === undefined ? undefined : input[atHour]
    const hour = typeof said === 'string' ? said : null
    const gave = typeof from === 'string' ? staying(recounting).map((id) => ({ id, from })) : []
    // Of nobody knows which, it settles nothing of this one.
    const stay = unsure === null ? without(without(doubts, settles), recount.late) : doubts
    const all = joinedTo(stay, [...left, ...gave])
    return { from: on, stood: [], inLaw: { hour, doubts: all, ...moved }, becomes }
  }
  if (unsure !== null)
    return {
      ...{ from, stood, becomes: null },
      inLaw: { ...stands, doubts: leftUnsure(recounting, unsure, doubts, input) }
    }
  const kept = without(doubts, settles)
  const wasAsked = asked !== null || kept.length < doubts.length
  if (!wasAsked && implied === null) return null
  if (implied !== null && !(wasAsked && isPlain(recounting, counting)))
    return {
      ...{ from, stood, becomes: null },
      inLaw: { ...stands, doubts: joinedTo(kept, doubtsIn(implied, input)) }
    }
  const leavesSome = recount.several?.leaves
  const sure = isStillAsked(kept, leavesSome) ? kept : without(kept, leavesSome)
  if (keepsDay) return { from, stood, inLaw: { ...stands, doubts: joinedTo(sure, left) }, becomes: null }
  const mark = recount.once === undefined ? [] : [{ id: recount.once }]
  const all = joinedTo([...sure, ...left, ...mark], toldLater(recounting, from))
  return { from: on, stood: [], inLaw: { hour: stands.hour, doubts: all, ...moved }, becomes: null }
}
