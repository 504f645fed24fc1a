import { expect, it } from 'vitest'
import { bedsDimension, releasedBeds, type Beds } from '../../figures/beds/beds.ts'
import { deviationsOf, usualNoise } from '../../figures/noise/deviations.ts'
import { thresholds } from '../../figures/mask/mask.ts'

const deviations = deviationsOf(usualNoise)
/** The lowest and the highest key: from the least that noise makes of a count to the most. */
const keys = Array.from({ length: 64 }, (_, at) => at * 2 ** 26 + 1)
const shown = (beds: Beds[], threshold: number) => releasedBeds(beds, { deviations, threshold }).shown
const acse = (capacity: number, occupied: number, key: number): Beds => ({
  ...{ pool: 'acse', capacity, occupied, key }
})

it('tells of no place of the asylum scheme', () => {
  expect(Object.keys(bedsDimension.words).map((word) => word.split(':')[0])).not.toContain('dna')
})

it('tells how many places there are, and hides how few of them are taken, nought included', () => {
  for (const occupied of [0, 1, 4, 10])
    for (const key of keys)
      expect(shown([acse(40, occupied, key)], thresholds.public)).toEqual([40, null, 0, null, 40])
})

it('tells how many are taken with the noise of every count, and never more than there are', () => {
  const told = new Set(keys.map((key) => shown([acse(32, 30, key)], thresholds.public)[1]!))
  expect(Math.min(...told)).toBeGreaterThanOrEqual(25)
  expect(Math.max(...told)).toBe(32)
  expect(told.size).toBeGreaterThan(4)
})

it('does not let a partner read the truth from what the public is not shown', () => {
  const closed = keys.map((key) => shown([acse(40, 9, key)], thresholds.partner)[1]!)
  expect(closed.some((one) => one !== null)).toBe(true)
  expect(closed.every((one) => one === null || one < thresholds.public)).toBe(true)
})
