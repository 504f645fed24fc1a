import type { CivilDate } from '../../calendar/calendar.ts'
import type { Recount } from '../../act/command.ts'
import { commandRow, commandTypes, type CommandType } from '../../case/commands.ts'
import { withDoubt } from '../doubting.ts'
import type { Doubted, InLaw } from '../doubts.ts'
import { legalEnd } from '../legal.ts'
import { recountsIn, type Recounting } from './concerned.ts'
import { noticeOf } from './contested.ts'
import { inLawOrNone } from './doubted.ts'
import { dayIn } from './opening.ts'
import { has, onceAnswered, type Counting } from './plain.ts'
import { recounted } from './recount.ts'

// Clocks are counted in the order in which acts are written down, and the law counts by days. What was written down before the decision
// that it is of, or before what kept that time open on its day, is held against it here: it bounds a safe day, and never moves it later.

type Input = Record<string, unknown>

/** An act that the case has on file, as it was written down. */
export type Filed = { command: CommandType; input: Input }

export type Clock = { id: string; code: string; startsOn: CivilDate; dueOn: CivilDate; inLaw?: InLaw | null }
type OfOne = Recount & {
  several: Required<Pick<NonNullable<Recount['several']>, 'decisions' | 'leaves' | 'among'>>
}
export type Row = { recounting: Recounting; recount: OfOne; input: Input }

/**
 * `former`: the clock as it stood before an act moved its end; null of one that opens. `others`: those of the other decisions, the
 * contested as well. `count`: the clock with other doubts.
 */
export type Around<C> = {
  others: readonly Clock[]
  former: C | null
  stoodOn: (clock: C, day: CivilDate) => boolean
  count: (clock: C, inLaw: InLaw) => C
}

const isOfOne = (recount: Recount): recount is OfOne => recount.several?.decisions !== undefined

export const names = (codes: readonly string[], { code }: Pick<Clock, 'code'>) => codes.includes(code)

const aboutThese = (type: CommandType, codes: readonly string[]) =>
  commandRow(type).recounts.flatMap((one) =>
    isOfOne(one) && one.codes.some((code) => codes.includes(code)) ? [one] : []
  )

/** The acts that may be about a decision of these times. */
export const actsAbout = (codes: readonly string[]): CommandType[] =>
  commandTypes.filter((type) => aboutThese(type, codes).length > 0)

/** The times by which the decisions are known that such an act may be about. */
export const timesBeside = (codes: readonly string[]): string[] => [
  ...new Set(
    commandTypes
      .flatMap((type) => aboutThese(type, codes))
      .flatMap(({ several: { among, decisions } }) => [...among, ...decisions])
  )
]

/** By their days; what is asked for on a day comes before what is answered on it. */
const byDay = ({ recounting: { on, recount } }: Row, { recounting: other }: Row) =>
  on.localeCompare(other.on) ||
  Number(recount.doubt === undefined) - Number(other.recount.doubt === undefined)

export const rowsIn = (filed: readonly Filed[]): Row[] =>
  filed
    .flatMap(({ command, input }) =>
      recountsIn(commandRow(command).recounts, input).flatMap((recounting) =>
        isOfOne(recounting.recount) ? [{ recounting, recount: recounting.recount, input }] : []
      )
    )
    .toSorted(byDay)

const countingOf = ({ startsOn: from, dueOn, inLaw = null }: Clock): Counting => ({
  ...{ from, dueOn, inLaw },
  stood: []
})
export const doubtsOf = ({ inLaw }: Clock) => inLawOrNone(inLaw).doubts
const isOfDay = (said: CivilDate) => (clock: Clock) => noticeOf(clock) === said || clock.startsOn === said

/** Whether an act says that it is of this decision, of another that is known, or nothing that is sure. */
const saidOf = ({ recount, input }: Row, clock: Clock, others: readonly Clock[]) => {
  const said = recount.which === undefined ? null : dayIn(input, recount.which)
  if (said === null) return 'unsure'
  const isOther = others.some((one) => names(recount.several.decisions, one) && isOfDay(said)(one))
  if (isOfDay(said)(clock)) return isOther ? 'unsure' : 'this'
  return isOther ? 'another' : 'unsure'
}

