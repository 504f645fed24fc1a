import { addMonths, type CivilDate } from '../../calendar/calendar.ts'
import type { Request } from '../../act/command.ts'
import { leavings } from '../../regions/residence/contested.ts'
import type { InLaw } from '../doubts.ts'
import type { DeadlineCode } from '../register.ts'
import type { Answers, Asks, Cuts } from './acts.ts'
import type { Ends, Term } from './ends.ts'

// The life of a time to appeal against one decision in one world, by days. `law` is where it ends in that world; `safe` moves only by what
// gives it more for certain there.

/**
 * `days`: those by which it is said. `since`: of the first act that was written down after it. `over`: contested, so that what is of it may
 * come at any time after its notice. `silence`: no decision was given, and silence is one.
 */
export type Decision = {
  code: DeadlineCode
  notice: CivilDate
  days: readonly CivilDate[]
  since: number
  over: boolean
  silence: boolean
  own: InLaw | null
  ends: Ends
}

/** One meaning of what the law, or the form, leaves open. */
export type Reading = {
  /** What its row and its notice leave in doubt gives more, and aid asked for before a cut stays valid (CESEDA R911-9). */
  longer: boolean
  /** Aid gives its fifteen days (decree 2020-1717, art. 43), or the lawyer's designation. */
  fifteen: boolean
  /** An answer of which nobody wrote down the question was asked for in time. */
  implied: boolean
  /** Silence rejects a recourse (CRPA L411-7); not where it was not acknowledged (L112-6). */
  silent: boolean
  /**
   * A recourse that is kept open by another request alone, or that was made once another is rejected, is too late; reasons keep open the
   * time of an implied refusal alone, and for a year (CRPA L232-4; CE, avis, 504677).
   */
  strict: boolean
  /** A second request of aid counts. */
  again: boolean
  /** What cuts a time is of the person, and not of one obligation (CESEDA R921-1). */
  person: boolean
}

type Kind = 'aid' | 'recourse' | 'reasons'
const kindOf = (what: Request): Kind => (what === 'gracious' || what === 'hierarchical' ? 'recourse' : what)

/**
 * `waits`: by the first day on which it was asked for. `once`: what was answered. `late`, `kept`: whether something was asked for too late,
 * or in time. `told`: a shorter time of which the person was told once this one was over.
 */
export type State = {
  safe: Term
  law: Term
  told: Term | null
  waits: Partial<Record<Request, CivilDate>>
  once: Partial<Record<Kind, Request>>
  late: boolean
  kept: boolean
}

export const bornOf = ({ code, notice, own }: Decision): State => {
  const term: Term = { code, from: notice, hour: own?.hour ?? null, since: 'notice', later: 0 }
  return { safe: term, law: term, told: null, waits: {}, once: {}, late: false, kept: false }
}

const isIn = (day: CivilDate, end: { on: CivilDate | null }) => end.on === null || day <= end.on

/** Two months of silence reject it (CRPA L411-7), and leave as long to go to the court (CJA R421-2). */
export const silentFrom = (law: Term, asked: CivilDate): Term => ({
  ...law,
  from: addMonths(asked, 2),
  since: 'silence',
  later: 0
})

/** Reasons extend the time of an implied refusal alone, and nothing a year after they were asked for (CRPA L232-4; CE, avis, 504677). */
const isOfReasons = (day: CivilDate | null, asked: CivilDate, { silence }: Decision) =>
  silence && day !== null && day <= addMonths(asked, 12)

/** Whether what was asked for still keeps it open on a day. */
const keepsOpen = ({ law, waits }: State, day: CivilDate, decision: Decision, reading: Reading) => {
  const { longer, silent, strict } = reading
  return (what: Request): boolean => {
    const asked = waits[what]!
    if (what === 'reasons') return !strict || isOfReasons(day, asked, decision)
    return kindOf(what) !== 'recourse' || !silent || isIn(day, decision.ends(silentFrom(law, asked), longer))
  }
}

