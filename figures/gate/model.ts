import type { Highs, Model } from 'highs'
import type { Knowledge, Row } from './rows.ts'

const matrixOf = (rows: readonly Row[], columns: number) => {
  const starts = [0]
  for (const { of } of rows) starts.push(starts.at(-1)! + of.length)
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: columns,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap(({ of }) => of)),
    values: Float64Array.from(rows.flatMap(({ signs }) => signs))
  }
}

/** What is known, as HiGHS takes it. Close it with `dispose()`: it holds memory of its own. */
export const modelOf = (highs: Highs, { unknowns, rows: certain, assumed }: Knowledge): Model => {
  const rows = [...certain, ...assumed]
  const model = highs.createModel({
    numCols: unknowns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(unknowns.length),
    colLower: Float64Array.from(unknowns, ({ low }) => low),
    colUpper: Float64Array.from(unknowns, ({ high }) => high),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    matrix: matrixOf(rows, unknowns.length)
  })
  model.options.set({ output_flag: false })
  return model
}

/** By how much what contradicts the bounds, row by row as the solver weighed it, hangs on each unknown. */
export const against = ({ unknowns, rows, assumed }: Knowledge, model: Model): Float64Array => {
  const sums = new Float64Array(unknowns.length)
  const weights = model.getDualRay()?.values ?? []
  for (const [line, { of, signs }] of [...rows, ...assumed].entries())
    for (const [place, at] of of.entries()) sums[at]! += (weights[line] ?? 0) * signs[place]!
  return sums
}
