import type { Request } from '../../act/command.ts'
import type { CivilDate } from '../../calendar/calendar.ts'
import { withDoubt } from '../doubting.ts'
import type { Doubted, DoubtId, InLaw } from '../doubts.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../register.ts'
import { known } from '../running/doubted.ts'
import type { TimeAct } from './acts.ts'
import type { Term } from './ends.ts'
import { bornOf, cutTo, type Decision, type State } from './life.ts'
import { worldsOf, type World } from './worlds.ts'

// What is told of a time to appeal: the safe day, no later than its end in any world, and an end in law no sooner than in any. Both are
// kept by the days that they count from, which are of no place.

/** A clock as its row keeps it. */
export type Told = { code: DeadlineCode; from: CivilDate; inLaw: InLaw | null }

type Life = State & { person: boolean }

type Length = 'week' | 'hours' | 'whole'

const lengthOf = (code: DeadlineCode): Length => {
  const { duration }: DeadlineRow = deadlineRegister[code]
  if (duration!.unit === 'hours') return 'hours'
  return duration!.unit === 'days' ? 'week' : 'whole'
}

const ofOneEach = <T>(all: readonly T[], nameOf: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [nameOf(one), one])).values()
]

const nameOf = (term: Term) => JSON.stringify(term)

/** Where it ends first, of what is said of this decision itself; of two on one day the one that nothing changed. */
const safest = (lives: readonly Life[], { ends }: Decision): Term => {
  const own = lives.filter(({ person }) => !person)
  return own
    .map(({ safe }) => safe)
    .toSorted(
      (one, other) =>
        ends(one, false).at - ends(other, false).at ||
        Number(other.since === 'notice') - Number(one.since === 'notice')
    )[0]!
}

export const bounds = {
  week: 'maybeCutBeside',
  hours: 'maybeKeptBeside',
  whole: 'maybeAnsweredBefore'
} as const

/** What may end sooner than the one by which it is kept: it is safe no longer than that. */
const boundBy = ({ code, from }: Term): Doubted => ({ id: bounds[lengthOf(code)], from })

const soonerDoubts = (lives: readonly Life[], row: Term, { ends }: Decision): Doubted[] =>
  ofOneEach(
    lives.map(({ safe }) => safe),
    nameOf
  )
    .filter((term) => ends(term, false).at < ends(row, false).at)
    .map(boundBy)

export const anewIds = {
  aid: ['aidDecided', 'aidAnswered', 'lawyerNamed'],
  recourse: ['recourseRejected'],
  reasons: ['reasonsGiven']
} as const

/** What gave the whole time again: of two whole times the later is never that of the notice. */
const anewBy = ({ since, later }: Term): DoubtId => {
  if (since === 'aid') return later > 0 ? 'aidDecided' : 'aidAnswered'
  if (since === 'lawyer') return 'lawyerNamed'
  return since === 'reasons' ? 'reasonsGiven' : 'recourseRejected'
}

/** The month, or the two, beside a time that may have been cut. */
const uncut = (term: Term, isUnsure: boolean): Doubted[] => {
  if (term.since === 'aid' || term.since === 'lawyer') return [{ id: 'maybeAidOfMonth', from: term.from }]
  return [{ id: isUnsure ? 'maybeOtherLeaving' : 'maybeNotInformed', from: term.from }]
}

/** What may end later than the row, by the day that it counts from. */
const laterBy = (term: Term, row: Term, isUnsure: boolean): Doubted[] => {
  const [length, own] = [lengthOf(term.code), lengthOf(row.code)]
  if (length === 'whole' && own === 'whole') return [{ id: anewBy(term), from: term.from }]
  if (length === 'whole') return uncut(term, isUnsure)
  if (length === 'week') return [{ id: own === 'hours' ? 'maybeOtherWeek' : 'maybeCutLate', from: term.from }]
  return [{ id: 'maybeKeptLate', from: term.from }]
}

export const waiting = {
  aid: 'aidAsked',
  gracious: 'gracious',
  hierarchical: 'hierarchical',
  reasons: 'reasonsAsked'
} as const

/** Of a time that was cut since, what was asked for before it stays valid (CESEDA R911-9). */
const waitsFor = (what: Request, from: CivilDate, row: Term): Doubted =>
  what === 'aid' && lengthOf(row.code) !== 'whole' && from <= row.from
    ? { id: 'aidBeforeCut', from }
    : { id: waiting[what], from }

