import type { Dimension } from './table.ts'

/**
 * A dimension of a fixed table. Where a person may have `several` of its values (forms, refusals), they are counted under each,
 * and the total counts them once: no reader may add the parts up.
 */
export type CountedDimension = Dimension & { several: boolean }

/**
 * One fixed table of one year as the store counts it, before anything protects it: the whole grid of `Table`, margins
 * included. `keys`: for each cell, the sum modulo 2^32 of the record keys of those who are counted in it. Who they are gives the
 * noise, so that the same persons have the same noise in every table, every view and every release.
 */
export type CountedTable = {
  id: string
  dimensions: readonly CountedDimension[]
  counts: Int32Array
  keys: Uint32Array
}

/** What may be read of it: in the same order, a count with its noise, or null where it is masked. Null never means zero. */
export type ReleasedTable = {
  id: string
  dimensions: readonly CountedDimension[]
  shown: readonly (number | null)[]
}
