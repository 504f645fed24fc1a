// The counts that a reader looks for, and the sums that hold between them: each part of the gate adds some.

/** One count that a reader looks for. `threshold` where it may be a small one, null where it cannot be; `shown`: with its noise, where it is. */
export type Unknown = {
  moment: number
  cell: string
  low: number
  high: number
  threshold: number | null
  shown?: number
}

/** `least` to `most`: the sum of these unknowns, each with its sign. */
export type Row = { of: readonly number[]; signs: readonly number[]; least: number; most: number }

/** `assumed`: of the rows, those that only most often hold: that a count which lasts grows, but for persons found to be counted twice. */
export type Knowledge = { unknowns: readonly Unknown[]; rows: readonly Row[]; assumed: readonly Row[] }
