import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageOf, readLines } from '../../bench/figures/report.ts'

test('the page of the attacks says what was measured, and nothing of it was recovered', () => {
  const lines = readLines()
  expect(readFileSync(new URL('../../docs/figures.md', import.meta.url), 'utf8')).toBe(pageOf(lines))
  expect(new Set(lines.map(({ persons }) => persons))).toEqual(new Set([7300, 1500]))
  expect(lines.filter(({ passes }) => !passes)).toEqual([])
  expect(lines.filter(({ large, largeShown }) => largeShown < 0.9 * large)).toEqual([])
  // Each says by which gate it was measured; the page says so of those that another one measured.
  expect(lines.every(({ gate }) => /^[0-9a-f]{12}$/.test(gate))).toBe(true)
  const old = pageOf(lines, 'another gate')
  expect(old.match(/périmée \|?$|périmée$/gm)).toHaveLength(lines.length)
  expect(old).toContain('0 par la barrière d’aujourd’hui')
  expect(lines.filter(({ seconds }) => seconds > 600)).toEqual([])
})
