import { expect, test } from 'vitest'
import { attack, type Cells, type Sum } from './attacker.ts'

// A frequency table of four regions and two sexes; its intervals were computed with another solver.
const values: Record<string, [number, number]> = { A: [2, 18], B: [19, 14], C: [10, 12], D: [14, 11] }
const rows = Object.keys(values)

const table = (hidden: readonly string[]): { cells: Cells; sums: Sum[] } => {
  const cells: Cells = { tot: 100, f: 45, m: 55 }
  for (const row of rows) {
    const [f, m] = values[row]!
    Object.assign(cells, { [row]: f + m, [`${row}f`]: f, [`${row}m`]: m })
  }
  for (const cell of hidden) cells[cell] = null
  const sums = [
    ...rows.map((row) => ({ total: row, parts: [`${row}f`, `${row}m`] })),
    ...['f', 'm'].map((sex) => ({ total: sex, parts: rows.map((row) => row + sex) })),
    { total: 'tot', parts: ['f', 'm'] },
    { total: 'tot', parts: rows }
  ]
  return { cells, sums }
}
const attacked = (...hidden: string[]) => {
  const { cells, sums } = table(hidden)
  return attack(cells, sums)
}

test('one hidden cell falls at once', () => {
  expect(attacked('Af')).toEqual({ Af: [2, 2] })
})

test('two hidden cells of a line fall by the columns', () => {
  expect(attacked('Af', 'Am')).toEqual({ Af: [2, 2], Am: [18, 18] })
})

test('four cells in a square hold, within the intervals that are known', () => {
  expect(attacked('Af', 'Am', 'Cf', 'Cm')).toEqual({ Af: [0, 12], Am: [8, 20], Cf: [0, 12], Cm: [10, 22] })
})

test('a cell that no sum holds has no upper end', () => {
  expect(attack({ alone: null }, [])).toEqual({ alone: [0, Infinity] })
})

test('figures that contradict each other are found out', () => {
  expect(() => attack({ all: 3, a: null, b: 5 }, [{ total: 'all', parts: ['a', 'b'] }])).toThrow()
})
