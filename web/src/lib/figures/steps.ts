import { scaleQuantile } from 'd3-scale'
import type { TerritoryCount } from '#lib/api.types.ts'

export const steps = 5

/** In which of five classes of equal size each rate falls; nothing for a hidden or unknown one. */
export function stepOf(
  items: readonly TerritoryCount[]
): (item: TerritoryCount | undefined) => number | null {
  const rates = items.flatMap((item) => (item.per100k === null ? [] : [item.per100k]))
  const scale = scaleQuantile<number>()
    .domain(rates)
    .range(Array.from({ length: steps }, (_, index) => index))
  return (item) =>
    item === undefined || item.per100k === null || rates.length === 0 ? null : scale(item.per100k)
}
