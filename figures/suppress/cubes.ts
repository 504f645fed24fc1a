import { coordinatesOf, sizesOf, stridesOf, type Table } from '../table/table.ts'
import type { Demand } from './demands.ts'

/**
 * What is hidden for one demand: cells between which some persons can be moved so that no sum changes, which makes the world
 * that the demand asks for. Most often a cube: two places along each dimension, after the hypercubes of Repsilber (1994).
 */
export type Cube = readonly number[]

export type CubeSearch = (demand: Demand, hidden: Uint8Array) => Cube | null

/** Finds, for one demand, a cube of which as few corners as can be are still published; null where none is wide enough. */
export const cubesOf = (table: Table): CubeSearch => {
  const { counts } = table
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  // The corners so far: each dimension doubles them, and what a deeper one writes lies behind what this one holds.
  const corners = new Int32Array(2 ** sizes.length)
  const along = new Uint8Array(2 ** sizes.length)
  /** By how many dimensions are chosen: the fewest persons in a corner that moves as the first does, and in one that moves against it; how many corners are published. */
  const [down, up, fresh] = [0, 1, 2].map(() => new Float64Array(sizes.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array
  ]
  let hidden: Uint8Array = new Uint8Array()
  let at: readonly number[] = []
  let demand: Demand = { cell: 0, sides: [], level: 0 }
  let best: Cube | null = null
  let fewest = 0

  const isMet = (dimension: number) =>
    demand.sides.reduce((sum, side) => sum + (side === 'up' ? up : down)[dimension]!, 0) >= demand.level

  const widen = (dimension: number): void => {
    if (fresh[dimension]! >= fewest || !isMet(dimension)) return
    if (dimension === sizes.length) {
      best = Array.from(corners)
      fewest = fresh[dimension]!
      return
    }
    const [here, size] = [at[dimension]!, sizes[dimension]!]
    for (let place = 0; place < size && fewest > 0; place += 1)
      if (place !== here && mirror(dimension, place)) widen(dimension + 1)
  }

  /** Puts the mirror images of the corners at another place along one dimension; false where one of them holds nobody. */
  const mirror = (dimension: number, place: number): boolean => {
    const [half, here, total] = [2 ** dimension, at[dimension]!, sizes[dimension]! - 1]
    const step = (place - here) * strides[dimension]!
    // A part and the total of its line gain together; two parts of a line gain from each other.
    const turns = here !== total && place !== total
    const next = dimension + 1
    ;[down[next], up[next], fresh[next]] = [down[dimension]!, up[dimension]!, fresh[dimension]!]
    for (let one = 0; one < half; one += 1) {
      const cell = corners[one]! + step
      const count = counts[cell]!
      if (count === 0) return false
      const same = (along[one] === 1) !== turns
      corners[half + one] = cell
      along[half + one] = same ? 1 : 0
      const side = same ? down : up
      side[next] = Math.min(side[next]!, count)
      if (hidden[cell] === 0) fresh[next]! += 1
    }
    return true
  }

  return (asked, hides) => {
    ;[demand, hidden, at] = [asked, hides, coordinatesOf(asked.cell, sizes)]
    ;[best, fewest] = [null, Infinity]
    ;[corners[0], along[0]] = [asked.cell, 1]
    ;[down[0], up[0], fresh[0]] = [counts[asked.cell]!, Infinity, 0]
    widen(0)
    return best
  }
}

/**
 * What no cube gives: a margin whose parts are too small one by one may still be lower if several of them are. Hides as many
 * parts, the largest first, and every margin that they are in.
 */
export const partsOf = (table: Table, { cell, level }: Demand): Cube => {
  const { counts } = table
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  const at = coordinatesOf(cell, sizes)
  const isTotal = (dimension: number, place: number) => place === sizes[dimension]! - 1
  const inner = at.reduce<number[]>(
    (cells, place, dimension) =>
      isTotal(dimension, place)
        ? cells.flatMap((one) =>
            Array.from({ length: place }, (_, part) => one - (place - part) * strides[dimension]!)
          )
        : cells,
    [cell]
  )
  const made = new Set<number>()
  let sum = 0
  for (const part of inner.toSorted((one, other) => counts[other]! - counts[one]!)) {
    if (sum >= level) break
    sum += counts[part]!
    const places = coordinatesOf(part, sizes)
    const margins = places.reduce<number[]>(
      (cells, place, dimension) => [
        ...cells,
        ...cells.map((one) => one + (sizes[dimension]! - 1 - place) * strides[dimension]!)
      ],
      [part]
    )
    for (const one of margins) made.add(one)
  }
  return [...made]
}
