import type { Knowledge, Row } from './rows.ts'
import { partsOf } from './names.ts'

/** Where to find what is known of some unknowns: a knowledge is cut up once for each of some two hundred contributors. */
type Index = { named: Map<string, number[]>; rows: Map<number, Row[]>; assumed: Map<number, Row[]> }

const indices = new WeakMap<Knowledge, Index>()

const byFirst = (rows: readonly Row[]) => Map.groupBy(rows, ({ of }) => of[0]!)

const indexOf = (knowledge: Knowledge): Index => {
  const known = indices.get(knowledge)
  if (known) return known
  const named = new Map<string, number[]>()
  knowledge.unknowns.forEach(({ cell }, at) => {
    for (const part of new Set(partsOf(cell))) {
      const places = named.get(part)
      if (places) places.push(at)
      else named.set(part, [at])
    }
  })
  const made = { named, rows: byFirst(knowledge.rows), assumed: byFirst(knowledge.assumed) }
  indices.set(knowledge, made)
  return made
}

/** What is known of these unknowns, in their order, and of nothing beside them. */
export const partOfKnowledge = (knowledge: Knowledge, places: readonly number[]): Knowledge => {
  const { rows, assumed } = indexOf(knowledge)
  const column = new Map(places.map((at, rank) => [at, rank]))
  const moved = (all: Map<number, Row[]>): Row[] =>
    places.flatMap((first) =>
      (all.get(first) ?? []).flatMap((row) =>
        row.of.every((at) => column.has(at)) ? [{ ...row, of: row.of.map((at) => column.get(at)!) }] : []
      )
    )
  return {
    unknowns: places.map((at) => knowledge.unknowns[at]!),
    rows: moved(rows),
    assumed: moved(assumed)
  }
}

/** The unknowns in whose name one of these parts stands. */
export const placesAlong = (knowledge: Knowledge, along: readonly string[]): number[] => {
  const { named } = indexOf(knowledge)
  const found = new Set(along.flatMap((part) => named.get(part) ?? []))
  return [...found].toSorted((one, other) => one - other)
}
