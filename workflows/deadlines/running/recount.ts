import { isCivilDate, type CivilDate } from '../../calendar/calendar.ts'
import type { Recount } from '../../act/command.ts'
import type { Measure } from '../both.ts'
import { isOfADay, withDoubt } from '../doubting.ts'
import type { Doubted, InLaw } from '../doubts.ts'
import type { DeadlineCode } from '../register.ts'
import { noticeOf } from './contested.ts'
import { inLawOrNone } from './doubted.ts'
import { dayIn, doubtsIn } from './opening.ts'

type Input = Record<string, unknown>

/** `asked`: the day of what it answers, where that is said. */
export type Recounting = { recount: Recount; on: CivilDate; asked: CivilDate | null }

/** What of an act counts again, with the day of what is recorded. */
export const recountsIn = (recounts: readonly Recount[], input: Input): Recounting[] =>
  recounts
    .filter(
      ({ whenInput, unlessInput: other, unlessGiven }) =>
        whenInput.every(({ field, is }) => input[field] === is) &&
        !(other && input[other.field] === other.is) &&
        !(unlessGiven && input[unlessGiven] !== undefined)
    )
    .flatMap((recount) => {
      const on = dayIn(input, recount.on)
      if (on === null) return []
      return [{ recount, on, asked: recount.asked === undefined ? null : dayIn(input, recount.asked) }]
    })

/**
 * Which of the clocks it is about: the last that had not ended on its day, or on the day of what it answers. An answer of which
 * nobody wrote down the question is about one that had ended too: what was asked may have been asked in time.
 */
const concerned = <C extends { startsOn: CivilDate; inLaw?: InLaw | null }>(
  clocks: readonly C[],
  { recount, on, asked }: Recounting,
  stoodOn: (clock: C, day: CivilDate) => boolean
): C | undefined => {
  // Of one that was moved since, what was asked between its notice and the day it counts from was asked in time.
  const wasMovedSince = ({ startsOn, inLaw }: C, day: CivilDate) =>
    inLaw?.notice !== undefined && inLaw.notice <= day && day < startsOn
  if (asked !== null)
    return (
      clocks.find((clock) => stoodOn(clock, asked)) ?? clocks.find((clock) => wasMovedSince(clock, asked))
    )
  const stood = clocks.find((clock) => stoodOn(clock, on))
  return stood ?? (recount.implied && clocks.find(({ startsOn }) => startsOn <= on))
}

type Told = { startsOn: CivilDate; inLaw?: InLaw | null }

const hasDoubt = ({ inLaw }: Told, id: Recount['settles']) =>
  inLawOrNone(inLaw).doubts.some((one) => one.id === id)

/**
 * Every clock it is about: one, unless the form may say which decision it is of several. Then those of that decision or, where
 * nobody says which, each that stood; what settles a doubt of several at once leaves each of them unsure.
 */
export const allConcerned = <C extends Told>(
  clocks: readonly C[],
  recounting: Recounting,
  input: Input,
  stoodOn: (clock: C, day: CivilDate) => boolean
): { clock: C; recounting: Recounting }[] => {
  const { recount, on } = recounting
  const { which, settles, unsure, leaves = [] } = recount
  if (which === undefined) {
    const clock = concerned(clocks, recounting, stoodOn)
    return clock === undefined ? [] : [{ clock, recounting }]
  }
  const said = dayIn(input, which)
  const meant = clocks.filter(
    (clock) => stoodOn(clock, on) && (said === null || [noticeOf(clock), clock.startsOn].includes(said))
  )
  const about = meant.filter((clock) => settles === undefined || hasDoubt(clock, settles))
  const open = meant.filter((clock) => unsure?.among.some((id) => hasDoubt(clock, id)))
  const left = unsure === undefined || open.length < 2 ? leaves : [...leaves, { doubt: unsure.leaves }]
  return about.map((clock) => ({
    clock,
    recounting: { ...recounting, recount: { ...recount, leaves: left } }
  }))
}

const joinedTo = (some: readonly Doubted[], more: readonly Doubted[]) => more.reduce(withDoubt, some)

type Counting = Pick<Measure, 'from' | 'stood' | 'inLaw'>
type Recounted = Counting & { becomes: DeadlineCode | null }

const without = (doubts: readonly Doubted[], id: Recount['settles']) => doubts.filter((one) => one.id !== id)

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
 * How a clock counts after it: null where it is not about this one, as what settles a doubt is not about a clock that never had
 * it. One that gives way leaves its doubts to the other: a time that is cut was in doubt before, and is as much so after it. A doubt
 * leaves the safe day where it is; what settles one gives the whole length again, from that day.
 */
export const recounted = (
  recounting: Recounting,
  input: Input,
  { from, stood, inLaw }: Counting
): Recounted | null => {
  const { recount, on, asked } = recounting
  const { doubt, settles, becomes, stays, atHour, leaves = [], implied = null, keepsDay = false } = recount
  const stands = inLawOrNone(inLaw)
  const { doubts } = stands
  if (doubt !== undefined) {
    const one = { id: doubt, ...(isOfADay(doubt) && { from: on }) }
    return { from, stood, inLaw: { ...stands, doubts: withDoubt(doubts, one) }, becomes: null }
  }
  const left = doubtsIn(leaves, input)
  const moved = movedFrom(from, stands)
  if (becomes !== undefined) {
    const said = atHour === undefined ? undefined : input[atHour]
    const hour = typeof said === 'string' ? said : null
    const gave = stays !== undefined && typeof from === 'string' ? [{ id: stays, from }] : []
    const all = joinedTo(without(doubts, settles), [...left, ...gave])
    return { from: on, stood: [], inLaw: { hour, doubts: all, ...moved }, becomes }
  }
  const kept = without(doubts, settles)
  if (asked === null && kept.length === doubts.length)
    return (
      implied && {
        from,
        stood,
        inLaw: { ...stands, doubts: joinedTo(doubts, doubtsIn(implied, input)) },
        becomes: null
      }
    )
  if (keepsDay) return { from, stood, inLaw: { ...stands, doubts: [...kept, ...left] }, becomes: null }
  const all = joinedTo([...kept, ...left], toldLater(recounting, from))
  return { from: on, stood: [], inLaw: { hour: stands.hour, doubts: all, ...moved }, becomes: null }
}
