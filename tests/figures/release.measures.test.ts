import { describe, expect, test } from 'vitest'
import { bandWords, spanWords } from '../../figures/person/spans.ts'
import { dimensionsOf, tableIds, type TableId } from '../../figures/fixed/tables.ts'
import { durationsIn, measures, middleBand } from '../../figures/release/measures.ts'
import { sizeOf, sizesOf } from '../../figures/table/table.ts'

const bands = Object.keys(bandWords)
const deviation = 5
const middle = (shown: Record<string, number | null>) => middleBand(line(shown), deviation)
const line = (shown: Record<string, number | null>) => ({
  id: 'bed',
  dimensions: [{ name: 'bed_span', values: Object.keys(spanWords), several: false }],
  shown: [...Object.keys(spanWords).map((value) => shown[value] ?? null), shown['tot'] ?? null]
})

describe('the middle of a duration', () => {
  test('is not told of fewer than thirty, nor where all of them are not shown', () => {
    expect(middle({ '0-2': 12, '3-7': 14, tot: 60, none: 34 })).toBeNull()
    expect(middle({ '0-2': 42, '3-7': 14 })).toBeNull()
  })
  test('is not told of fewer than thirty in truth, whatever noise has made of them', () => {
    // Every truth of one, two or three bands that noise may lift to what is shown.
    for (let first = 11; first <= 60; first += 1)
      for (const second of [null, 11, 14, 17, 20, 33])
        for (const third of [null, 11, 16]) {
          const told = [first, second, third].filter((count) => count !== null)
          const least = told.reduce((all, count) => all + count - deviation, 0)
          const tot = told.reduce((all, count) => all + count, 0)
          const band = middle({ '0-2': first, '3-7': second, '8-15': third, tot })
          if (least < 30) expect(band, `${told}`).toBeNull()
        }
    expect(middle({ '0-2': 34, tot: 34 })).toBeNull()
    expect(middle({ '0-2': 35, tot: 35 })).toBe('0-2')
  })
  test('is not told where what is masked could move it, or in a band that is masked itself', () => {
    expect(middle({ '0-2': 30, '3-7': 20, tot: 90 })).toBeNull()
    expect(middle({ '0-2': 20, '8-15': 20, tot: 80 })).toBeNull()
  })
  test('is the band where half of those are for whom it ended, whoever still waits', () => {
    expect(middle({ '0-2': 20, '3-7': 40, tot: 66 })).toBe('3-7')
    expect(middle({ '0-2': 20, '3-7': 40, waiting: 500, tot: 566 })).toBe('3-7')
  })
})

test('every duration has its table, and is told of each département where that one has it', () => {
  for (const { table, span } of measures) {
    expect(tableIds).toContain(table)
    expect(dimensionsOf(table).find(({ name }) => name === span)?.values).toEqual(
      expect.arrayContaining(bands)
    )
  }
  const blank = (id: TableId) => {
    const dimensions = dimensionsOf(id)
    return { id, dimensions, shown: Array<null>(sizeOf(sizesOf({ dimensions }))).fill(null) }
  }
  const told = durationsIn(tableIds.map(blank), deviation)
  expect(told.filter(({ value }) => value === 'tot')).toHaveLength(measures.length)
  expect(new Set(told.filter(({ value }) => value === '93').map(({ id }) => id))).toEqual(new Set(['match']))
  expect(told.every(({ band }) => band === null)).toBe(true)
})
