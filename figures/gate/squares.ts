import type { Method } from './knowledge.ts'
import type { Knowledge, Row } from './rows.ts'

type Spread = Pick<Method, 'deviation' | 'variance'>

/** What a reader expects of a count before the sums are looked at: its value, and how sure that is. */
type Expected = { value: Float64Array; variance: Float64Array }

/** Of what nobody told, a reader guesses wildly. */
const wide = (low: number) => Math.max(low, 10)

const expectedOf = ({ unknowns }: Knowledge, { variance, deviation }: Spread): Expected => ({
  value: Float64Array.from(unknowns, ({ low, high, threshold }) => {
    if (low === high) return low
    if (threshold !== null) return (threshold - 1) / 3
    return Number.isFinite(high) ? high - deviation : 2 * wide(low)
  }),
  variance: Float64Array.from(unknowns, ({ low, high, threshold }) => {
    if (low === high) return 0
    if (threshold !== null) return (threshold / 2) ** 2
    return Number.isFinite(high) ? variance : (4 * wide(low)) ** 2
  })
})

const product = (row: Row, values: Float64Array): number =>
  row.of.reduce((sum, at, place) => sum + row.signs[place]! * values[at]!, 0)

const spread = (rows: readonly Row[], lambdas: Float64Array, variance: Float64Array): Float64Array => {
  const moved = new Float64Array(variance.length)
  rows.forEach(({ of, signs }, row) =>
    of.forEach((at, place) => (moved[at]! += signs[place]! * lambdas[row]!))
  )
  return moved.map((value, at) => value * variance[at]!)
}

const dot = (one: Float64Array, other: Float64Array) =>
  one.reduce((sum, value, at) => sum + value * other[at]!, 0)

const enough = 1e-10

/** Conjugate gradients: sums depend on each other, and no factor of them is needed. */
const solve = (apply: (vector: Float64Array) => Float64Array, right: Float64Array): Float64Array => {
  const found = new Float64Array(right.length)
  const rest = right.slice()
  let way = rest.slice()
  let square = dot(rest, rest)
  const limit = enough * (1 + square)
  for (let round = 0; round < 2000 && square > limit; round += 1) {
    const applied = apply(way)
    const step = square / dot(way, applied)
    for (const at of found.keys()) {
      found[at]! += step * way[at]!
      rest[at]! -= step * applied[at]!
    }
    const next = dot(rest, rest)
    way = way.map((value, at) => rest[at]! + (next / square) * value)
    square = next
  }
  return found
}

/**
 * The counts that are likeliest, in least squares, among those of which every sum holds: noise that is in one cell and not in its
 * total gives itself away.
 */
export const leastSquares = (knowledge: Knowledge, noise: Spread): Float64Array => {
  const { value, variance } = expectedOf(knowledge, noise)
  const sums = knowledge.rows.filter(({ least, most }) => least === most)
  const missed = Float64Array.from(sums, (row) => product(row, value) - row.least)
  const lambdas = solve((vector) => {
    const moved = spread(sums, vector, variance)
    return Float64Array.from(sums, (row) => product(row, moved))
  }, missed)
  const moved = spread(sums, lambdas, variance)
  return value.map((one, at) => one - moved[at]!)
}

/** Of how many shown counts least squares, rounded, give the truth; and how many a guess would give. */
export type Squares = { shown: number; exact: number; guess: number; passes: boolean }

/** How much better than a guess least squares may be: sums that are shown with all their parts always tell a little. */
const better = 1.25
/** Beyond it, chance is not what made the difference. */
const deviations = 2.6

/** What least squares recover, told by who knows the counts. Whoever guesses reads what is shown, and is right where the noise was nought. */
export const squaresOf = (
  knowledge: Knowledge,
  truth: ReadonlyMap<string, number>,
  noise: Spread
): Squares => {
  const found = leastSquares(knowledge, noise)
  const places = [...found.keys()].filter((at) => {
    const { threshold, low, high, cell } = knowledge.unknowns[at]!
    // Where nobody can be, nothing is shown.
    return threshold === null && low < high && Number.isFinite(high) && truth.has(cell)
  })
  const exact = places.filter(
    (at) => Math.round(found[at]!) === truth.get(knowledge.unknowns[at]!.cell)
  ).length
  const shown = places.length
  const guess = Math.min(1, 1 / Math.sqrt(2 * Math.PI * noise.variance))
  const most = better * guess + deviations * Math.sqrt((guess * (1 - guess)) / Math.max(1, shown))
  return { shown, exact, guess, passes: exact <= most * shown }
}
