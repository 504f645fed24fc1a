import { describe, expect, test } from 'vitest'
import { byOne, subtract } from './subtraction.ts'
import { aYear, countedOn, daysInYear, releasedOn } from './year.ts'

const quarters = [1, 2, 3, 4].map((quarter) => (quarter * daysInYear) / 4)
const everyHour = Array.from(
  { length: daysInYear * 10 },
  (_, index) => Math.floor(index / 10) + 0.3 + (index % 10) / 24
)

const attacked = (size: number, seed: number, days: readonly number[]) => {
  const lives = aYear(size, seed)
  const releases = releasedOn(lives, days)
  const hidden = subtract(releases).flatMap((ends, index) =>
    Object.entries(ends)
      .filter(([code]) => releases[index]!.cells[code] === null)
      .map(([code, { low, high }]) => ({
        ...{ code, low, high },
        true: countedOn(lives, releases[index]!.day, code)
      }))
  )
  return {
    releases: releases.length,
    hidden,
    recovered: hidden.filter(({ low, high }) => low === high),
    byOne: byOne(releases)
  }
}

describe('someone who keeps the releases of a year and subtracts each from the next', () => {
  test('recovers counts where a release is made every hour of the day', () => {
    const found = attacked(1500, 7, everyHour)
    expect(found.recovered.length).toBeGreaterThan(5)
    expect(found.recovered.every((one) => one.true === one.low)).toBe(true)
    expect(found.byOne).toBeGreaterThan(300)
  })

  test.each([
    [7300, 7],
    [7300, 8],
    [7300, 9],
    [3000, 7],
    [1500, 7],
    [1500, 8],
    [1500, 9]
  ])('recovers none where it is made at the end of a quarter (%i cases, seed %i)', (size, seed) => {
    const found = attacked(size, seed, quarters)
    expect(found.releases).toBe(4)
    expect(found.hidden.length).toBeGreaterThan(50)
    expect(found.recovered).toEqual([])
    // He was not misled, and each small count may still be as little as one and as much as ten.
    expect(found.hidden.filter((one) => one.true < one.low || one.true > one.high)).toEqual([])
    expect(found.hidden.filter(({ low, high }) => low > 1 || high < 10)).toEqual([])
    expect(found.byOne).toBeLessThanOrEqual(5)
  })
})
