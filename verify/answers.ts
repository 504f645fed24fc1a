import { regionIds, type CommandType } from '../workflows/case/commands.ts'
import type { GuardId, Situation } from '../workflows/guards/guards.ts'
import type { Codes } from './codes.ts'
import { asked, movedBy, outside, type Cone, type Input } from './walk/slice.ts'
import { isForgotten, keptFor } from './facts.ts'
import { remembered } from './walk/remembered.ts'
import { stride } from './walk/step.ts'

// What an act answers where a walk stands: whether it opens, and what it changes.

/** `grown`: what was read outside the cone, where anything was. */
type Opening = { open: boolean; grown: string[] | null }

const columnsOf = (codes: Codes, names: readonly string[]) => [
  ...new Set(names.map((name) => codes.columnOf(name)!))
]

type Answered<T> = { columns: number[]; answer: T }

/** What is answered of a row, where each case that the walk takes for this one answers the same, and looks at no more. */
const heldAlike = <T>(
  codes: Codes,
  type: CommandType,
  row: Uint8Array,
  ask: (here: Situation) => Answered<T>
) => {
  const here = codes.situationOf(row)
  const given = ask(here)
  for (const other of codes.alike(here, given.columns)) {
    const { columns, answer } = ask(other)
    if (
      columns.some((column) => !given.columns.includes(column)) ||
      JSON.stringify(answer) !== JSON.stringify(given.answer)
    )
      throw new Error(`${type} tells apart what the walk takes for one`)
  }
  return given
}

/** Whether an act opens, remembered for all rows that agree on what it reads; or what it reads outside the cone. */
export const openingOf = (cone: Cone, codes: Codes, type: CommandType, steady: ReadonlySet<GuardId>) => {
  const opening = (here: Situation): Answered<Opening> => {
    const { read, answer } = asked(type, here, steady)
    const grown = outside(read, cone)
    const within = grown.length > 0 ? read.slice(0, read.indexOf(grown[0]!)) : read
    return {
      columns: columnsOf(codes, within),
      answer: grown.length > 0 ? { open: false, grown } : { open: answer, grown: null }
    }
  }
  return remembered(codes.width, (row) => heldAlike(codes, type, row, opening))
}

export type Change = { written: { column: number; code: number }[]; grown: string[] | null }

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

/** What a move changes, remembered in the same way. */
export const changeOf = (cone: Cone, codes: Codes, type: CommandType, input: Input) => {
  const change = (before: Situation): Answered<Change> => {
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
  }
  return remembered(codes.width, (row) => heldAlike(codes, type, row, change))
}
