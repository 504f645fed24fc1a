import { threshold } from '../../../server/figures/disclosure.ts'
import type { Released } from './year.ts'

type Ends = Record<string, { low: number; high: number }>

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)
const shownSum = ({ cells }: Released) => sumOf(Object.values(cells).map((value) => value ?? 0))

/** Many small territories are hidden at once: who knows the rule knows that none of them is a cover, and all are small. */
const manyHidden = 40

const begin = (one: Released): Ends => {
  const hidden = one.total - shownSum(one)
  const most = hidden >= manyHidden ? threshold - 1 : hidden
  return Object.fromEntries(
    Object.entries(one.cells).map(([code, value]) => [
      code,
      value === null ? { low: 0, high: most } : { low: value, high: value }
    ])
  )
}

/** Narrows the ends of one cell; tells whether that said anything new. */
const narrow = (cell: { low: number; high: number }, low: number, high: number) => {
  const news = low > cell.low || high < cell.high
  cell.low = Math.max(cell.low, low)
  cell.high = Math.min(cell.high, high)
  return news
}

const bySum = (ends: Ends, total: number) => {
  const [low, high] = [
    sumOf(Object.values(ends).map((one) => one.low)),
    sumOf(Object.values(ends).map((one) => one.high))
  ]
  return Object.values(ends).map((one) => narrow(one, total - (high - one.high), total - (low - one.low)))
}

/** Nobody leaves the count of a territory within a year, and what the others took of the increase it did not take. */
const byIncrease = (before: Ends, after: Ends, increase: number) => {
  const least = (code: string) => Math.max(0, after[code]!.low - before[code]!.high)
  const taken = sumOf(Object.keys(after).map(least))
  return Object.keys(after).flatMap((code) => {
    const most = increase - (taken - least(code))
    return [
      narrow(after[code]!, before[code]!.low, before[code]!.high + most),
      narrow(before[code]!, after[code]!.low - most, after[code]!.high)
    ]
  })
}

/** Between which numbers each count lies, for someone who keeps every release and subtracts them from one another. */
export const subtract = (releases: readonly Released[]): Ends[] => {
  const ends = releases.map(begin)
  for (let news = true; news;)
    news = releases
      .flatMap((one, index) => [
        ...bySum(ends[index]!, one.total),
        ...(index > 0
          ? byIncrease(ends[index - 1]!, ends[index]!, one.total - releases[index - 1]!.total)
          : [])
      ])
      .some(Boolean)
  return ends
}

/** In how many territories a release shows exactly one person more than the one before it. */
export const byOne = (releases: readonly Released[]) =>
  sumOf(
    releases
      .slice(1)
      .map(
        ({ cells }, index) =>
          Object.entries(releases[index]!.cells).filter(
            ([code, before]) => before !== null && cells[code] === before + 1
          ).length
      )
  )
