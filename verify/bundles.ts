import type { Codes } from './codes.ts'
import { isEmpty, merge, spaceOf, type Combinations, type Space } from './combinations.ts'
import { hashOf, standingOf } from './standing.ts'

/** Situations that agree on the fixed columns, bundled: one row of those, and the combinations of the others met with it. */
export type Bundle = { row: Uint8Array; set: Combinations }

export type Bundles = {
  readonly space: Space
  /** How many bundles, and how many situations in them. */
  readonly count: () => number
  readonly situations: () => number
  readonly add: (row: Uint8Array, set: Combinations) => void
  /** The next bundle with combinations that nobody has looked at, and those; null at the end. */
  readonly take: () => Bundle | null
  readonly all: () => Iterable<Bundle>
  /** The name of a loose column that one of these codes does not fit into, or null. */
  readonly narrowFor: (written: readonly { column: number; code: number }[]) => string | null
}

export const bundlesOf = (codes: Codes, rooms: ReadonlyMap<string, number>): Bundles => {
  const loose = [...rooms].map(([name, values]) => ({ column: codes.columnOf(name)!, values, name }))
  const space = spaceOf(loose)
  const rows = standingOf(codes.width)
  const looked: Combinations[] = []
  const pending: Combinations[] = []
  let queue: number[] = []
  let next = 0
  let situations = 0

  const add = (row: Uint8Array, set: Combinations) => {
    for (const { column } of loose) row[column] = 0
    const at = rows.placeOf(row, hashOf(row))
    if (at === looked.length) {
      looked.push(new Uint32Array(set.length))
      pending.push(new Uint32Array(set.length))
    }
    const waits = !isEmpty(pending[at]!)
    const added = merge(pending[at]!, set, looked[at]!)
    situations += added
    if (added > 0 && !waits) queue.push(at)
  }

  const rowAt = (at: number) => {
    const row = new Uint8Array(codes.width)
    rows.read(at, row)
    return row
  }

  const take = () => {
    if (next === queue.length) return null
    const at = queue[next++]!
    if (next > 100_000) {
      queue = queue.slice(next)
      next = 0
    }
    const set = pending[at]!
    pending[at] = new Uint32Array(set.length)
    merge(looked[at]!, set, pending[at]!)
    return { row: rowAt(at), set }
  }

  return {
    space,
    count: () => rows.count(),
    situations: () => situations,
    add,
    take,
    *all() {
      for (let at = 0; at < rows.count(); at += 1) yield { row: rowAt(at), set: looked[at]! }
    },
    narrowFor: (written) => {
      for (const { column, code } of written)
        if (space.isLoose(column) && code >= space.roomOf(column))
          return loose.find((one) => one.column === column)!.name
      return null
    }
  }
}