/** Whether it stands on a day: it waits for an answer, or its end has not come. */
export const stands = (state: State, day: CivilDate, decision: Decision, reading: Reading) =>
  decision.notice <= day &&
  (decision.over ||
    isIn(day, decision.ends(state.law, reading.longer)) ||
    (Object.keys(state.waits) as Request[]).some(keepsOpen(state, day, decision, reading)))

const lengthOf = (code: DeadlineCode) => {
  const found = leavings.find((all) => all.some((one) => one === code))
  return found === undefined ? null : { all: found, at: found.findIndex((one) => one === code) }
}

/** As what this cuts is counted; null of what it does not cut: house arrest and prison the month alone (CESEDA R921-1, R921-2). */
export const cutTo = (code: DeadlineCode, to: Cuts['to']): DeadlineCode | null => {
  const length = lengthOf(code)
  if (length === null) return to === 'hours' && code.endsWith('-7D') ? leavings[0][2] : null
  return length.at < (to === 'week' ? 1 : 2) ? length.all[to === 'week' ? 1 : 2] : null
}

/** « Les actes de procédure précédemment accomplis demeurent valables »: the aid that waits goes on keeping the whole time open. */
const keptByAid = (state: State, safe: Term, { longer }: Reading): State | null => {
  const { aid } = state.waits
  return longer && aid !== undefined ? { ...state, safe, waits: { aid }, once: {} } : null
}

/**
 * R921-1, R921-2: the shorter time runs from the information, and nothing extends it (R921-3). What has to stand is the time on the day of
 * the arrest, of the prison or of the detention: told once it is over, the person has the shorter time from then on.
 */
export const cut = (state: State, act: Cuts, decision: Decision, reading: Reading): State => {
  const { on, to, hour, by } = act
  const code = cutTo(state.law.code, to)
  if (code === null) return state
  const term: Term = { code, from: on, hour, since: 'cut', later: 0 }
  const isCut = stands(state, on, decision, reading)
  const kept = isCut ? keptByAid(state, term, reading) : null
  if (kept !== null) return kept
  if (isCut) return { ...state, safe: term, law: term, waits: {}, once: {} }
  return by === null || stands(state, by, decision, reading) ? { ...state, told: term } : state
}

const isLengthened = ({ law }: State, { lengthens }: Asks | Answers) =>
  lengthens.some((one) => one === law.code)

/** The other of the two recourses, made within the first time: it runs anew only once both are rejected (CRPA L411-2, al. 2). */
const isOther = ({ once }: State, what: Request, { strict }: Reading) =>
  !strict && kindOf(what) === 'recourse' && once.recourse !== what
const isOtherInTime = (state: State, { what, on }: Asks, decision: Decision, reading: Reading) =>
  isOther(state, what, reading) && isIn(on, decision.ends(bornOf(decision).law, reading.longer))

/** In time, it keeps the time open: aid by article 43, a recourse by CRPA L411-2, once, reasons by L232-4. */
export const ask = (state: State, act: Asks, decision: Decision, reading: Reading): State => {
  const { what, on } = act
  if (!isLengthened(state, act)) return state
  if (!stands(state, on, decision, reading)) return { ...state, late: true }
  const kind = kindOf(what)
  const isAgain = kind === 'aid' ? reading.again : isOtherInTime(state, act, decision, reading)
  if (state.once[kind] && !isAgain) return state
  const isLate = kind === 'recourse' && reading.strict && !isIn(on, decision.ends(state.law, reading.longer))
  if (isLate) return { ...state, late: true }
  return { ...state, kept: true, waits: { ...state.waits, [what]: state.waits[what] ?? on } }
}

const sinceOf = { aid: 'aid', recourse: 'recourse', reasons: 'reasons' } as const

/** The whole time again from the answer. */
const anew = ({ law }: State, { what, on }: Answers): Term => ({
  ...{ code: law.code, hour: null, later: 0 },
  ...{ from: on, since: sinceOf[kindOf(what)] }
})

