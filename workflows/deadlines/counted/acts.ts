import type { Request, Upon } from '../../act/command.ts'
import type { CivilDate } from '../../calendar/calendar.ts'
import { commandRow, commandTypes, type CommandType } from '../../case/commands.ts'
import type { DeadlineCode } from '../register.ts'
import { dayIn } from '../running/opening.ts'

// What an act is upon a time to appeal: a request, its answer, or what cuts the time. Each is of one decision (CJA R421-1).

type Input = Record<string, unknown>

/** An act that the case has on file, as it was written down. */
export type Filed = { command: CommandType; input: Input }

type Common = {
  on: CivilDate
  /** The day by which its decision is said. */
  said: CivilDate | null
  among: readonly DeadlineCode[]
  /** Of one decision together: an answer that gives the day of its question is that question as well. */
  group: number
}
type Lengthening = Common & { what: Request; lengthens: readonly DeadlineCode[] }
export type Asks = Lengthening & { does: 'asks' }
/** `asked`: the day of its question, where that is on file by itself. */
export type Answers = Lengthening & {
  does: 'answers'
  asked: CivilDate | null
  lawyerOn: CivilDate | null
  later: number
}
export type Cuts = Common & {
  does: 'cuts'
  to: 'week' | 'hours'
  hour: string | null
  maybe: boolean
  by: CivilDate | null
  beside: readonly DeadlineCode[]
}
export type TimeAct = Asks | Answers | Cuts

const isMeant = ({ whenInput, unlessGiven }: Upon, input: Input) =>
  whenInput.every(({ field, is }) => input[field] === is) &&
  !(unlessGiven !== undefined && input[unlessGiven] !== undefined)

const hourIn = (input: Input, field: string | undefined) => {
  const hour = field === undefined ? undefined : input[field]
  return typeof hour === 'string' ? hour : null
}

const actsOf = (upon: Upon, input: Input, group: number): TimeAct[] => {
  const on = dayIn(input, upon.on)
  if (on === null) return []
  const common = { on, said: dayIn(input, upon.which), among: upon.among, group }
  if (upon.does === 'cuts') {
    const { does, to, beside, maybe = false } = upon
    const by = upon.by === undefined ? null : dayIn(input, upon.by)
    return [{ ...common, does, to, beside, maybe, by, hour: hourIn(input, upon.hour) }]
  }
  const asks = { ...common, does: 'asks', what: upon.what, lengthens: upon.lengthens } as const
  if (upon.does === 'asks') return [asks]
  const asked = dayIn(input, upon.asked)
  const lawyerOn = upon.lawyer === undefined ? null : dayIn(input, upon.lawyer)
  return [
    ...(asked === null ? [] : [{ ...asks, on: asked }]),
    { ...asks, does: 'answers', asked, lawyerOn, later: upon.later ?? 0 }
  ]
}

/** The question that an answer gives the day of, and that nobody wrote down by itself. */
const isImplied = (act: TimeAct, all: readonly TimeAct[]) =>
  act.does === 'asks' && all.some((one) => one.does === 'answers' && one.group === act.group)

export const isSaidOfAnother = (one: TimeAct, other: TimeAct): boolean =>
  one.said !== null && other.said !== null && one.said !== other.said

/** Aid for two decisions is often asked for on one day: each is a request of its own (decree 2020-1717, art. 43). */
const isOfAnother = (one: TimeAct, other: TimeAct) =>
  isSaidOfAnother(one, other) || `${one.among}` !== `${other.among}`

/** Of two that are one, that which says of what is kept, in whatever order they were written down. */
const isBefore = (one: TimeAct, other: TimeAct) =>
  (one.said === null) === (other.said === null) ? one.group < other.group : one.said !== null

/** The same, where it is on file by itself, or by another answer before it. */
const isTwice = (act: TimeAct, all: readonly TimeAct[]) =>
  act.does === 'asks' &&
  isImplied(act, all) &&
  all.some(
    (one) =>
      one.does === 'asks' &&
      one.what === act.what &&
      one.on === act.on &&
      !isOfAnother(one, act) &&
      (isBefore(one, act) || !isImplied(one, all))
  )

/** Told perhaps, and told for certain by what is said of it again. */
const isSaidBetter = (act: TimeAct, all: readonly TimeAct[]) =>
  act.does === 'cuts' &&
  act.maybe &&
  all.some((one) => one.does === 'cuts' && !one.maybe && one.by === act.by && !isSaidOfAnother(one, act))

/** Those of these that are upon a time to appeal. */
export const timeActs = (filed: readonly Filed[]): TimeAct[] => {
  const all = filed.flatMap(({ command, input }, group) =>
    commandRow(command)
      .upon.filter((one) => isMeant(one, input))
      .flatMap((one) => actsOf(one, input, group))
  )
  return all.filter((act) => !isTwice(act, all) && !isSaidBetter(act, all))
}

type Known = { code: DeadlineCode; notice: CivilDate }

const opensOf = ({ command, input }: Filed, { code, notice }: Known) =>
  commandRow(command).opens.some(
    (one) => one.code === code && one.startsOn !== undefined && dayIn(input, one.startsOn) === notice
  )

/** From which of these acts on a decision is on file; all of them, of one that no act of its own has written down. */
export const writtenAt = (decision: Known, filed: readonly Filed[]): number =>
  Math.max(
    0,
    filed.findIndex((one) => opensOf(one, decision))
  )

const isSilent = ({ command }: Filed, { code }: Known) =>
  commandRow(command).opens.some(
    (one) => one.code === code && one.doubts?.some(({ doubt }) => doubt === 'unacknowledged')
  )

/** Whether silence alone made it: the reasons of an implied refusal extend its time (CRPA L232-4). Not known to be so, it is not. */
export const isOfSilence = (decision: Known, filed: readonly Filed[]): boolean => {
  const by = filed.filter((one) => opensOf(one, decision))
  return by.length > 0 && by.every((one) => isSilent(one, decision))
}

/** The acts that may be upon a time. */
export const uponTimes: CommandType[] = commandTypes.filter((type) => commandRow(type).upon.length > 0)

/** Every time that is counted so. */
export const countedTimes: DeadlineCode[] = [
  ...new Set(
    uponTimes.flatMap((type) =>
      commandRow(type).upon.flatMap((one) => [...one.among, ...(one.does === 'cuts' ? one.beside : [])])
    )
  )
]

/** Every act that a time hangs on: those upon it, and those that open it. */
export const heardOf: CommandType[] = commandTypes.filter(
  (type) =>
    uponTimes.includes(type) ||
    commandRow(type).opens.some(({ code }) => countedTimes.some((one) => one === code))
)