const laterDoubts = (lives: readonly Life[], row: Term, { ends }: Decision, isUnsure: boolean): Doubted[] => {
  const waits = lives.flatMap((life) => Object.entries(life.waits) as [Request, CivilDate][])
  const terms = ofOneEach(
    lives.flatMap(({ law, told, waits: { aid } }) => [
      ...(aid === undefined || lengthOf(row.code) === 'whole' ? [law] : []),
      ...(told === null ? [] : [told])
    ]),
    nameOf
  )
  const isLast = ({ code, from, later }: Term) =>
    !terms.some((other) => other.code === code && other.from === from && other.later > later)
  return [
    ...waits.map(([what, from]) => waitsFor(what, from, row)),
    ...terms
      .filter((term) => isLast(term) && ends(term, true).at > ends(row, true).at)
      .flatMap((term) => laterBy(term, row, isUnsure))
  ]
}

const kinds = ['aid', 'recourse', 'reasons'] as const
export const marks = { aid: 'aidRanAnew', recourse: 'recourseAnswered', reasons: 'reasonsAnswered' } as const

type Counting = {
  decision: Decision
  lives: readonly Life[]
  /** The acts that are of this decision in one world, and not in another. */
  unsure: readonly TimeAct[]
}

/** What is to be checked, where it gives nothing by itself. */
const checks = ({ decision, lives, unsure }: Counting): Doubted[] => {
  const isOther = unsure.some((act) => act.does !== 'cuts' && act.lengthens.includes(decision.code))
  const isLate = lives.some(({ late }) => late) && lives.some(({ kept }) => kept)
  return [
    ...kinds
      .filter((kind) => lives.some(({ once }) => once[kind]))
      .map((kind): Doubted => ({ id: marks[kind] })),
    ...(isOther ? [{ id: 'maybeOtherDecision' as const }] : []),
    ...(isLate ? [{ id: 'maybeAskedLate' as const }] : [])
  ]
}

const toldOf = (counting: Counting): Told => {
  const { decision, lives, unsure } = counting
  const row = safest(lives, decision)
  const isUnsure = unsure.some(({ does }) => does === 'cuts')
  const isHourless = lengthOf(row.code) === 'hours' && row.hour === null
  const doubts = [
    ...(isHourless ? [{ id: 'hourUnknown' as const }] : []),
    ...soonerDoubts(lives, row, decision),
    ...laterDoubts(lives, row, decision, isUnsure),
    ...checks(counting)
  ].reduce<readonly Doubted[]>(withDoubt, decision.own?.doubts ?? [])
  const notice = decision.notice === row.from ? {} : { notice: decision.notice }
  return { code: row.code, from: row.from, inLaw: known({ hour: row.hour, doubts, ...notice }) }
}

const livesAt = (worlds: readonly World[], at: number): Life[] =>
  ofOneEach(
    worlds.map(({ states, reading }) => ({ ...states[at]!, person: reading.person })),
    (life) => JSON.stringify(life)
  )

const unsureAt = (worlds: readonly World[], at: number, acts: readonly TimeAct[]) =>
  acts.filter(({ group }) => {
    const ways = new Set(worlds.flatMap(({ of }) => of[group] ?? (of[group] === null ? [null] : [])))
    return ways.has(at) && ways.size > 1
  })

/** Too many meanings to be lived: the first end, what may cut it on any day, and no end in law. */
const cautious = (decision: Decision, acts: readonly TimeAct[]): Told => {
  const { code, notice } = decision
  const cuts = acts.flatMap((act): Doubted[] =>
    act.does === 'cuts' && act.on >= notice && cutTo(code, act.to) !== null
      ? [{ id: bounds[act.to], from: act.on }]
      : []
  )
  const all = [...cuts, { id: 'tooManyMeanings' as const }]
  const { hour } = bornOf(decision).safe
  return {
    code,
    from: notice,
    inLaw: { hour, doubts: all.reduce<readonly Doubted[]>(withDoubt, decision.own?.doubts ?? []) }
  }
}

/** What is told of each of these decisions, by all the acts that are on file. */
export const toldTimes = (decisions: readonly Decision[], acts: readonly TimeAct[]): Told[] => {
  const about = acts.filter((act) =>
    decisions.some(
      ({ code }) => act.among.includes(code) || (act.does === 'cuts' && act.beside.includes(code))
    )
  )
  const worlds = worldsOf(decisions, about)
  return decisions.map((decision, at) =>
    worlds === null
      ? cautious(decision, about)
      : toldOf({ decision, lives: livesAt(worlds, at), unsure: unsureAt(worlds, at, about) })
  )
}
