import { addDays, type CivilDate } from '../../calendar/calendar.ts'
import type { Recount } from '../../act/command.ts'
import type { DoubtId, InLaw } from '../doubts.ts'
import { noticeOf } from './contested.ts'
import { inLawOrNone } from './doubted.ts'
import { dayIn } from './opening.ts'

// Which clocks an act counts again. Legal aid, reconsideration and a house arrest are of one decision, as an appeal is (decree 2020-1717,
// art. 43; CRPA L411-2; CESEDA R921-1).

type Input = Record<string, unknown>

/** `asked`: the day of what it answers, where that is said. `unsure`: what is left in doubt where nobody says which of several it is about. */
export type Recounting = {
  recount: Recount
  on: CivilDate
  asked: CivilDate | null
  unsure: DoubtId | null
}

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
      const asked = recount.asked === undefined ? null : dayIn(input, recount.asked)
      return [{ recount, on, asked, unsure: null }]
    })

type Told = { id: string; code: string; startsOn: CivilDate; dueOn: CivilDate; inLaw?: InLaw | null }
type Stood<C> = (clock: C, day: CivilDate) => boolean

const isWithin = (clock: Told, { several }: Recount, day: CivilDate) => {
  const notice = noticeOf(clock)
  return several?.within !== undefined && notice <= day && day <= addDays(notice, several.within)
}

/** Of one that was moved since, what was asked between its notice and the day it counts from was asked in time. */
const wasMovedSince = ({ startsOn, inLaw }: Told, day: CivilDate) =>
  inLaw?.notice !== undefined && inLaw.notice <= day && day < startsOn

/** Of what is asked for or answered. What cuts a time before something moved it is a row of its own. */
const isOfOneMoved = ({ recount: { doubt, implied }, on }: Recounting, clock: Told) =>
  (doubt !== undefined || implied !== undefined) && wasMovedSince(clock, on)

/**
 * Which of the clocks it is about: the last that had not ended on its day, or on the day of what it answers. An answer of which
 * nobody wrote down the question is about one that had ended too: what was asked may have been asked in time. Both are about one that
 * something later moved since: an answer may correct that, and what was asked before it was asked in time.
 */
const concerned = <C extends Told>(
  clocks: readonly C[],
  recounting: Recounting,
  stoodOn: Stood<C>
): C | undefined => {
  const { recount, on, asked } = recounting
  if (asked !== null)
    return (
      clocks.find((clock) => stoodOn(clock, asked)) ?? clocks.find((clock) => wasMovedSince(clock, asked))
    )
  const hasBegun = ({ startsOn }: C) => recount.implied !== undefined && startsOn <= on
  return (
    clocks.find((clock) => stoodOn(clock, on)) ??
    clocks.find(hasBegun) ??
    clocks.find((clock) => isOfOneMoved(recounting, clock))
  )
}

/**
 * All that it may be about, by the same days. An answer of which nobody wrote down the question is about any that had begun, be it
 * over beside one that runs; what is written down afterwards, about any that stood before something moved it.
 */
const maybeConcerned = <C extends Told>(
  clocks: readonly C[],
  { recount, on, asked }: Recounting,
  stoodOn: Stood<C>
): C[] => {
  if (asked !== null) return clocks.filter((clock) => stoodOn(clock, asked) || wasMovedSince(clock, asked))
  const isImplied = ({ startsOn }: C) => recount.implied !== undefined && startsOn <= on
  return clocks.filter(
    (clock) =>
      stoodOn(clock, on) || isWithin(clock, recount, on) || isImplied(clock) || wasMovedSince(clock, on)
  )
}

/** Of those that were contested, what it may be about: what is asked for beside an appeal is asked for after the time was stopped. */
const maybeContested = <C extends Told>(
  clocks: readonly C[],
  { recount, on, asked }: Recounting,
  stoodOn: Stood<C>
): C[] => {
  const day = asked ?? on
  const isAfter = (clock: C) =>
    recount.several?.within === undefined ? noticeOf(clock) <= day : isWithin(clock, recount, day)
  return clocks.filter((clock) => stoodOn(clock, day) || isAfter(clock))
}

const hasDoubt = ({ inLaw }: Told, id: DoubtId | undefined) =>
  inLawOrNone(inLaw).doubts.some((one) => one.id === id)

type Several = NonNullable<Recount['several']>
type Around<C> = {
  leaves: Several['leaves']
  said: CivilDate | null
  isUnknown: boolean
  contested: readonly C[]
  stoodOn: Stood<C>
}

/** Asked for after its safe day or, where nobody says when, answered after it: of this one that may have been too late. */
const maybeAskedLate = ({ dueOn }: Told, { asked, on }: Recounting) => (asked ?? on) > dueOn

/**
 * One decision has several clocks where they are of one notice; an answer is to what was asked, where that was written down. What was
 * asked of nobody knows which is answered of nobody knows which, though one of them alone is left.
 */
