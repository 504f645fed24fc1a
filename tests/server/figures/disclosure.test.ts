import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideParts, hideTree, threshold, type Shown } from '../../../server/figures/disclosure.ts'
import { attack, type Cells, type Sum } from './attacker.ts'

const narrowest = (cells: Cells, sums: readonly Sum[]) =>
  Math.min(...Object.values(attack(cells, sums)).map(([low, high]) => high - low), Infinity)

const exactOrHidden = (shown: Shown, counts: Readonly<Record<string, number>>) => {
  for (const [cell, value] of Object.entries(shown)) {
    if (value === null) continue
    expect(value).toBe(counts[cell])
    expect(value).toBeGreaterThanOrEqual(threshold)
  }
}

const everythingHidden = (shown: Shown) => {
  expect(new Set(Object.values(shown))).toEqual(new Set([null]))
}

const sumOf = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((all, n) => all + n, 0)
// Small counts matter most: most of them stay near the threshold.
const persons = fc.oneof({ weight: 3, arbitrary: fc.nat(25) }, fc.nat(2), fc.nat(4000))
const named = (prefix: string, min: number, max: number) =>
  fc
    .array(persons, { minLength: min, maxLength: max })
    .map((all): Record<string, number> => Object.fromEntries(all.map((n, index) => [`${prefix}${index}`, n])))
const memory = fc.func(fc.boolean())

describe('the parts of one total', () => {
  test('a small count takes the smallest other with it', () => {
    expect(hideParts({ a: 4, b: 30, c: 12 })).toEqual({ a: null, b: 30, c: null })
  })

  test('small counts that add up to little need another', () => {
    expect(hideParts({ a: 1, b: 1, c: 50, d: 20 })).toEqual({ a: null, b: null, c: 50, d: null })
  })

  test('zero is hidden like any small count', () => {
    expect(hideParts({ a: 0, b: 9, c: 5, d: 60 })).toEqual({ a: null, b: null, c: null, d: 60 })
  })

  test('a total under the threshold takes all its parts', () => {
    expect(hideParts({ a: 3, b: 7 })).toEqual({ a: null, b: null })
  })

  test('what was published lately covers nothing', () => {
    const before = (cell: string) => cell === 'b'
    expect(hideParts({ a: 4, b: 30, c: 12 }, before)).toEqual({ a: null, b: null, c: 12 })
  })

  test('hidden counts cannot be bounded within the threshold, others are exact', () => {
    fc.assert(
      fc.property(named('p', 1, 12), memory, (counts, before) => {
        const total = sumOf(counts)
        const shown = hideParts(counts, before)
        exactOrHidden(shown, counts)
        if (total < threshold) return everythingHidden(shown)
        const sums = [{ total: 'total', parts: Object.keys(counts) }]
        expect(narrowest({ ...shown, total }, sums)).toBeGreaterThanOrEqual(threshold)
      }),
      { numRuns: 500 }
    )
  })
})

describe('a total, its branches, the parts of one branch', () => {
  const tree = (beside: Record<string, number>, parts: Record<string, number>) => ({
    branches: { ...beside, divided: sumOf(parts) } as Record<string, number>,
    divided: 'divided',
    parts
  })

  test('where branches cannot cover each other, the divided one gives way and not all its parts', () => {
    const shown = hideTree(tree({ i: 3, r: 5 }, { a: 40, b: 20, c: 6 }))
    expect(shown).toEqual({ i: null, r: null, divided: null, a: 40, b: 20, c: null })
  })

  test('hidden counts cannot be bounded within the threshold, from this table and another of the same total', () => {
    fc.assert(
      fc.property(
        fc.tuple(named('s', 2, 4), named('p', 2, 7)),
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        memory,
        ([beside, parts], cuts, before) => {
          const given = tree(beside, parts)
          const total = sumOf(given.branches)
          const shown = hideTree(given, before)
          exactOrHidden(shown, { ...given.branches, ...parts })
          if (total < threshold) return everythingHidden(shown)
          const ends = [...cuts.map((cut) => cut % (total + 1)).sort((a, b) => a - b), total]
          const places = Object.fromEntries(
            ends.map((end, index) => [`t${index}`, end - (ends[index - 1] ?? 0)])
          )
          const sums = [
            { total: 'total', parts: Object.keys(given.branches) },
            { total: 'divided', parts: Object.keys(parts) },
            { total: 'total', parts: Object.keys(places) }
          ]
          const published = { ...shown, ...hideParts(places), total }
          expect(narrowest(published, sums)).toBeGreaterThanOrEqual(threshold)
        }
      ),
      { numRuns: 500 }
    )
  })
})
