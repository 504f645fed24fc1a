import { placeKinds, type PlaceKind } from '../../workflows/places/places.ts'
import type { Words } from '../person/column.ts'
import { thresholds } from '../mask/mask.ts'
import type { Deviations } from '../noise/deviations.ts'
import { noisy } from '../noise/noise.ts'
import type { ReleasedTable } from '../table/counted.ts'

/** Places of a pool at the instant of the count, whoever lives there and whenever they were flagged. `key`: of those who do. */
export type Beds = { pool: CountedPool; capacity: number; occupied: number; key: number }

// That somebody holds a place of the asylum scheme is counted nowhere: `stat.beds` does not give it.
const { dna: _dna, ...pools } = placeKinds
export type CountedPool = Exclude<PlaceKind, 'dna'>
const poolIds = Object.keys(pools) as CountedPool[]

const tells = {
  capacity: { fr: 'places en service', en: 'places in service' },
  occupied: { fr: 'places occupées', en: 'places occupied' }
} as const satisfies Words

/** What is released of them beside the tables of persons, which it is none of: it counts places. */
export const bedsTable = {
  id: 'accommodation',
  label: { fr: 'Places et occupation', en: 'Places and occupancy' },
  unit: {
    fr: 'places, à l’instant de leur décompte et non à la fin du trimestre ; le total est celui des places en service',
    en: 'places, at the instant of their count and not at the end of the quarter; the total is of those in service'
  }
} as const
export const bedsDimension = {
  name: 'beds',
  label: { fr: 'Places d’hébergement', en: 'Accommodation places' },
  words: Object.fromEntries(
    poolIds.flatMap((pool) =>
      Object.entries(tells).map(([tell, { fr, en }]) => [
        `${pool}:${tell}`,
        { fr: `${pools[pool].fr} : ${fr}`, en: `${pools[pool].en}: ${en}` }
      ])
    )
  ) as Words
} as const

/**
 * How many places there are and how many are taken. The first counts nobody and is told as it is; the second counts those who live
 * there: it bears noise and is masked like any count, and never rises above the places, from which the truth would be read back.
 */
export const releasedBeds = (
  beds: readonly Beds[],
  { deviations, threshold }: { deviations: Deviations; threshold: number }
): ReleasedTable => {
  const of = (pool: CountedPool) => beds.find((one) => one.pool === pool)
  const occupied = (pool: CountedPool): number | null => {
    const { occupied: count, key, capacity } = of(pool) ?? { occupied: 0, key: 0, capacity: 0 }
    const shown = Math.min(capacity, noisy(deviations, count, key))
    if (Math.min(count, shown) < threshold) return null
    // As in the tables: a partner who reads that the public is not shown it would know that the truth is less.
    return count < thresholds.public && shown >= thresholds.public ? null : shown
  }
  const capacity = (pool: CountedPool) => of(pool)?.capacity ?? 0
  return {
    id: bedsTable.id,
    dimensions: [{ name: bedsDimension.name, values: Object.keys(bedsDimension.words), several: false }],
    shown: [
      ...poolIds.flatMap((pool) => [capacity(pool), occupied(pool)]),
      poolIds.reduce((sum, pool) => sum + capacity(pool), 0)
    ]
  }
}
