import type { CommandType } from '../../workflows/case/commands.ts'
import type { GuardId, Situation } from '../../workflows/guards/guards.ts'
import { changeOf, openingOf, type Change } from '../answers.ts'
import { codesOf, type Codes } from '../codes.ts'
import { writersOf, type Cone, type Input } from './slice.ts'
import { diagramsOf, noRows, type Diagrams, type Rows } from '../diagrams.ts'
import { keptFor, type Blur } from '../facts.ts'
import { starts } from './starts.ts'
import { stride } from './step.ts'

export type Move = { before: Situation; type: CommandType; input: Input; after: Situation }
/** One move of each part of a set that changes alike is offered, and worked out whole by whoever asks for it. */
export type Look = (move: () => Move) => void
export type Acts = { types: readonly CommandType[]; steady: ReadonlySet<GuardId> }
export type Walked = { cone: Cone; codes: Codes; sets: Diagrams; reached: Rows; moves: number }

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

/** Each act with what it hangs on, what it changes where it changes something, and the rows it was already asked for. */
const askedOf = (cone: Cone, codes: Codes, { types, steady }: Acts) => {
  const writers = new Map(writersOf(cone, types).map(({ type, inputs }) => [type, inputs]))
  return types.map((type) => ({
    type,
    opens: openingOf(cone, codes, type, steady),
    changes: (writers.get(type) ?? []).map((input) => ({ input, gives: changeOf(cone, codes, type, input) })),
    done: noRows
  }))
}

/** Walks the cone from every start to its end, many rows at once; or says what was read outside it. */
const tried = (cone: Cone, acts: Acts, look: Look, blur?: Blur): Walked | { grown: ReadonlySet<string> } => {
  const codes = codesOf(cone, blur)
  const sets = diagramsOf(codes.width)
  const grown = new Set<string>()
  let reached = starts().reduce((so, one) => sets.either(so, sets.rowsOf(codes.rowOf(one))), noRows)
  let moves = 0

  const moved = (part: Rows, { type, input, change }: Moving) => {
    for (const name of change.grown ?? []) grown.add(name)
    if (grown.size > 0) return
    moves += sets.countOf(part)
    look(() => {
      const row = new Uint8Array(codes.width)
      sets.show(part, row)
      return moveOf(codes, row, { type, input, change })
    })
    const next = change.written.reduce((so, { column, code }) => sets.becoming(so, column, code), part)
    reached = sets.either(reached, next)
  }

  const asked = askedOf(cone, codes, acts)
  while (asked.some(({ done }) => done !== reached)) {
    for (const one of asked) {
      const fresh = sets.without(reached, one.done)
      one.done = reached
      let open = noRows
      one.opens(sets, fresh, (part, opening) => {
        for (const name of opening.grown ?? []) grown.add(name)
        if (opening.open) open = sets.either(open, part)
      })
      for (const { input, gives } of one.changes)
        gives(sets, open, (part, change) => moved(part, { type: one.type, input, change }))
    }
    if (grown.size > 0) return { grown }
  }
  return { cone, codes, sets, reached, moves }
}

// What is noted to come back to is shown only while its region stands elsewhere: the two are read together.
const together = (names: ReadonlySet<string>) =>
  [...names].flatMap((name) => [name, keptFor[name as keyof typeof keptFor]?.region ?? name])

/** Walks, to its end, the cone of all these acts together. */
export const walkOf = (acts: Acts, look: Look, blur?: Blur): Walked => {
  let cone: Cone = new Set()
  for (;;) {
    const trial = tried(cone, acts, look, blur)
    if (!('grown' in trial)) return trial
    cone = new Set([...cone, ...together(trial.grown)])
  }
}
