import type { Answered } from '../../act/command.ts'
import type { CommandType } from '../../case/commands.ts'
import type { Facts } from '../../facts/facts.ts'
import type { GuardId } from '../../guards/guards.ts'
import { deadlineCodes, deadlineRegister, type DeadlineCode } from '../register.ts'
import type { Stops } from '../row.ts'
import { givesWhatWasRefused } from './replaced.ts'

type Stopping = { stopsWhen: Stops<CommandType, GuardId>; endsWithCase: boolean }

// An act or a guard that is none does not compile.
const register: Record<DeadlineCode, Stopping> = deadlineRegister

export const stopsOf = (code: DeadlineCode): Stops<CommandType, GuardId> => register[code].stopsWhen

const closings: readonly CommandType[] = ['case.close', 'case.close_lost']

/** Each act with the clocks that name it. */
const byAct = (acts: (code: DeadlineCode) => readonly CommandType[]) => {
  const pairs = deadlineCodes.flatMap((code) => [...new Set(acts(code))].map((act) => ({ act, code })))
  const found = Map.groupBy(pairs, ({ act }) => act)
  return (act: CommandType): DeadlineCode[] => (found.get(act) ?? []).map(({ code }) => code)
}

/** The clocks that an act stops: those that wait for it, those whose object it takes away, and the mechanism's with a case. */
export const closesOf = byAct((code) => {
  const { done = [], gone = [] } = stopsOf(code)
  return [...done, ...gone, ...(register[code].endsWithCase ? closings : [])]
})

/** The clocks that an act stops though it moves nothing: it is what they wait for, or ends what they count. */
export const doneBy = byAct((code) => {
  const { done = [], evenKept = [] } = stopsOf(code)
  return [...done, ...evenKept]
})

/** The clocks that wait for an act: it is waited for while one of them calls, and has its date. */
export const answersOf = byAct((code) => {
  const { done = [], begun = [] } = stopsOf(code)
  return [...done, ...begun]
})

/**
 * How an act is taken: as one that moves its region, or that leaves it as it is. Without its answers, and without the facts of the
 * case before it, as the one that stops the most.
 */
export type Taken = {
  command: CommandType
  quiet: 'kept' | 'older' | null
  input?: Readonly<Record<string, unknown>>
  facts?: Facts
}

/** Of several that were ticked, one is enough. */
export const says = (input: NonNullable<Taken['input']>, { field, is }: Answered): boolean =>
  [input[field]].flat().includes(is)

const isSpared = (code: DeadlineCode, { command, input }: Taken): boolean => {
  if (input === undefined) return false
  const { sparedBy, onlyBy } = stopsOf(code)
  const [spared, only] = [sparedBy?.[command], onlyBy?.[command]]
  return (spared !== undefined && says(input, spared)) || (only !== undefined && !says(input, only))
}

/** The clocks that an act stops by taking their object away, and of these the ones that count from no later day than its own. */
export const goneByDay = byAct((code) => {
  const { done = [], gone = [], goneByDay: held } = stopsOf(code)
  return held ? gone.filter((act) => !done.includes(act)) : []
})

/** A permit on another ground leaves the time against the refusal of this one. */
const isOfAnother = (code: DeadlineCode, { command, facts }: Taken): boolean =>
  facts !== undefined &&
  stopsOf(code).replacing?.includes(command) === true &&
  !givesWhatWasRefused(command, facts)

/** A record that leaves its region as it is answers what waited for it, and takes nothing else away; an older one not even that. */
export const stoppedBy = (taken: Taken): DeadlineCode[] => {
  const { command, quiet } = taken
  if (quiet === 'older') return []
  const all = quiet === 'kept' ? doneBy(command) : closesOf(command)
  return all.filter((code) => !isSpared(code, taken) && !isOfAnother(code, taken))
}
