import { isCivilDate, type CivilDate } from '../../calendar/calendar.ts'
import type { Recount } from '../../act/command.ts'
import type { Measure } from '../both.ts'
import { isOfADay, withDoubt } from '../doubting.ts'
import type { Doubted, DoubtId, InLaw } from '../doubts.ts'
import type { Recounting } from './concerned.ts'
import { inLawOrNone } from './doubted.ts'
import { doubtsIn } from './opening.ts'
import { has, isAskedLate, isPlain, isStillAsked, onceAnswered, type Counting } from './plain.ts'

type Input = Record<string, unknown>

const joinedTo = (some: readonly Doubted[], more: readonly Doubted[]) => more.reduce(withDoubt, some)

type Recounted = Pick<Measure, 'from' | 'stood' | 'inLaw'>

const without = (doubts: readonly Doubted[], id: Recount['settles']) => doubts.filter((one) => one.id !== id)

/** One request with every day that was written for it: nobody knows which of them is the slip. */
const writtenAgain = (one: Doubted, on: CivilDate): Doubted => {
  if (one.from === undefined || one.from === on) return one
  const [from, to = on] = [one.from, one.to, on].filter((day) => day !== undefined).toSorted()
  return { ...one, from: from!, to }
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
 * An answer of an earlier day than the one it counts from, where nobody wrote down another question: it may be that very answer, said
 * better. It is safe no longer than the whole time counted from it, and what was told stays the end in law.
 */
const answeredBefore = (
  { recount: { implied, once }, on }: Recounting,
  { from, inLaw }: Pick<Counting, 'from' | 'inLaw'>
): Doubted[] => {
  const isOfItsKind = once === undefined || has(inLawOrNone(inLaw).doubts, once)
  const isBefore = implied !== undefined && typeof from === 'string' && on < from
  return isBefore && isOfItsKind ? [{ id: 'maybeAnsweredBefore', from: on }] : []
}

/**
 * Nobody says which of several it is about: the safe day stays, and what it may have given is left beside it. What was asked of this
 * one for certain is still to be answered.
 */
const leftUnsure = (
  recounting: Recounting,
  unsure: DoubtId,
  counting: Counting,
  input: Input
): readonly Doubted[] => {
  const { recount } = recounting
  const { implied = [], leaves = [], settles } = recount
  const { doubts } = inLawOrNone(counting.inLaw)
  const was = has(doubts, unsure)
  const left = doubtsIn(implied.length > 0 ? implied : leaves, input)
  return joinedTo(was ? without(doubts, settles) : doubts, [
    ...[...left, { id: unsure }],
    ...[...onceAnswered(recounting, counting), ...answeredBefore(recounting, counting)]
  ])
}

/**
 * How a clock counts after it: null where it is not about this one, as what settles a doubt is not about a clock that never had
 * it. A doubt leaves the safe day where it is; what settles one gives the whole length again, from that day.
 */
export const recounted = (recounting: Recounting, input: Input, counting: Counting): Recounted | null => {
  const { from, stood, inLaw } = counting
  const { recount, on, asked, unsure } = recounting
  const { doubt, settles, leaves = [], implied = null, keepsDay = false } = recount
  const stands = inLawOrNone(inLaw)
  const { doubts } = stands
  if (doubt !== undefined) {
    const known = isOfADay(doubt) ? undefined : doubts.find(({ id }) => id === doubt)
    const one = known === undefined ? { id: doubt, from: on } : writtenAgain(known, on)
    // Asked of this one for certain, it is still to be answered, whatever is asked of nobody knows which.
    const isCertain = !isOfADay(doubt) && has(doubts, doubt) && !has(doubts, unsure)
    const isLeft = unsure !== null && !isCertain
    const isAgainLate = known?.from !== undefined && known.from !== on && on > counting.dueOn
    const isLate = isAgainLate || (!isOfADay(doubt) && isAskedLate(recounting, on, counting))
    const more = [
      one,
      ...(isLeft ? [{ id: unsure }] : []),
      ...(isLate ? [{ id: 'maybeAskedLate' as const }] : [])
    ]
    const others = known === undefined ? doubts : without(doubts, known.id)
    return { from, stood, inLaw: { ...stands, doubts: joinedTo(others, more) } }
  }
  const left = doubtsIn(leaves, input)
  const moved = movedFrom(from, stands)
  if (unsure !== null)
    return {
      ...{ from, stood },
      inLaw: { ...stands, doubts: leftUnsure(recounting, unsure, counting, input) }
    }
  const kept = without(doubts, settles)
  const wasAsked = asked !== null || kept.length < doubts.length
  if (!wasAsked && implied === null) return null
  if (implied !== null && !(wasAsked && isPlain(recounting, counting))) {
    const marks = [...onceAnswered(recounting, counting), ...answeredBefore(recounting, counting)]
    const all = joinedTo(kept, [...doubtsIn(implied, input), ...marks])
    return { ...{ from, stood }, inLaw: { ...stands, doubts: all } }
  }
  const leavesSome = recount.several?.leaves
  const sure = isStillAsked(kept, leavesSome) ? kept : without(kept, leavesSome)
  if (keepsDay) return { from, stood, inLaw: { ...stands, doubts: joinedTo(sure, left) } }
  const all = joinedTo([...sure, ...left, ...onceAnswered(recounting, counting)], toldLater(recounting, from))
  return { from: on, stood: [], inLaw: { hour: stands.hour, doubts: all, ...moved } }
}
