import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  along,
  at,
  gridOf,
  largestFirst,
  lineOf,
  rowsOf,
  totalOf
} from '../../../web/src/lib/figures/pictures.ts'
import { mainland, overseas, squares } from '../../../web/src/lib/figures/outlines.ts'
import { territories } from '../../../workflows/calendar/territories.ts'

const value = (code: string) => ({ code, label: code.toUpperCase() })
const table = {
  ...{ id: 'territory_form', label: 'Département et forme', threshold: 11 },
  dimensions: [
    { id: 'territory', label: 'Département', several: false, values: [value('69'), value('976')] },
    { id: 'forms', label: 'Forme', several: true, values: [value('sexual'), value('labour')] }
  ],
  shown: [20, null, 30, 14, 17, 34, 35, 28, 61]
}

describe('a published table', () => {
  it('keeps what is masked masked, and never makes a zero of it', () => {
    expect(at(table, { territory: '69', forms: 'labour' })).toBeNull()
    expect(along(table, 'forms', { territory: '69' }).map((bar) => bar.value)).toEqual([20, null])
    expect(largestFirst(along(table, 'forms', { territory: '69' })).at(-1)?.value).toBeNull()
  })
  it('is read at its values and its totals', () => {
    expect(totalOf(table)).toBe(61)
    expect(along(table).map((bar) => [bar.id, bar.value])).toEqual([
      ['69', 30],
      ['976', 34]
    ])
    expect(lineOf(table, 'territory', '976').shown).toEqual([14, 17, 34])
  })
  it('is written as rows and as a grid, in one order', () => {
    expect(rowsOf(table, 'Total')[1]).toEqual({
      words: ['69', 'LABOUR'].map((one) => one.toUpperCase()),
      value: null
    })
    expect(rowsOf(table, 'Total').at(-1)).toEqual({ words: ['Total', 'Total'], value: 61 })
    const grid = gridOf(table, 'Total')!
    expect(grid.heads).toEqual(['SEXUAL', 'LABOUR', 'Total'])
    expect(grid.lines.at(-1)).toEqual({ label: 'Total', cells: [35, 28, 61] })
    expect(gridOf(lineOf(table, 'territory', '69'), 'Total')).toBeNull()
  })
})

it('the map has a place for every territory of which figures are published, and for each of them one', () => {
  const outlines = readFileSync(
    new URL('../../../web/src/lib/figures/departements.svg', import.meta.url),
    'utf8'
  )
  const outlined = [...outlines.matchAll(/ id="d(\w+)"/g)].map(([, code]) => code)
  expect(outlined.toSorted()).toEqual([...mainland.codes, ...overseas.map(({ code }) => code)].toSorted())
  const drawn = [...outlined, ...squares.map(({ code }) => code)]
  expect(drawn.toSorted()).toEqual(territories.map(({ code }) => code).toSorted())
  const named = [...overseas, ...squares].map(({ code, name }) => [code, name])
  const known = new Map(territories.map(({ code, name }) => [code as string, name as string]))
  expect(named.filter(([code, name]) => known.get(code!) !== name)).toEqual([])
})