type Held<C> = { row: Row; stands: C; first: C; rows: readonly Row[]; around: Around<C> }

/** What is asked for, where its day stood in this time, and not in the time as it was known before. */
const askedHere = <C extends Clock>({ row, stands, around: { former, stoodOn } }: Held<C>) =>
  stoodOn(stands, row.recounting.on) && !(former !== null && stoodOn(former, row.recounting.on))

/** Whether what it answers may have been asked of another decision, by what is on file. */
const answersAnother = <C extends Clock>({ row, rows, around: { others } }: Held<C>) =>
  rows.some(
    ({ recount, recounting: { on } }) =>
      recount.doubt === row.recount.settles &&
      on <= row.recounting.on &&
      others.some((one) => names(row.recount.several.among, one) && noticeOf(one) <= on)
  )

/** An answer is to what was asked; one of which nobody wrote down the question, to whatever was notified by then. */
const answersHere = <C extends Clock>(held: Held<C>, isSaid: boolean) => {
  const { row, stands, first, around } = held
  const { on, asked } = row.recounting
  const wasAsked = has(doubtsOf(stands), row.recount.settles ?? null)
  if (around.former !== null) return wasAsked && !has(doubtsOf(first), row.recount.settles ?? null)
  if (stands.startsOn > on || (row.recount.implied === undefined && !wasAsked)) return false
  return wasAsked || (asked === null ? isSaid || !answersAnother(held) : around.stoodOn(stands, asked))
}

export const joinedTo = (some: readonly Doubted[], more: readonly Doubted[]) => more.reduce(withDoubt, some)

/** The doubts that an answer leaves: the safe day stays, and what it may have given is the end in law. */
const answered = (row: Row, stands: Clock, isSaid: boolean): InLaw | null => {
  const { leaves } = row.recount.several
  const counting = countingOf(stands)
  const anew = recounted({ ...row.recounting, unsure: leaves }, row.input, counting)
  if (!anew) return null
  const all = joinedTo(inLawOrNone(anew.inLaw).doubts, onceAnswered(row.recounting, counting))
  const isSettled = isSaid && !has(doubtsOf(stands), leaves)
  const left = isSettled ? all.filter(({ id }) => id !== leaves && id !== row.recount.settles) : all
  return { ...inLawOrNone(anew.inLaw), doubts: left }
}

const heldBy = <C extends Clock>(held: Held<C>): InLaw | null => {
  const { row, stands, around } = held
  const { recount, recounting, input } = row
  if (!names(recount.codes, stands)) return null
  const said = saidOf(row, stands, around.others)
  if (said === 'another') return null
  const isSaid = said === 'this'
  if (recount.doubt === undefined) return answersHere(held, isSaid) ? answered(row, stands, isSaid) : null
  if (!askedHere(held)) return null
  const unsure = isSaid ? null : recount.several.leaves
  return recounted({ ...recounting, unsure }, input, countingOf(stands))?.inLaw ?? null
}

const lastDay = (clock: Clock & { computation: readonly string[] }) => {
  const end = legalEnd(clock)
  return end === null ? clock.dueOn : (end.on ?? null)
}

/** Of these, those that end later in law than they did, each with what it was. */
export const endingLater = <C extends Clock & { computation: readonly string[] }>(
  now: readonly C[],
  before: readonly C[]
): { clock: C; former: C }[] =>
  now.flatMap((clock) => {
    const former = before.find(({ id }) => id === clock.id)
    const [last, was] = [lastDay(clock), former === undefined ? null : lastDay(former)]
    return former !== undefined && was !== null && (last === null || last > was) ? [{ clock, former }] : []
  })

/** A clock that opens, or that an act moved, with what was written down before and would have counted it again. */
export const heldAgainst = <C extends Clock>(clock: C, filed: readonly Filed[], around: Around<C>): C => {
  const rows = rowsIn(filed)
  return rows.reduce((stands, row) => {
    const inLaw = heldBy({ row, stands, first: clock, rows, around })
    return inLaw === null ? stands : around.count(stands, inLaw)
  }, clock)
}