/** From when its own text may have it run, where that is later. */
const latest = (
  term: Term,
  { later, lawyerOn, what, on }: Answers,
  { fifteen }: Reading,
  ends: Ends
): Term => {
  if (!fifteen || what !== 'aid') return term
  const after = { ...term, later }
  if (lawyerOn === null || lawyerOn <= on) return after
  const named: Term = { ...term, from: lawyerOn, since: 'lawyer' }
  return ends(named, true).at > ends(after, true).at ? named : after
}

const later = (one: Term, other: Term, ends: Ends) =>
  ends(one, true).at > ends(other, true).at ? one : other

/**
 * `sure`: what was asked of nobody knows which was asked of this one, since this answers it in time. `known`: what it may answer is on
 * file, as asked of this one.
 */
type Answering = Reading & { sure: boolean; known: boolean }

/** Of aid that nobody wrote down: asked for before what cut the time, it stays valid (CESEDA R911-9), and gives the whole time again. */
const answeredOnceCut = (state: State, act: Answers, decision: Decision, reading: Answering): State => {
  const { longer, implied, known } = reading
  const isOfWhole = act.what === 'aid' && act.lengthens.some((one) => one === decision.code)
  if (!(longer && implied && isOfWhole) || known || act.asked !== null) return state
  const whole = anew({ ...state, law: { ...state.law, code: decision.code } }, act)
  const law = later(latest(whole, act, reading, decision.ends), state.law, decision.ends)
  return { ...state, law, once: { ...state.once, aid: act.what } }
}

/** Asked for while reasons alone kept it open, it keeps nothing open for certain beyond their year (CE, avis, 504677). */
const isByReasons = ({ waits, law }: State, asked: CivilDate, { ends }: Decision, reading: Reading) =>
  reading.strict && waits.reasons !== undefined && !isIn(asked, ends(law, reading.longer))

/**
 * Said to be of a day on which its question was too late, it gives nothing; of a day in time, its question may be one that is on file of
 * another decision alone: aid is asked for against several on one day.
 */
const isImplied = ({ law }: State, { asked }: Answers, { notice, ends }: Decision, reading: Reading) =>
  reading.implied && (asked === null || (notice <= asked && isIn(asked, ends(law, reading.longer))))

/** An answer to what was asked for gives the whole time again; without a question that is known it may have been asked for in time. */
export const answer = (state: State, act: Answers, decision: Decision, reading: Answering): State => {
  const { ends } = decision
  const { what, on } = act
  if (!isLengthened(state, act)) return answeredOnceCut(state, act, decision, reading)
  const kind = kindOf(what)
  const asked = state.waits[what]
  const once = { ...state.once, [kind]: what }
  const term = anew(state, act)
  const law = later(latest(term, act, reading, ends), state.law, ends)
  const isFirst = !state.once[kind] || (kind === 'aid' ? reading.again : isOther(state, what, reading))
  if (asked === undefined && reading.sure && isFirst) return { ...state, once, safe: term, law }
  if (asked === undefined)
    return isFirst && isImplied(state, act, decision, reading) ? { ...state, law, once } : state
  const { [what]: _answered, ...waits } = state.waits
  const silent = silentFrom(state.law, asked)
  // Rejected by silence already, and that time over: an answer is too late to give another (CJA R421-2).
  if (kind === 'recourse' && !isIn(on, ends(silent, false)))
    return { ...state, waits, once, law: reading.silent ? later(silent, state.law, ends) : law }
  const { on: last } = ends(term, false)
  if (kind === 'reasons' && !isOfReasons(last, asked, decision))
    return { ...state, waits, once, law: reading.strict ? state.law : law }
  if (isByReasons(state, asked, decision, reading) && !isOfReasons(last, state.waits.reasons!, decision))
    return { ...state, waits, once, law }
  return { ...state, waits, once, safe: term, law }
}
