import type { Method, Release } from '../../../figures/gate/knowledge.ts'
import { nameCells } from '../../../figures/gate/names.ts'
import type { Given } from '../../../figures/gate/gate.ts'
import type { CountedDimension, CountedTable } from '../../../figures/table/counted.ts'
import type { Contributor } from '../../../figures/gate/demands.ts'
import { table } from '../support/tables.ts'

export const method: Method = { deviation: 5, variance: 4, lasting: ['territory', 'sex'], covering: {} }
export const exact: Method = { ...method, deviation: 0, variance: 1e-6 }

/** A table of inner counts, by what its name says. */
export const counted = (
  id: string,
  named: Record<string, string[]>,
  inner: readonly number[],
  several: readonly string[] = []
): CountedTable => {
  const { dimensions, counts } = table(named, inner)
  return {
    id,
    dimensions: dimensions.map((one): CountedDimension => ({ ...one, several: several.includes(one.name) })),
    counts,
    keys: new Uint32Array(counts.length)
  }
}

/** A release in which each count strays as is said, by the name of its cell, and is masked below the threshold. */
export const release = (
  tables: readonly CountedTable[],
  strays: Record<string, number> = {},
  { moment = 0, threshold = 11 } = {}
): Release => ({
  moment,
  threshold,
  tables: tables.map(({ id, dimensions, counts }) => {
    const names = nameCells({ dimensions })
    return {
      id,
      dimensions,
      shown: Array.from(counts, (count, cell) => {
        const made = count + (strays[names[cell]!] ?? 0)
        return Math.min(count, made) < threshold ? null : made
      })
    }
  })
})

export const given = (last: Release, more: Partial<Given> = {}): Given => ({
  release: last,
  earlier: [],
  contributors: [],
  truth: [],
  method,
  ...more
})

export const whoHas = (name: string, own: Record<string, number>): Contributor => ({
  name,
  own: new Map(Object.entries(own))
})
