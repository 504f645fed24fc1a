import { openness } from '../workflows/advance.ts'
import { guardsOf } from '../workflows/case.machine.ts'
import { commandRow, type CommandType } from '../workflows/commands.ts'
import { consented, guards, type GuardId, type Situation } from '../workflows/guards.ts'
import { seenAs } from './facts.ts'
import { inputsOf } from './inputs.ts'
import { starts } from './starts.ts'
import { learnt, settlingRead, stride } from './stride.ts'
import { watched, within } from './watched.ts'
import { writes } from './writes.ts'

// A case has so many facts that all of them together cannot be walked. But an act looks at few, and those change through
// few acts: what it can ever depend on is its cone. Walking a cone to its end decides the act in every combination that
// matters to it. The projection is exact: whatever was asked where the walk stood was watched and read the cone alone (at
// the first read outside it the cone grows and the walk starts again), so that every case that agrees there answers alike.

/** Regions (`housing`), facts (`danger`) and single consents (`consents:C`). */
export type Cone = ReadonlySet<string>
export type Move = { before: Situation; type: CommandType; input: Record<string, unknown>; after: Situation }
export type Walked = { cone: Cone; standing: Situation[]; moves: number; whole: boolean }
export type Look = (move: Move) => void

/** What an act's opening reads where a case stands; a steady guard reads nothing that could change. */
const asked = (type: CommandType, before: Situation, steady: ReadonlySet<GuardId>) => {
  const { region, from, consent } = commandRow(type)
  const read = new Set<string>()
  const here = watched(before, read)
  const answer =
    (from === 'any' || (region !== null && from.includes(here.regions[region]))) &&
    guardsOf(type).every((guard) => guards[guard].holds(steady.has(guard) ? before : here)) &&
    consented(here, consent)
  if (answer !== openness(before, type).open) throw new Error(`${type} does not open as it is said to`)
  return { read, answer }
}

// Of these a new value is made from the old one, and nothing else is.
const ofThemselves = new Set(['consents', 'offences', 'rights', 'lapsed', 'childHeard', 'foundIn'])

const fact = (name: string) => name.split(':')[0]!
const outside = (read: Iterable<string>, cone: Cone) =>
  [...read].filter((name) => !cone.has(name) && !cone.has(fact(name)))

type Writer = { type: CommandType; inputs: Record<string, unknown>[] }

/** Those among the acts, each with those among its inputs, that change something of the cone. */
const writersOf = (cone: Cone, types: readonly CommandType[]): Writer[] => {
  const facts = new Set([...cone].map(fact))
  return types.flatMap((type) => {
    const { region, to } = commandRow(type)
    const moves = region !== null && to !== 'same' && cone.has(region)
    const inputs = inputsOf(type).filter(
      (input, index) => [...writes(type, input)].some((name) => facts.has(name)) || (moves && index === 0)
    )
    return inputs.length > 0 ? [{ type, inputs }] : []
  })
}

/** What one move reads that its place in the cone depends on. */
const readsOf = (cone: Cone, { before, type, input }: Omit<Move, 'after'>) => {
  const read = new Set<string>()
  const facts = learnt(watched(before, read), type, input)
  const touches = Object.keys(facts).some((name) => within(cone, name))
  return [
    ...(touches ? [...read].filter((name) => !ofThemselves.has(fact(name)) || name.includes(':')) : []),
    ...settlingRead(before, type, facts, cone)
  ]
}

type Trial = { grown: string[] } | Walked
export type Acts = { types: readonly CommandType[]; steady: ReadonlySet<GuardId> }
/** A cone that is already known to lead beyond the bound is not walked a second time. */
export type Options = { most: number; look: Look; unless?: readonly Walked[] }

/** What is read outside the cone where one case stands, or the moves from there. */
const movesFrom = (cone: Cone, before: Situation, writers: readonly Writer[], steady: Acts['steady']) => {
  const moves: Move[] = []
  for (const { type, inputs } of writers) {
    const { read, answer } = asked(type, before, steady)
    const grown = outside(read, cone)
    if (grown.length > 0) return { grown }
    if (!answer) continue
    for (const input of inputs) {
      const further = outside(readsOf(cone, { before, type, input }), cone)
      if (further.length > 0) return { grown: further }
      moves.push({ before, type, input, after: stride(before, type, input) })
    }
  }
  return { moves }
}

const tried = (cone: Cone, about: CommandType, { types, steady }: Acts, { most, look }: Options): Trial => {
  const writers = writersOf(cone, types)
  const key = (situation: Situation) => seenAs(situation, cone)
  const standing = new Map(starts().map((situation) => [key(situation), situation]))
  let moves = 0
  let whole = true
  for (const before of standing.values()) {
    const grown = outside(asked(about, before, steady).read, cone)
    if (grown.length > 0) return { grown }
    const found = movesFrom(cone, before, writers, steady)
    if (!found.moves) return found
    for (const move of found.moves) {
      moves += 1
      look(move)
      const there = key(move.after)
      if (standing.has(there)) continue
      if (standing.size >= most) whole = false
      else standing.set(there, move.after)
    }
    // What lies beyond the bound is not looked at: nothing is gained by what remains before it.
    if (!whole) break
  }
  return { cone, standing: [...standing.values()], moves, whole }
}

/** Walks the cone of an act, under the acts given, to its end or to its bound. */
export const walkCone = (about: CommandType, acts: Acts, options: Options): Walked => {
  let cone: Cone = new Set()
  for (;;) {
    const trial = tried(cone, about, acts, options)
    if (!('grown' in trial)) return trial
    cone = new Set([...cone, ...trial.grown])
    const beyond = options.unless?.find((walked) => [...walked.cone].every((name) => cone.has(name)))
    if (beyond) return beyond
  }
}

const never: ReadonlySet<GuardId> = new Set()

/** Whether an act is open here and in every case that agrees with this one on the cone. */
export const opensWithin = (cone: Cone, type: CommandType, situation: Situation) => {
  const { read, answer } = asked(type, situation, never)
  return answer && outside(read, cone).length === 0
}

/** Whether a cone that was walked decides this act as well. */
export const decides = ({ cone, standing }: Walked, about: CommandType, { steady }: Acts) =>
  standing.every((situation) => outside(asked(about, situation, steady).read, cone).length === 0)
