import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageOf, readLines } from '../../bench/figures/report.ts'

test('the page of the attacks says what was measured, and nothing of it was recovered', () => {
  const lines = readLines()
  expect(readFileSync(new URL('../../docs/figures.md', import.meta.url), 'utf8')).toBe(pageOf(lines))
  expect(new Set(lines.map(({ persons }) => persons))).toEqual(new Set([7300, 1500]))
  expect(lines.filter(({ passes }) => !passes)).toEqual([])
  expect(lines.filter(({ large, largeShown }) => largeShown < 0.9 * large)).toEqual([])
  expect(lines.filter(({ seconds }) => seconds > 600)).toEqual([])
})
