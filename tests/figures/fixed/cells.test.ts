import { describe, expect, test } from 'vitest'
import { difference, placesIn, round, tableFrom, type Counted } from '../../../figures/fixed/cells.ts'
import { dimensionsOf, fixedTable, tableIds, wordsOf } from '../../../figures/fixed/tables.ts'
import { codePerson } from '../../../figures/person/person.ts'
import { territories } from '../../../workflows/calendar/territories.ts'
import { cellAt, sizesOf } from '../../../figures/table/table.ts'
import { aLife } from '../person/a-life.ts'

const rowOf = (facts: Parameters<typeof aLife>[0]): Counted => codePerson(aLife(facts))[0]!
const mayotte = rowOf({ facts: { met: '976', forms: ['labour', 'sexual'], sex: 'female' } })

describe('the fixed tables', () => {
  test('have three dimensions at most, and a département beside one other', () => {
    for (const id of tableIds) {
      const { dimensions } = fixedTable(id)
      expect(dimensions.length).toBeLessThanOrEqual(3)
      if (dimensions.some((one) => one === 'territory' || one === 'found')) expect(dimensions.length).toBe(2)
    }
  })

  test('every dimension and value has its words, French and English', () => {
    for (const id of tableIds)
      for (const { name, values } of dimensionsOf(id)) {
        const { label, words } = wordsOf(name as Parameters<typeof wordsOf>[0])
        for (const word of [label, ...values.map((value) => words[value]!)])
          expect(word.fr && word.en, `${id} ${name}`).toBeTruthy()
      }
  })

  test('départements stand in the order of their codes, whatever order an object gives them', () => {
    const [place] = dimensionsOf('territory_form')
    const codes = territories.map(({ code }) => code)
    expect(place!.values.slice(0, codes.length)).toEqual(codes.toSorted())
    expect(Object.keys(wordsOf('territory').words)[0]).toBe('10')
  })

  test('no value is written with what divides coordinates, or as a margin', () => {
    const values = tableIds.flatMap((id) => dimensionsOf(id).flatMap((one) => one.values))
    expect(values.filter((value) => value.includes('|') || value === 'tot')).toEqual([])
  })
})

describe('where a person stands in a table', () => {
  test('of two forms: under each, and once in the total', () => {
    expect(placesIn('territory_form', mayotte)).toEqual([
      '976|labour',
      '976|sexual',
      '976|tot',
      'tot|labour',
      'tot|sexual',
      'tot|tot'
    ])
  })

  test('followed since another year: in none of them', () => {
    expect(placesIn('territory_form', mayotte)).not.toEqual([])
    for (const id of tableIds) expect(placesIn(id, { ...mayotte, entry: 'followed' })).toEqual([])
  })
})

describe('cells by difference', () => {
  test('a row that comes and goes leaves nothing', () => {
    expect(
      difference([
        { ...mayotte, key: 7, sign: 1 },
        { ...mayotte, key: 7, sign: -1 }
      ])
    ).toEqual([])
  })

  test('a row that changes moves no cell in which it stays', () => {
    const after = rowOf({ facts: { met: '976', forms: ['labour', 'sexual'], sex: 'male' } })
    const moved = difference([
      { ...mayotte, key: 7, sign: -1 },
      { ...after, key: 7, sign: 1 }
    ])
    const of = (table: string) => moved.filter((cell) => cell.table === table)
    expect(of('territory_form')).toEqual([])
    expect(of('territory_sex').map(({ at, n, keys }) => [at, n, keys])).toEqual([
      ['976|female', -1, 2 ** 32 - 7],
      ['tot|female', -1, 2 ** 32 - 7],
      ['976|male', 1, 7],
      ['tot|male', 1, 7]
    ])
  })

  test('another key moves the sums and no count', () => {
    const moved = difference([
      { ...mayotte, key: 2 ** 32 - 1, sign: -1 },
      { ...mayotte, key: 3, sign: 1 }
    ])
    expect(new Set(moved.map(({ n, keys }) => `${n} ${keys}`))).toEqual(new Set(['0 4']))
  })

  test('sums of keys go round', () => {
    expect([round(2 ** 32), round(-1), round(2 ** 32 + 5)]).toEqual([0, 2 ** 32 - 1, 5])
  })
})

describe('a table from its cells', () => {
  test('is the whole grid, with its margins, and says which dimension has several values of one person', () => {
    const cells = difference([{ ...mayotte, key: 7, sign: 1 }]).filter(
      ({ table }) => table === 'territory_form'
    )
    const table = tableFrom('territory_form', cells)
    const sizes = sizesOf(table)
    const [places, forms] = table.dimensions
    expect([places!.several, forms!.several]).toEqual([false, true])
    const all = cellAt([places!.values.length, forms!.values.length], sizes)
    const labour = cellAt([places!.values.indexOf('976'), forms!.values.indexOf('labour')], sizes)
    const paris = cellAt([places!.values.indexOf('75'), forms!.values.indexOf('labour')], sizes)
    expect([table.counts[all], table.counts[labour], table.counts[paris]]).toEqual([1, 1, 0])
    expect([table.keys[all], table.keys[labour], table.keys[paris]]).toEqual([7, 7, 0])
  })
})
