import type { TerritoryCount } from '#lib/api.types.ts'

export const steps = 5

/** What a share of the values lies below, between the two beside it in proportion. */
const quantile = (sorted: readonly number[], share: number): number => {
  const rank = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(rank)] ?? NaN, sorted[Math.ceil(rank)] ?? NaN]
  return low + (high - low) * (rank - Math.floor(rank))
}

/** In which of five classes of equal size each rate falls; nothing for a hidden or unknown one. */
export function stepOf(
  items: readonly TerritoryCount[]
): (item: TerritoryCount | undefined) => number | null {
  const rates = items
    .flatMap(({ per100k }) => (per100k === null ? [] : [per100k]))
    .toSorted((one, other) => one - other)
  const bounds = Array.from({ length: steps - 1 }, (_, index) => quantile(rates, (index + 1) / steps))
  return (item) =>
    item === undefined || item.per100k === null || rates.length === 0
      ? null
      : bounds.filter((bound) => bound <= item.per100k!).length
}
