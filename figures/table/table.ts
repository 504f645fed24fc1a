/** What a count is told apart by, without its total. */
export type Dimension = { name: string; values: readonly string[] }

/**
 * Counts of persons by one or more dimensions, with every margin. `counts` holds the whole grid: along each dimension the
 * values in their order, then the total, the last dimension turning fastest. A place in it is a cell.
 */
export type Table = { dimensions: readonly Dimension[]; counts: Int32Array }

/** One sum that every reader knows to hold: the parts make the total. */
export type Line = { parts: readonly number[]; total: number }

export const marginName = 'tot'

export const sizesOf = ({ dimensions }: Pick<Table, 'dimensions'>): number[] =>
  dimensions.map(({ values }) => values.length + 1)

/** How far apart two neighbours along each dimension stand. */
export const stridesOf = (sizes: readonly number[]): number[] =>
  sizes.map((_, at) => sizes.slice(at + 1).reduce((product, size) => product * size, 1))

export const sizeOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1)

export const coordinatesOf = (cell: number, sizes: readonly number[]): number[] => {
  const strides = stridesOf(sizes)
  return sizes.map((size, at) => Math.floor(cell / strides[at]!) % size)
}

export const cellAt = (coordinates: readonly number[], sizes: readonly number[]): number =>
  stridesOf(sizes).reduce((cell, stride, at) => cell + stride * coordinates[at]!, 0)

/** `A|female`, with `tot` for a margin. */
export const nameOf = (table: Table, cell: number): string =>
  coordinatesOf(cell, sizesOf(table))
    .map((index, at) => table.dimensions[at]!.values[index] ?? marginName)
    .join('|')

/** Every sum of the grid, along each dimension in turn. */
export const linesOf = (sizes: readonly number[]): Line[] => {
  const strides = stridesOf(sizes)
  const cells = Array.from({ length: sizeOf(sizes) }, (_, cell) => cell)
  return sizes.flatMap((size, at) => {
    const stride = strides[at]!
    return cells
      .filter((cell) => Math.floor(cell / stride) % size === 0)
      .map((first) => ({
        parts: Array.from({ length: size - 1 }, (_, step) => first + step * stride),
        total: first + (size - 1) * stride
      }))
  })
}

/** The same grid with its margins added up from the cells that are none. */
export const withMargins = (dimensions: readonly Dimension[], counts: Int32Array): Table => {
  const filled = counts.slice()
  for (const { parts, total } of linesOf(sizesOf({ dimensions })))
    filled[total] = parts.reduce((sum, part) => sum + filled[part]!, 0)
  return { dimensions, counts: filled }
}

/** The first sum that does not hold, or null. */
export const brokenLine = ({ dimensions, counts }: Table): Line | null =>
  linesOf(sizesOf({ dimensions })).find(
    ({ parts, total }) => parts.reduce((sum, part) => sum + counts[part]!, 0) !== counts[total]
  ) ?? null
