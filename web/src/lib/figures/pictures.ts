import type { PublicationView, PublishedTable } from '#lib/api.types.ts'

/** One bar: null is masked, and is no zero. */
export type Bar = { id: string; label: string; value: number | null; tone?: string }

const sizes = ({ dimensions }: PublishedTable) => dimensions.map(({ values }) => values.length + 1)

/** What stands at these values; where none is said of a dimension, at its total. Of a value that a table does not have, nothing is told. */
export const at = (table: PublishedTable, picked: Readonly<Record<string, string>>): number | null => {
  let cell = 0
  for (const { id, values } of table.dimensions) {
    const asked = picked[id] ?? ''
    const index = asked === '' ? values.length : values.findIndex(({ code }) => code === asked)
    if (index < 0) return null
    cell = cell * (values.length + 1) + index
  }
  return table.shown[cell] ?? null
}

export const totalOf = (table: PublishedTable): number | null => at(table, {})

/** The values of one dimension, by its name or the first. */
export const along = (
  table: PublishedTable,
  dimension = table.dimensions[0]?.id,
  picked: Readonly<Record<string, string>> = {}
): Bar[] => {
  const values = table.dimensions.find(({ id }) => id === dimension)?.values ?? []
  return values.map(({ code, label }) => ({
    ...{ id: code, label },
    value: at(table, { ...picked, [dimension!]: code })
  }))
}

/** The largest first; what is masked comes last, in its order. */
export const largestFirst = (bars: readonly Bar[]): Bar[] =>
  bars.toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1))

export const tableIn = (
  { tables }: Pick<PublicationView, 'tables'>,
  id: string
): PublishedTable | undefined => tables.find((table) => table.id === id)

/** The line of one département in a table, as a table of its own. */
export const lineOf = (table: PublishedTable, dimension: string, code: string): PublishedTable => {
  const others = table.dimensions.filter(({ id }) => id !== dimension)
  const rest = { ...table, dimensions: others }
  const places = sizes(rest).reduce<number[][]>(
    (before, size) => before.flatMap((left) => Array.from({ length: size }, (_, index) => [...left, index])),
    [[]]
  )
  const shown = places.map((place) => {
    const picked = others.flatMap(({ id, values }, axis) => {
      const value = values[place[axis]!]
      return value ? [[id, value.code] as const] : []
    })
    return at(table, { ...Object.fromEntries(picked), [dimension]: code })
  })
  return { ...rest, shown }
}

/** A table as rows of words and counts: one row for each place, totals included, under the name of each dimension. */
export const rowsOf = (table: PublishedTable, total: string): { words: string[]; value: number | null }[] => {
  const all = sizes(table)
  return table.shown.map((value, cell) => {
    let left = cell
    const words = table.dimensions.toReversed().map(({ values }, back) => {
      const size = all[all.length - 1 - back]!
      const here = left % size
      left = (left - here) / size
      return values[here]?.label ?? total
    })
    return { words: words.toReversed(), value }
  })
}

/** A table of two dimensions as a grid: a row for each value of the first and its total, a column for each of the second. */
export const gridOf = (table: PublishedTable, total: string) => {
  const [down, over] = table.dimensions
  if (!down || !over || table.dimensions.length !== 2) return null
  const codes = (values: { code: string; label: string }[]) => [...values, { code: '', label: total }]
  const heads = codes(over.values)
  const lines = codes(down.values).map(({ code, label }) => ({
    label,
    cells: heads.map((head) => at(table, { [down.id]: code, [over.id]: head.code }))
  }))
  return { heads: heads.map(({ label }) => label), lines }
}
