import { isExpected } from '../../workflows/case/advance.ts'
import { guardsOf } from '../../workflows/case/machine.ts'
import { commandRow, regionIds, regionTables, type CommandType } from '../../workflows/case/commands.ts'
import type { Region } from '../../workflows/act/command.ts'
import type { Facts } from '../../workflows/facts/facts.ts'
import { consented, guards, type GuardId, type Situation } from '../../workflows/guards/guards.ts'
import { inputsOf } from '../inputs.ts'
import { learnt, settlingRead } from './step.ts'
import { watched } from './watched.ts'
import { writes } from './writes.ts'

// A case has so many facts that all of them together cannot be walked. But an act looks at few, and those change through
// few acts: what it can ever depend on is its cone. Walking a cone to its end decides the act in every combination that
// matters to it. The projection is exact: whatever was asked where the walk stood was watched and read the cone alone (at
// the first read outside it the cone grows and the walk starts again), so that every case that agrees there answers alike.

/** Regions (`housing`), facts (`danger`) and single consents (`consents:C`). */
export type Cone = ReadonlySet<string>
export type Input = Record<string, unknown>

export const factOf = (name: string) => name.split(':')[0]!
export const outside = (read: Iterable<string>, cone: Cone) =>
  [...read].filter((name) => !cone.has(name) && !cone.has(factOf(name)))

/** What an act's opening reads where a case stands; a steady guard reads nothing that could change. */
export const asked = (type: CommandType, before: Situation, steady: ReadonlySet<GuardId>) => {
  const { region, from, consent } = commandRow(type)
  const read = new Set<string>()
  const here = watched(before, read)
  const answer =
    (from === 'any' || (region !== null && from.includes(here.regions[region]))) &&
    guardsOf(type).every((guard) => guards[guard].holds(steady.has(guard) ? before : here)) &&
    consented(here, consent)
  if (answer !== isExpected(before, type)) throw new Error(`${type} does not open as it is said to`)
  return { read: [...read], answer }
}

/** Of these a new value is made from the old one, and nothing else is. */
const ofThemselves = new Set(['consents', 'offences', 'rights', 'lapsed', 'foundIn'])
const isOfItself = (name: string) => ofThemselves.has(factOf(name))

const settlesSomewhere = regionIds.filter((id) => Object.keys((regionTables[id] as Region).always).length > 0)

const namesOf = (cone: Cone, taught: Partial<Facts>) => [...cone].filter((name) => factOf(name) in taught)

const mayWrite = (cone: Cone, type: CommandType, input: Input) => {
  const facts = new Set([...cone].map(factOf))
  return [...writes(type, input)].some((name) => facts.has(name))
}

/** What one move reads that its place in the cone depends on, in the order of the reading, and the names it writes. */
export const movedBy = (cone: Cone, before: Situation, type: CommandType, input: Input) => {
  const looked = new Set<string>()
  const taught = learnt(watched(before, looked), type, input)
  const written = namesOf(cone, taught)
  const { region, to, leaves } = commandRow(type)
  const moves = region !== null && to !== 'same' && cone.has(region)
  const read = [
    ...(written.length > 0 || mayWrite(cone, type, input) || (moves && leaves !== null)
      ? [...looked].filter((name) => !isOfItself(name) || name.includes(':'))
      : []),
    ...written.filter(isOfItself),
    ...settlesSomewhere.filter((id) => cone.has(id)),
    ...settlingRead(before, { type, input }, taught, cone)
  ]
  return { read, written: moves ? [...written, region] : written }
}

export type Writer = { type: CommandType; inputs: Input[] }

/** Those among the acts, each with those among its inputs, that change something of the cone. */
export const writersOf = (cone: Cone, types: readonly CommandType[]): Writer[] =>
  types.flatMap((type) => {
    const { region, to, leaves } = commandRow(type)
    const moves = region !== null && to !== 'same' && cone.has(region)
    // Where its answers may leave a region as it is, they move it differently; elsewhere all of them move it alike.
    const inputs = inputsOf(type).filter(
      (input, index) => mayWrite(cone, type, input) || (moves && (index === 0 || leaves !== null))
    )
    return inputs.length > 0 ? [{ type, inputs }] : []
  })
