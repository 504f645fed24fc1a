import { advance, open, openness } from './advance.ts'
import { commandRow, isCommandType, type CommandType } from './commands.ts'
import { tells } from './machine.ts'
import { isOlder, type Written } from './records.ts'
import type { CommandRow, Envelope } from '../act/command.ts'
import type { FlagInput } from '../facts/flag.ts'
import type { Situation } from '../guards/guards.ts'

export type LoggedEvent = {
  seq: number
  command: string
  input: Record<string, unknown>
  personId: string | null
  orgId: string | null
  orgType: string
  /** The day on which it was written down. */
  on?: string
}

/** An act of the log as the rules take it; `taken` false of one that they do not open where it comes. */
export type Step = {
  event: LoggedEvent
  command: CommandType
  before: Situation
  after: Situation
  quiet: 'kept' | 'older' | null
  taken: boolean
}

/**
 * An act of which justice alone is told, which moves no region, opens no clock and reaches nobody. Whoever takes another act back is not
 * told of it: it is told again wherever the case would stand, so that it rests on nothing and what it says of her is kept.
 */
export const standsAlone = ({ sees, to, effects, opens }: CommandRow): boolean =>
  sees === 'G' && to === 'same' && effects.length === 0 && opens.length === 0

const learnt = (before: Situation, row: CommandRow, { input }: LoggedEvent, by: Envelope): Situation => {
  const taught = row.apply?.(before.facts, input as never, by, before.regions)
  return { ...before, facts: { ...before.facts, ...taught } }
}

const stepOf = (event: LoggedEvent, before: Situation, written: readonly Written[]): Step => {
  const { command, input, personId, orgId, orgType, on } = event
  if (!isCommandType(command)) throw new Error(`unknown act ${command}`)
  const older = isOlder(command, input, written)
  const quiet = tells({ type: command, older, input }, before) ? null : older ? 'older' : 'kept'
  const row = commandRow(command)
  const isOpen = openness(before, command).open
  const by = { personId: personId ?? '', orgId: orgId ?? '', orgType, ...(on !== undefined && { today: on }) }
  const alone = standsAlone(row)
  const elsewhere = alone ? learnt(before, row, event, by) : before
  const after = isOpen ? advance(before, { type: command, input, by, older }) : elsewhere
  return { event, command, before, after, quiet, taken: isOpen || alone }
}

/** The numbers of the acts that others of the log have taken back. */
export const undoneIn = (log: readonly LoggedEvent[]): ReadonlySet<number> =>
  new Set(log.flatMap(({ command, input }) => (command === 'act.undone' ? [Number(input['of'])] : [])))

/** Tells a log again from its flag, without these acts. What is sealed is not in it. Pure. */
export const retell = (
  [flag, ...acts]: readonly LoggedEvent[],
  without: ReadonlySet<number>
): { situation: Situation; steps: Step[] } => {
  const written: Written[] = []
  const steps: Step[] = []
  let situation = open(flag!.input as FlagInput, flag!.orgType)
  for (const event of acts.filter(({ seq }) => !without.has(seq))) {
    const step = stepOf(event, situation, written)
    const { command, input, on } = event
    const quiet = commandRow(step.command).records && step.quiet !== null
    written.push({ command, input, quiet, ...(on !== undefined && { on }) })
    steps.push(step)
    situation = step.after
  }
  return { situation, steps }
}

/**
 * Folds the log of a case from its flag: what is sealed is not needed, since no fact comes from it but that a child was heard.
 * @throws where the rules do not open one of its acts.
 */
export const replay = (log: readonly LoggedEvent[]): Situation => {
  const { situation, steps } = retell(log, undoneIn(log))
  const closed = steps.find(({ taken }) => !taken)
  if (closed) throw new Error(`${closed.command} is not open at ${closed.event.seq}`)
  return situation
}
