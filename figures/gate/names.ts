import type { CountedDimension, CountedTable, ReleasedTable } from '../table/counted.ts'
import { linesOf, sizeOf, sizesOf, type Line } from '../table/table.ts'

/** One sum of a table, and the dimension along which it adds up. */
export type Sum = Line & { along: CountedDimension }

/** Worked out once of each list of dimensions: a gate asks for them again after each cell that it masks. */
const once = <Result>(make: (of: readonly CountedDimension[]) => Result) => {
  const kept = new WeakMap<readonly CountedDimension[], Result>()
  return ({ dimensions }: Pick<ReleasedTable, 'dimensions'>): Result => {
    const known = kept.get(dimensions) ?? make(dimensions)
    kept.set(dimensions, known)
    return known
  }
}

/** A cell by what is counted in it, whatever table it is in: the same name, the same persons. */
export const nameCells = once((dimensions): readonly string[] => {
  let all: string[][] = [[]]
  for (const { name, values } of dimensions)
    all = all.flatMap((left) => [...values.map((value) => [...left, `${name}=${value}`]), left])
  return all.map((parts) => parts.toSorted().join(' & '))
})

/** The same tables with the cells of these names masked in each; a name may be of one table alone, which then stands before it. */
export const withoutCells = (tables: readonly ReleasedTable[], names: ReadonlySet<string>): ReleasedTable[] =>
  tables.map((table) => {
    const named = nameCells(table)
    const isMasked = (cell: number) => names.has(named[cell]!) || names.has(`${table.id}: ${named[cell]}`)
    return { ...table, shown: table.shown.map((value, cell) => (isMasked(cell) ? null : value)) }
  })

/** How many of those counted stand in each cell, by its name; of hundreds who count their own, none is said nowhere. */
export const heldIn = (tables: readonly CountedTable[]): ReadonlyMap<string, number> =>
  new Map(
    tables.flatMap((table) =>
      nameCells(table).flatMap((name, cell) => {
        const count = table.counts[cell]!
        return count === 0 ? [] : [[name, count] as const]
      })
    )
  )

export const sumsOf = once((dimensions): readonly Sum[] => {
  const sizes = sizesOf({ dimensions })
  // Lines come along each dimension in turn.
  const along = sizes.flatMap((size, at) => Array<number>(sizeOf(sizes) / size).fill(at))
  return linesOf(sizes).map((line, at) => ({ ...line, along: dimensions[along[at]!]! }))
})

/** The parts of a cell's name, with that of its table where it has one before them. */
export const partsOf = (cell: string): string[] => cell.split(/: | & /)
