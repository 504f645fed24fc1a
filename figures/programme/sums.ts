import type { Highs, Model } from 'highs'
import { linesOf, sizesOf, type Table } from '../table/table.ts'

/** Every column of a programme, as HiGHS wants a selection. */
export const allOf = (cells: readonly number[]) => ({ kind: 'range', from: 0, to: cells.length - 1 }) as const

/** The sums of a table over some of its cells, one row for each: parts less total make nothing. The other cells do not move. */
const matrixOver = (table: Table, cells: readonly number[]) => {
  const column = new Map(cells.map((cell, at) => [cell, at]))
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
  for (const { parts, total } of linesOf(sizesOf(table))) {
    const moving = [...parts.map((cell) => [cell, 1] as const), [total, -1] as const].filter(([cell]) =>
      column.has(cell)
    )
    if (moving.length === 0) continue
    for (const [cell, sign] of moving) {
      indices.push(column.get(cell)!)
      values.push(sign)
    }
    starts.push(indices.length)
  }
  return { starts, indices, values }
}

/**
 * A linear programme whose columns are by how much each of these cells differs from its truth, and whose rows keep every
 * sum. It maximizes; nothing may move until bounds are given. Close it with `dispose()`: it holds memory of its own.
 */
export const programmeOver = (highs: Highs, table: Table, cells: readonly number[]): Model => {
  const { starts, indices, values } = matrixOver(table, cells)
  const [rows, columns] = [starts.length - 1, cells.length]
  const model = highs.createModel({
    numCols: columns,
    numRows: rows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns),
    rowLower: new Float64Array(rows),
    rowUpper: new Float64Array(rows),
    matrix: {
      format: 'csr',
      numRows: rows,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values)
    }
  })
  model.options.set({ output_flag: false })
  return model
}
