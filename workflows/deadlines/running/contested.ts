import { commandRow, type CommandType } from '../../case/commands.ts'
import type { CivilDate } from '../../calendar/calendar.ts'
import type { InLaw } from '../doubts.ts'
import { filings, type ContestedStage } from '../filing.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode, type DeadlineRow } from '../register.ts'
import { closesOf, stopsOf } from './stopping.ts'

// An appeal is against one decision: no text ends the time against another by it (CJA R421-1, R811-2, R821-1; CPP 186, 498, 568).

const rowOf = (code: DeadlineCode): DeadlineRow => deadlineRegister[code]

export const stageOf = (code: DeadlineCode): ContestedStage => {
  const { filed } = rowOf(code)
  return filed === null ? 'decision' : filings[filed].stage
}

/** These times, and those against a decision of their kind that came with another: an obligation to leave with a refusal (CESEDA L614-1). */
export const ofSameKind = (codes: readonly DeadlineCode[]): DeadlineCode[] =>
  deadlineCodes.filter((code) => codes.some((one) => rowOf(one).filed === rowOf(code).filed))

/** What says which decision an appeal is against: who gave it, and the day of its notice. */
const asked = ['against', 'noticeOn'] as const

/** The times to go to a court of which an appeal stops that of its own decision alone; none of an act that asks no such thing. */
export const contestable = (command: CommandType): readonly DeadlineCode[] =>
  asked.some((field) => field in commandRow(command).input.properties)
    ? closesOf(command).filter((code) => rowOf(code).filed !== null)
    : []

type Counting = { code: DeadlineCode; startsOn: CivilDate; inLaw?: InLaw | null }
type Said = { on?: unknown; against?: unknown; noticeOn?: unknown }

/** The day of its notice, or of its pronouncement: the one from which it counts, unless that is another or was moved since. */
export const noticeOf = ({ startsOn, inLaw }: Omit<Counting, 'code'>): CivilDate => inLaw?.notice ?? startsOn

/** Whether its decision was there on a day; of one that bears its own last day alone nobody knows. */
const wasThere = (clock: Counting, day: CivilDate) =>
  noticeOf(clock) <= day || (rowOf(clock.code).duration?.n === 0 && !clock.inLaw?.notice)

/** A decision is known by who gave it and the day of its notice; where a time is there once, and nobody knows that day, by who gave it. */
const decisionOf = (clock: Counting) =>
  rowOf(clock.code).each === false && !clock.inLaw?.notice
    ? stageOf(clock.code)
    : `${stageOf(clock.code)} ${noticeOf(clock)}`

type Stood<C> = (clock: C, day: CivilDate) => boolean

const meantOf = <C extends Counting>(
  clocks: readonly C[],
  { on, against, noticeOn }: Said,
  stoodOn: Stood<C>
) => {
  const named = clocks.filter(
    (one) =>
      (against === undefined || stageOf(one.code) === against) &&
      (noticeOn === undefined
        ? typeof on !== 'string' || wasThere(one, on)
        : [noticeOf(one), one.startsOn].some((day) => day === noticeOn))
  )
  const open = typeof on === 'string' ? named.filter((one) => stoodOn(one, on)) : named
  const meant = noticeOn !== undefined || open.length === 0 ? named : open
  return new Set(meant.map(decisionOf)).size === 1 ? meant : []
}

/**
 * Of these times, those of the decision that an appeal is against: the one that is said, or the only one that stood open on the day
 * of the appeal. Where several may be meant, none: what goes on too long takes nothing from the person. A decision of another kind that
 * the appeal is said to be against as well is looked for by itself.
 */
export const contestedIn = <C extends Counting>(
  command: CommandType,
  clocks: readonly C[],
  said: Said,
  stoodOn: Stood<C>
): C[] => {
  const isBeside = ({ code }: Counting) => stopsOf(code).onlyBy?.[command] !== undefined
  const own = clocks.filter((one) => !isBeside(one))
  return [...meantOf(own, said, stoodOn), ...meantOf(clocks.filter(isBeside), said, stoodOn)]
}
