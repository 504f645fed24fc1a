import type { ReleasedTable } from '../table/counted.ts'
import { cellAt, sizesOf } from '../table/table.ts'

const total = (size: number) => size - 1

/**
 * One line of a table: what stands at one value of a dimension (null: at its total), by the others. Nothing is counted anew, so
 * that a part of a table never tells more than the whole. @throws where the table has no such dimension or value
 */
export const sliceAt = (table: ReleasedTable, dimension: string, value: string | null): ReleasedTable => {
  const at = table.dimensions.findIndex(({ name }) => name === dimension)
  const sizes = sizesOf(table)
  const index = value === null ? total(sizes[at]!) : table.dimensions[at]!.values.indexOf(value)
  if (at < 0 || index < 0) throw new RangeError(`${table.id} has no ${dimension} ${value}`)
  const rest = sizes.toSpliced(at, 1)
  const length = rest.reduce((product, size) => product * size, 1)
  const coordinates = (cell: number): number[] => {
    let left = cell
    return rest.toReversed().map((size) => {
      const here = left % size
      left = (left - here) / size
      return here
    })
  }
  const shown = Array.from({ length }, (_, cell) => {
    const inner = coordinates(cell).toReversed()
    return table.shown[cellAt(inner.toSpliced(at, 0, index), sizes)]!
  })
  return { id: table.id, dimensions: table.dimensions.toSpliced(at, 1), shown }
}

/** Where a person was flagged, or found: a table has one of them at most. */
const places = ['territory', 'found']

/** What a partner of one territory reads of a release: its line of each table that has it. Of the country (null), all. */
export const tablesOfPlace = (tables: readonly ReleasedTable[], own: string | null): ReleasedTable[] => {
  if (own === null) return [...tables]
  return tables.flatMap((table) => {
    const place = table.dimensions.find(({ name, values }) => places.includes(name) && values.includes(own))
    return place ? [sliceAt(table, place.name, own)] : []
  })
}
