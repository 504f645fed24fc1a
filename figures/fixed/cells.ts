import { cellAt, marginName, sizeOf, sizesOf } from '../table/table.ts'
import type { CountedTable } from '../table/counted.ts'
import type { Codes, Entry } from '../person/person.ts'
import { dimensionsOf, fixedTable, tableIds, type TableId } from './tables.ts'

/** A row as far as tables look at it. */
export type Counted = { year: number; entry: Entry; codes: Partial<Codes> }

/** A number of persons who stand in one cell of a table, and the sum of their keys; negative where they leave it. */
export type Cell = { table: TableId; year: number; at: string; n: number; keys: number }

const divider = '|'

const crossed = (values: readonly (readonly string[])[]): string[] =>
  values.reduce<string[]>(
    (before, these) =>
      before.flatMap((left) => these.map((value) => (left === '' ? value : `${left}${divider}${value}`))),
    ['']
  )

/** Where a row stands in a table: under each of its values and under the margin of each dimension, once. */
export const placesIn = (id: TableId, { entry, codes }: Omit<Counted, 'year'>): string[] => {
  if (entry !== 'flagged') return []
  return crossed(
    fixedTable(id).dimensions.map((name) => {
      const value = codes[name]!
      return [...(typeof value === 'string' ? [value] : value), marginName]
    })
  )
}

const modulus = 2 ** 32
/** Sums of keys go round, downwards as well. */
export const round = (keys: number): number => ((keys % modulus) + modulus) % modulus

const keyOf = ({ table, year, at }: Cell) => `${table} ${year} ${at}`

/** What cells become when some rows go and others come; those that stay as they were are left out. */
export const difference = (moves: readonly (Counted & { key: number; sign: 1 | -1 })[]): Cell[] => {
  const cells = new Map<string, Cell>()
  for (const { key, sign, ...row } of moves)
    for (const table of tableIds)
      for (const at of placesIn(table, row)) {
        const cell: Cell = { table, year: row.year, at, n: sign, keys: round(sign * key) }
        const known = cells.get(keyOf(cell))
        cells.set(
          keyOf(cell),
          known ? { ...known, n: known.n + sign, keys: round(known.keys + cell.keys) } : cell
        )
      }
  return [...cells.values()].filter(({ n, keys }) => n !== 0 || keys !== 0)
}

/** The whole grid of a table from its cells; those that are not there hold nobody. */
export const tableFrom = (id: TableId, cells: readonly Pick<Cell, 'at' | 'n' | 'keys'>[]): CountedTable => {
  const dimensions = dimensionsOf(id)
  const sizes = sizesOf({ dimensions })
  const places = dimensions.map(
    ({ values }) => new Map([...values, marginName].map((value, index) => [value, index]))
  )
  const counts = new Int32Array(sizeOf(sizes))
  const keys = new Uint32Array(counts.length)
  for (const { at, n, keys: sum } of cells) {
    const coordinates = at.split(divider).map((value, index) => places[index]!.get(value))
    // A word that no table has any more is left in its margins, which count everybody.
    if (coordinates.some((one) => one === undefined)) continue
    const cell = cellAt(coordinates as number[], sizes)
    counts[cell] = n
    keys[cell] = sum
  }
  return { id, dimensions, counts, keys }
}
