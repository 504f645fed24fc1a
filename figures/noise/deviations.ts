/** How far noise may go from a count, and how widely it does: the deviation is its limit, the variance its width. */
export type Noise = { deviation: number; variance: number }

/**
 * By which every release is protected unless another variance was decided for its year, and what its method says of itself. Two of one
 * year never differ in it: they could be averaged.
 */
export const usualNoise: Noise = { deviation: 5, variance: 4 }

/** @throws RangeError of noise that cannot be had: no whole limit, or a width that the limit leaves no room for */
const mustBeNoise = ({ deviation, variance }: Noise): void => {
  if (!Number.isInteger(deviation) || deviation < 1) throw new RangeError(`no limit of noise: ${deviation}`)
  if (!(variance > 0 && variance < deviation ** 2)) throw new RangeError(`no width of noise: ${variance}`)
}

/** How likely each deviation is for one count, beginning with `least`. */
export type Row = { least: number; chances: Float64Array }

/**
 * The p-table of the cell-key method: one row for each count until the deviation, the last one for all that are greater. Nought
 * has none: it stays nought.
 */
export type Deviations = { rows: readonly Row[] }

/** What can be had of the variance where a count cannot fall below nought: beyond it no chances would keep the mean. */
const feasible = 0.95
const nothing = 1e-13

type Moments = { chances: Float64Array; mean: number; square: number; cube: number; fourth: number }

/** Chances that go as exp(tilt·v + width·v²), and what they make of the first four powers of v. */
const moments = (least: number, most: number, [tilt, width]: readonly [number, number]): Moments => {
  const values = Array.from({ length: most - least + 1 }, (_, at) => least + at)
  const heights = values.map((value) => tilt * value + width * value * value)
  const top = Math.max(...heights)
  const weights = heights.map((height) => Math.exp(height - top))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const chances = Float64Array.from(weights, (weight) => weight / sum)
  const power = (degree: number) =>
    values.reduce((total, value, at) => total + chances[at]! * value ** degree, 0)
  return { chances, mean: power(1), square: power(2), cube: power(3), fourth: power(4) }
}

/** One step of Newton towards mean nought and this variance, as long as a step may be. */
const step = ({ mean, square, cube, fourth }: Moments, variance: number): [number, number] => {
  const [a, b, d] = [square - mean * mean, cube - mean * square, fourth - square * square]
  const [first, second] = [-mean, variance - square]
  const determinant = a * d - b * b
  const long = [(d * first - b * second) / determinant, (a * second - b * first) / determinant] as const
  const length = Math.max(1, ...long.map(Math.abs))
  return [long[0] / length, long[1] / length]
}

/**
 * Of all chances between these limits that have mean nought and this variance, those that assume nothing more: of the greatest
 * entropy, which are an exponential of a polynomial. A step that leads away is halved.
 */
const greatestEntropy = (least: number, most: number, variance: number): Row => {
  let at: [number, number] = [0, 0]
  let now = moments(least, most, at)
  const missed = ({ mean, square }: Moments) => Math.abs(mean) + Math.abs(square - variance)
  for (let round = 0; round < 500 && missed(now) > nothing; round += 1) {
    const towards = step(now, variance)
    let share = 1
    let next = now
    let there = at
    do {
      there = [at[0] + share * towards[0], at[1] + share * towards[1]]
      next = moments(least, most, there)
      share /= 2
    } while (missed(next) > missed(now) && share > nothing)
    if (missed(next) >= missed(now)) break
    ;[at, now] = [there, next]
  }
  return { least, chances: now.chances }
}

/**
 * The deviations of the cell-key method, computed as Destatis describes for its package ptable and INSEE for ckm: maximum
 * entropy under a limit, no bias and a fixed variance. Written anew from the method.
 */
export const deviationsOf = (noise: Noise): Deviations => {
  mustBeNoise(noise)
  const { deviation, variance } = noise
  const row = (count: number) => {
    const fall = Math.min(count, deviation)
    return greatestEntropy(-fall, deviation, Math.min(variance, feasible * fall * deviation))
  }
  return { rows: Array.from({ length: deviation }, (_, at) => row(at + 1)) }
}
