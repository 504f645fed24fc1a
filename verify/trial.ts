import type { CommandType } from '../workflows/commands.ts'
import type { GuardId, Situation } from '../workflows/guards.ts'
import { changeOf, openingOf, type Change } from './answers.ts'
import { codesOf, type Codes } from './codes.ts'
import { both, countOf, type Combinations, type Space } from './combinations.ts'
import { writersOf, type Cone, type Input } from './cone.ts'
import { bundlesOf, type Bundles } from './bundles.ts'
import { starts } from './starts.ts'
import { stride } from './stride.ts'

export type Move = { before: Situation; type: CommandType; input: Input; after: Situation }
/** Moves are offered bundle by bundle, and one of each is worked out whole by whoever asks for it. */
export type Look = (move: () => Move) => void
export type Walked = { cone: Cone; codes: Codes; bundles: Bundles; moves: number; whole: boolean }
export type Acts = { types: readonly CommandType[]; steady: ReadonlySet<GuardId> }

/** `most`: bundles walked at most. `rooms`: the columns that are walked as sets, with the values there is room for. */
export type Trying = { most: number; look: Look; rooms: ReadonlyMap<string, number> }

/** It was walked; or something was read outside the cone; or a column takes more values than there is room for. */
export type Trial = Walked | { grown: string[] } | { narrow: string }

type Moving = { type: CommandType; input: Input; change: Change }

/** The move itself, done anew: what was remembered must be what is done. */
const moveOf = (codes: Codes, row: Uint8Array, { type, input, change }: Moving): Move => {
  const before = codes.situationOf(row)
  const after = stride(before, type, input)
  const next = row.slice()
  for (const { column, code } of change.written) next[column] = code
  if (codes.rowOf(after).some((code, column) => code !== next[column]))
    throw new Error(`${type} is not remembered as it is done`)
  return { before, type, input, after }
}

/** Where a change leads from a bundle: the row it has then, and which combinations. */
const arrived = (space: Space, row: Uint8Array, part: Combinations, { written }: Change) => {
  const next = row.slice()
  let set = part
  for (const { column, code } of written)
    if (space.isLoose(column)) set = space.becoming(set, column, code)
    else next[column] = code
  return { next, set }
}

/** Walks the cone of an act, as far as it is known, from every start. */
export const tried = (cone: Cone, about: CommandType, { types, steady }: Acts, trying: Trying): Trial => {
  const { most, look, rooms } = trying
  const codes = codesOf(cone)
  const bundles = bundlesOf(codes, rooms)
  const { space } = bundles
  for (const situation of starts()) {
    const row = codes.rowOf(situation)
    bundles.add(row, space.shownBy(row))
  }
  const asks = openingOf(cone, codes, about, steady)
  const writers = writersOf(cone, types).map(({ type, inputs }) => ({
    type,
    opens: openingOf(cone, codes, type, steady),
    changes: inputs.map((input) => ({ input, change: changeOf(cone, codes, type, input) }))
  }))
  let moves = 0
  let grown: string[] | null = null
  let narrow: string | null = null

  const visited = (row: Uint8Array, part: Combinations, { type, input, change }: Moving) => {
    grown ??= change.grown
    narrow ??= bundles.narrowFor(change.written)
    if (grown || narrow) return
    moves += countOf(part)
    const { next, set } = arrived(space, row, part, change)
    look(() => {
      const shown = row.slice()
      space.show(part, shown)
      return moveOf(codes, shown, { type, input, change })
    })
    bundles.add(next, set)
  }

  // What lies beyond the bound is not looked at: nothing is gained by what remains before it.
  for (let fresh = bundles.take(); fresh !== null && bundles.count() <= most; fresh = bundles.take()) {
    const { row, set } = fresh
    asks(space, row, set, (_part, opening) => (grown ??= opening.grown))
    if (grown) return { grown }
    for (const { type, opens, changes } of writers) {
      let open: Combinations | null = null
      opens(space, row, set, (part, opening) => {
        grown ??= opening.grown
        if (opening.open) open = open === null ? part : both(open, part)
      })
      if (grown) return { grown }
      if (open === null) continue
      for (const { input, change } of changes)
        change(space, row, open, (part, answer) => visited(row, part, { type, input, change: answer }))
      if (grown) return { grown }
      if (narrow) return { narrow }
    }
  }
  return { cone, codes, bundles, moves, whole: bundles.count() <= most }
}
