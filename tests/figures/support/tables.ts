import {
  cellAt,
  coordinatesOf,
  sizeOf,
  sizesOf,
  withMargins,
  type Table
} from '../../../figures/table/table.ts'
import type { Below } from '../../../verify/chance.ts'

/** A table by its counts without margins, the last dimension turning fastest. */
export const table = (named: Record<string, string[]>, inner: readonly number[]): Table => {
  const dimensions = Object.entries(named).map(([name, values]) => ({ name, values }))
  const sizes = sizesOf({ dimensions })
  const without = dimensions.map(({ values }) => values.length)
  const counts = new Int32Array(sizeOf(sizes))
  inner.forEach((count, at) => (counts[cellAt(coordinatesOf(at, without), sizes)] = count))
  return withMargins(dimensions, counts)
}

/** A table of counts that fall off as waiting times do: many small ones, few large ones. */
export const drawnTable = (sizes: readonly number[], mean: number, below: Below): Table => {
  const named = sizes.map((size, at): [string, string[]] => [
    `d${at}`,
    Array.from({ length: size }, (_, n) => `${n}`)
  ])
  const drawn = () => Math.floor(-Math.log(1 - below(1_000_000) / 1_000_000) * mean)
  return table(Object.fromEntries(named), Array.from({ length: sizeOf(sizes) }, drawn))
}
