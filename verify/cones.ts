import { regionIds, type CommandType } from '../workflows/commands.ts'
import type { GuardId, Situation } from '../workflows/guards.ts'
import { codesOf, type Codes } from './codes.ts'
import { asked, movedBy, outside, writersOf, type Cone, type Input } from './cone.ts'
import { isForgotten, keptFor } from './facts.ts'
import { remembered } from './remembered.ts'
import { hashOf, markOf, standingOf, type Standing } from './standing.ts'
import { starts } from './starts.ts'
import { stride } from './stride.ts'

export type Move = { before: Situation; type: CommandType; input: Input; after: Situation }
/** Each move is offered, and worked out whole only by whoever asks for it. */
export type Look = (move: () => Move) => void
export type Walked = { cone: Cone; codes: Codes; standing: Standing; moves: number; whole: boolean }
export type Acts = { types: readonly CommandType[]; steady: ReadonlySet<GuardId> }
/** A cone that is already known to lead beyond the bound is not walked a second time. */
export type Options = { most: number; look: Look; unless?: readonly Walked[] }

/** `grown`: what was read outside the cone, where anything was. */
type Opening = { open: boolean; grown: string[] | null }

const columnsOf = (codes: Codes, names: readonly string[]) => [
  ...new Set(names.map((name) => codes.columnOf(name)!))
]

/** Whether an act opens, remembered for all rows that agree on what it reads; or what it reads outside the cone. */
export const openingOf = (cone: Cone, codes: Codes, type: CommandType, steady: ReadonlySet<GuardId>) =>
  remembered((row): { columns: number[]; answer: Opening } => {
    const { read, answer } = asked(type, codes.situationOf(row), steady)
    const grown = outside(read, cone)
    const within = grown.length > 0 ? read.slice(0, read.indexOf(grown[0]!)) : read
    return {
      columns: columnsOf(codes, within),
      answer: grown.length > 0 ? { open: false, grown } : { open: answer, grown: null }
    }
  })

type Change = { written: { column: number; code: number }[]; grown: string[] | null }

/** What is noted to come back to hangs on where its region stands, whatever the act writes. */
const hanging = (cone: Cone, changed: readonly string[]) =>
  Object.entries(keptFor)
    .filter(([name, { region }]) => cone.has(name) && changed.includes(region))
    .map(([name]) => name)

type Done = { before: Situation; after: Situation; read: readonly string[]; written: readonly string[] }

/** What an act reads, or shows again, of what was noted once and forgotten since: nothing, or the walk is not exact. */
const stale = (cone: Cone, { before, after, read, written }: Done) =>
  Object.keys(keptFor).find(
    (name) =>
      cone.has(name) &&
      isForgotten(before, name) &&
      !written.includes(name) &&
      (read.includes(name) || !isForgotten(after, name))
  )

const changeOf = (cone: Cone, codes: Codes, type: CommandType, input: Input) =>
  remembered((row): { columns: number[]; answer: Change } => {
    const before = codes.situationOf(row)
    const { read, written } = movedBy(cone, before, type, input)
    const grown = outside(read, cone)
    if (grown.length > 0)
      return {
        columns: columnsOf(codes, read.slice(0, read.indexOf(grown[0]!))),
        answer: { written: [], grown }
      }
    const after = stride(before, type, input)
    const forgotten = stale(cone, { before, after, read, written })
    if (forgotten) throw new Error(`${type} reads ${forgotten} after it was of no more use`)
    const settled = regionIds.filter((id) => cone.has(id) && after.regions[id] !== before.regions[id])
    const changed = [...new Set([...written, ...settled])]
    const hangs = hanging(cone, changed)
    const put = columnsOf(codes, [...changed, ...hangs]).map((column) => ({
      column,
      code: codes.codeOf(after, column)
    }))
    return { columns: columnsOf(codes, [...read, ...hangs]), answer: { written: put, grown: null } }
  })

/** Writes a change into a row, and gives the hash that the row then has. */
const put = (row: Uint8Array, changed: readonly { column: number; code: number }[], hash: number) => {
  for (const { column, code } of changed) {
    hash ^= markOf(column, row[column]!) ^ markOf(column, code)
    row[column] = code
  }
  return hash
}

type Trial = { grown: string[] } | Walked

const tried = (cone: Cone, about: CommandType, { types, steady }: Acts, { most, look }: Options): Trial => {
  const codes = codesOf(cone)
  const standing = standingOf(codes.width)
  for (const situation of starts()) {
    const row = codes.rowOf(situation)
    standing.add(row, hashOf(row))
  }
  const asks = openingOf(cone, codes, about, steady)
  const writers = writersOf(cone, types).map(({ type, inputs }) => ({
    type,
    opens: openingOf(cone, codes, type, steady),
    changes: inputs.map((input) => ({ input, change: changeOf(cone, codes, type, input) }))
  }))
  const row = new Uint8Array(codes.width)
  const next = new Uint8Array(codes.width)
  let moves = 0
  let whole = true
  // What lies beyond the bound is not looked at: nothing is gained by what remains before it.
  for (let at = 0; at < standing.count() && whole; at += 1) {
    standing.read(at, row)
    standing.read(at, next)
    const here = hashOf(row)
    const about = asks(row)
    if (about.grown) return { grown: about.grown }
    for (const { type, opens, changes } of writers) {
      const opening = opens(row)
      if (opening.grown) return { grown: opening.grown }
      if (!opening.open) continue
      for (const { input, change } of changes) {
        const { written, grown } = change(row)
        if (grown) return { grown }
        moves += 1
        const hash = put(next, written, here)
        look(() => moveOf(codes, row, { type, input, next }))
        if (standing.count() < most) standing.add(next, hash)
        else if (!standing.has(next, hash)) whole = false
        for (const { column } of written) next[column] = row[column]!
      }
    }
  }
  return { cone, codes, standing, moves, whole }
}

/** The move itself, done anew: what was remembered must be what is done. */
const moveOf = (
  codes: Codes,
  row: Uint8Array,
  { type, input, next }: { type: CommandType; input: Input; next: Uint8Array }
): Move => {
  const before = codes.situationOf(row)
  const after = stride(before, type, input)
  if (codes.rowOf(after).some((code, column) => code !== next[column]))
    throw new Error(`${type} is not remembered as it is done`)
  return { before, type, input, after }
}

// What is noted to come back to is shown only while its region stands elsewhere: the two are read together.
const together = (names: readonly string[]) =>
  names.flatMap((name) => {
    const kept = keptFor[name as keyof typeof keptFor]
    return kept ? [name, kept.region] : [name]
  })

/** Walks the cone of an act, under the acts given, to its end or to its bound. */
export const walkCone = (about: CommandType, acts: Acts, options: Options): Walked => {
  let cone: Cone = new Set()
  for (;;) {
    const trial = tried(cone, about, acts, options)
    if (!('grown' in trial)) return trial
    cone = new Set([...cone, ...together(trial.grown)])
    const beyond = options.unless?.find((walked) => [...walked.cone].every((name) => cone.has(name)))
    if (beyond) return beyond
  }
}

/** Each row of a walk, in one array that is written over. */
export function* rowsOf({ codes, standing }: Walked) {
  const row = new Uint8Array(codes.width)
  for (let at = 0; at < standing.count(); at += 1) {
    standing.read(at, row)
    yield row
  }
}

/** Whether a cone that was walked decides this act as well. */
export const decides = (walked: Walked, about: CommandType, { steady }: Acts) => {
  const opens = openingOf(walked.cone, walked.codes, about, steady)
  for (const row of rowsOf(walked)) if (opens(row).grown) return false
  return true
}
