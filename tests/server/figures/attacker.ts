/** One published sum: the total and the parts that make it, by name. */
export type Sum = { total: string; parts: readonly string[] }
export type Cells = Record<string, number | null>

type Row = { coefficients: number[]; right: number }
const tiny = 1e-9

const rowsOf = (cells: Cells, sums: readonly Sum[], hidden: readonly string[]): Row[] =>
  sums.flatMap(({ total, parts }) => {
    const coefficients = hidden.map((cell) => Number(parts.includes(cell)) - Number(cell === total))
    const known = parts.reduce((left, cell) => left - (cells[cell] ?? 0), cells[total] ?? 0)
    if (coefficients.every((one) => one === 0)) return []
    return known < 0
      ? [{ coefficients: coefficients.map((one) => -one), right: -known }]
      : [{ coefficients, right: known }]
  })

const pivot = (table: number[][], at: { row: number; column: number }) => {
  const by = table[at.row]!.map((value) => value / table[at.row]![at.column]!)
  table.forEach((row, index) => {
    const factor = row[at.column]!
    table[index] =
      index === at.row ? by : factor === 0 ? row : row.map((value, column) => value - factor * by[column]!)
  })
}

/** Simplex with Bland's rule; the last row holds the costs to bring down. False where there is no lower end. */
const descend = (table: number[][], basis: number[], width: number): boolean => {
  for (;;) {
    const costs = table.at(-1)!
    const column = costs.slice(0, width).findIndex((cost) => cost < -tiny)
    if (column < 0) return true
    const ratios = table
      .slice(0, -1)
      .map((row) => (row[column]! > tiny ? row.at(-1)! / row[column]! : Infinity))
    const least = Math.min(...ratios)
    if (least === Infinity) return false
    const ties = ratios.flatMap((ratio, row) => (ratio <= least + tiny ? [row] : []))
    const row = ties.reduce((best, one) => (basis[one]! < basis[best]! ? one : best))
    pivot(table, { row, column })
    basis[row] = column
  }
}

/** A corner of what is possible, one artificial variable for each sum driven out. */
const start = (rows: readonly Row[], width: number) => {
  const table = rows.map(({ coefficients, right }, index) => [
    ...coefficients,
    ...rows.map((_, other) => Number(other === index)),
    right
  ])
  const basis = rows.map((_, index) => width + index)
  const totals = table.reduce(
    (all, row) => all.map((value, column) => value - row[column]!),
    new Array<number>(width + rows.length + 1).fill(0)
  )
  table.push(totals.map((value, column) => (column >= width && column < width + rows.length ? 0 : value)))
  descend(table, basis, width)
  if (Math.abs(table.at(-1)!.at(-1)!) > 1e-6) throw new Error('the published sums contradict each other')
  basis.forEach((variable, row) => {
    const column = table[row]!.slice(0, width).findIndex((value) => Math.abs(value) > tiny)
    if (variable < width || column < 0) return
    pivot(table, { row, column })
    basis[row] = column
  })
  return { table, basis }
}

const least = (rows: readonly Row[], costs: readonly number[]) => {
  const { table, basis } = start(rows, costs.length)
  const last = [...costs, ...new Array<number>(rows.length + 1).fill(0)]
  table[table.length - 1] = basis.reduce(
    (line, variable, row) =>
      line[variable] === 0
        ? line
        : line.map((value, column) => value - line[variable]! * table[row]![column]!),
    last
  )
  return descend(table, basis, costs.length) ? -table.at(-1)!.at(-1)! : -Infinity
}

const whole = (value: number) => (Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 + 0 : value)

/**
 * The smallest and the largest value that each hidden cell can have, for someone who holds every published cell and sum
 * and knows that nobody counts below zero. Exact: a linear programme for each end.
 */
export const attack = (cells: Cells, sums: readonly Sum[]): Record<string, [number, number]> => {
  const hidden = Object.keys(cells).filter((cell) => cells[cell] === null)
  const rows = rowsOf(cells, sums, hidden)
  return Object.fromEntries(
    hidden.map((_cell, index) => {
      const only = (sign: number) => hidden.map((_, other) => (other === index ? sign : 0))
      return [hidden[index]!, [whole(least(rows, only(1))), whole(-least(rows, only(-1)))]]
    })
  )
}
