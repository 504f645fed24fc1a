import { commandRow, type CommandType } from '../../case/commands.ts'
import type { CivilDate } from '../../calendar/calendar.ts'
import type { FilingId } from '../filing.ts'
import { deadlineRegister, type DeadlineCode, type DeadlineRow } from '../register.ts'
import type { ContestedStage } from '../../regions/residence/contested.ts'
import { answersOf } from './stopping.ts'

// An appeal is against one decision: no text ends the time against another by it (CJA R421-1, R811-2, R821-1).

/** What is filed with a court above is against what a court has given. */
const byCourts: Partial<Record<FilingId, ContestedStage>> = {
  entryAppeal: 'judgment',
  higherCourt: 'judgment',
  eitherCourt: 'judgment',
  conseil: 'judgment',
  conseilOfRuling: 'ruling'
}

const stageOf = (code: DeadlineCode): ContestedStage => {
  const { filed }: DeadlineRow = deadlineRegister[code]
  return (filed && byCourts[filed]) ?? 'decision'
}

/** The times of which an appeal stops that of its own decision alone; none of an act that asks no such thing. */
export const contestable = (command: CommandType): readonly DeadlineCode[] =>
  'noticeOn' in commandRow(command).input.properties ? answersOf(command) : []

type Counting = { code: DeadlineCode; startsOn: CivilDate }
type Said = { on?: unknown; against?: unknown; noticeOn?: unknown }

/** A decision is known by who gave it and the day from which its time counts. */
const decisionOf = ({ code, startsOn }: Counting) => `${stageOf(code)} ${startsOn}`

/**
 * Of these times, those of the decision that an appeal is against: the one that is said, or the only one that stood open on the day
 * of the appeal. Where several may be meant, none: what goes on too long takes nothing from the person.
 */
export const contestedIn = <C extends Counting>(
  clocks: readonly C[],
  { on, against, noticeOn }: Said,
  stoodOn: (clock: C, day: CivilDate) => boolean
): C[] => {
  const named = clocks.filter(
    (one) =>
      (against === undefined || stageOf(one.code) === against) &&
      (noticeOn === undefined ? typeof on !== 'string' || one.startsOn <= on : one.startsOn === noticeOn)
  )
  const open = typeof on === 'string' ? named.filter((one) => stoodOn(one, on)) : named
  const meant = noticeOn !== undefined || open.length === 0 ? named : open
  return new Set(meant.map(decisionOf)).size === 1 ? meant : []
}