const amongSeveral = <C extends Told>(
  known: readonly C[],
  recounting: Recounting,
  { leaves, said, isUnknown, contested, stoodOn }: Around<C>
): { clock: C; recounting: Recounting }[] => {
  const { codes, settles } = recounting.recount
  const isOwn = ({ code }: C) => codes.some((own) => own === code)
  const meant = maybeConcerned(known, recounting, stoodOn)
  const isAsked = (clock: C) => hasDoubt(clock, settles)
  const asked = meant.filter(isAsked)
  const apt = asked.length > 0 ? asked : meant
  const others = maybeContested(contested, recounting, stoodOn).filter(
    (clock) => asked.length === 0 || isAsked(clock)
  )
  const own = apt.filter(isOwn)
  const isLeft = (clock: C) => said === null || maybeAskedLate(clock, recounting)
  const wasUnsure = settles !== undefined && own.some((clock) => hasDoubt(clock, leaves) && isLeft(clock))
  // The day of a question that no time stood for is, unsaid, perhaps that of a question about another.
  const { asked: day } = recounting
  const isOld = said === null && day !== null && !own.some((clock) => stoodOn(clock, day))
  const isOther = isOld && new Set([...known, ...contested].map(noticeOf)).size > 1
  const decisions = new Set([...apt, ...others].map(noticeOf)).size
  if (isUnknown || decisions > 1 || own.length > 1 || wasUnsure || isOther)
    return own
      .filter(
        (clock) =>
          recounting.asked !== null ||
          recounting.recount.implied ||
          stoodOn(clock, recounting.on) ||
          isOfOneMoved(recounting, clock)
      )
      .map((clock) => ({ clock, recounting: { ...recounting, unsure: leaves } }))
  const clock = concerned(own, recounting, stoodOn)
  return clock === undefined ? [] : [{ clock, recounting }]
}

const isOfDay = (said: CivilDate | null) => (clock: Told) =>
  said === null || noticeOf(clock) === said || clock.startsOn === said

/** Those of the decision that is said or, where nobody says which, each that stood; what settles a doubt of several leaves each unsure. */
const eachOf = <C extends Told>(clocks: readonly C[], recounting: Recounting) => {
  const { settles, unsure, leaves = [] } = recounting.recount
  const about = clocks.filter((clock) => settles === undefined || hasDoubt(clock, settles))
  const open = clocks.filter((clock) => unsure?.among.some((id) => hasDoubt(clock, id)))
  const left = unsure === undefined || open.length < 2 ? leaves : [...leaves, { doubt: unsure.leaves }]
  const recount = { ...recounting.recount, leaves: left }
  return about.map((clock) => ({ clock, recounting: { ...recounting, recount } }))
}

type Standing<C> = { now: readonly C[]; before: readonly C[]; contested: readonly C[] }

/**
 * The decision that is said. A day on which none was notified says nothing of which, and leaves each in doubt though it be alone: a
 * slip would let a time that is cut be too long, and an end in law that moves too short; and it may be of one that nobody wrote down.
 */
const saidIn = <C extends Told>({ which, several }: Recount, input: Input, known: readonly C[]) => {
  const said = which === undefined ? null : dayIn(input, which)
  const decisions = several?.decisions
  if (said === null || decisions === undefined) return { said, isUnknown: false }
  const isUnknown = !known.some(
    (clock) => decisions.some((code) => code === clock.code) && isOfDay(said)(clock)
  )
  return { said: isUnknown ? null : said, isUnknown }
}

/**
 * Every clock it is about: one, unless the form may say which decision it is of several. `before`: as they all stood before the act,
 * which decides whether several may be meant though the act has already counted some of them. `contested`: those that were stopped by
 * then, which nothing counts again, and which it may be about as well.
 */
export const allConcerned = <C extends Told>(
  { now, before, contested }: Standing<C>,
  recounting: Recounting,
  input: Input,
  stoodOn: Stood<C>
): { clock: C; recounting: Recounting }[] => {
  const { which, several, codes } = recounting.recount
  const { said, isUnknown } = saidIn(recounting.recount, input, [...before, ...contested])
  if (several !== undefined) {
    const among = [...codes, ...several.among]
    const isMeant = (clock: C) => among.some((code) => code === clock.code) && isOfDay(said)(clock)
    const around = { leaves: several.leaves, said, isUnknown, contested: contested.filter(isMeant), stoodOn }
    return amongSeveral(before.filter(isMeant), recounting, around).flatMap((one) => {
      const clock = now.find(({ id }) => id === one.clock.id)
      return clock === undefined ? [] : [{ ...one, clock }]
    })
  }
  if (which !== undefined) {
    const meant = now.filter((clock) => stoodOn(clock, recounting.on) && isOfDay(said)(clock))
    return eachOf(meant, recounting)
  }
  const clock = concerned(now, recounting, stoodOn)
  return clock === undefined ? [] : [{ clock, recounting }]
}
