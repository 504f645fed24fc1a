import { describe, expect, test } from 'vitest'
import { fromJson, fromRows } from '../../figures/table/read.ts'
import { nameOf } from '../../figures/table/table.ts'

const rows = (...lines: string[]) => lines.map((line, at) => ({ line: at + 1, cells: line.split(',') }))

describe('a table that somebody gives is refused in words', () => {
  test.each([
    ['without a heading', [], 'the first line names'],
    ['without a line', ['sex,n'], 'no line follows'],
    ['with half a person', ['sex,n', 'f,1.5'], 'line 2: « 1.5 » is no count of persons'],
    ['with fewer than nobody', ['sex,n', 'f,-1'], 'line 2'],
    ['with a line that is too short', ['sex,age,n', 'f,1'], 'line 2: 2 cells where the heading has 3'],
    ['with a cell given twice', ['sex,n', 'f,1', 'f,2'], 'line 3: f is given twice'],
    ['with a margin that its cells do not make', ['sex,n', 'f,1', 'm,2', 'Total,4'], 'tot: 4 is given']
  ])('%s', (_what, lines, says) => {
    expect(() => fromRows('a.csv', rows(...lines))).toThrow(says)
  })

  test('and a JSON whose key is no cell', () => {
    const fixture = { id: 'x', rows: ['A'], cols: ['f'], values: { 'A|m': 1 } }
    expect(() => fromJson(JSON.stringify(fixture))).toThrow('no cell is called « A|m »')
  })
})

test('what is not given holds nobody, and margins that are not given are added up', () => {
  const { table, named } = fromRows('a.csv', rows('sex,age,n', 'f,young,3', 'm,old,4'))
  const counts = [...table.counts].map((count, cell) => `${nameOf(table, cell)}=${count}`)
  expect(counts).toEqual([
    ...['f|young=3', 'f|old=0', 'f|tot=3', 'm|young=0', 'm|old=4', 'm|tot=4'],
    ...['tot|young=3', 'tot|old=4', 'tot|tot=7']
  ])
  expect(named).toBeNull()
})

test('a JSON names the cells to hide first', () => {
  const values = { 'A|f': 2, 'A|tot': 2, 'tot|f': 2, 'tot|tot': 2 }
  const [one] = fromJson(JSON.stringify({ id: 'x', rows: ['A'], cols: ['f'], values, primary: ['A|f'] }))
  expect(one!.named).toEqual([0])
})
