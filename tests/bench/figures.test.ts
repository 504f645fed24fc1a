import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gateDigest, lacking, pageOf, promised, readLines, type Line } from '../../bench/figures/report.ts'

const lines = readLines()
const page = readFileSync(new URL('../../docs/figures.md', import.meta.url), 'utf8')
const moments = ['1er trimestre', '2e trimestre', '3e trimestre', '4e trimestre', 'définitive']

/** What stands before the first heading of a page: what it says of itself. */
const headOf = (text: string) => text.slice(0, text.indexOf('\n## '))

/** Which of the rows that are promised a head names under such words, read back from them. */
const namedIn = (head: string, words: string): string[] => {
  const line = head.split('\n').find((one) => one.startsWith(`- **${words}`)) ?? ''
  const parts = [...line.matchAll(/([\d\s]+) personnes, seuil (\d+) \(([^)]*)\)/g)]
  return parts.flatMap(([, persons, threshold, names]) =>
    names!.split(', ').map((name) => `${persons!.replace(/\D/g, '')} ${threshold} ${moments.indexOf(name)}`)
  )
}
const rowName = ({ persons, threshold, moment }: Pick<Line, 'persons' | 'threshold' | 'moment'>) =>
  `${persons} ${threshold} ${moment}`

/** Each row that is promised is of this gate, or the head says that it is not, and nothing else. */
const saysWhatItLacks = (text: string, rows: readonly Line[], now: string) => {
  const held = new Map(rows.map((row) => [rowName(row), row.gate]))
  const names = promised.map(rowName)
  expect(namedIn(headOf(text), 'jamais mesurées')).toEqual(names.filter((name) => !held.has(name)))
  expect(namedIn(headOf(text), 'périmées')).toEqual(
    names.filter((name) => held.has(name) && held.get(name) !== now)
  )
}

describe('the page of the attacks', () => {
  test('promises both sizes and both readers of each of the five releases, and nothing stands in it beside', () => {
    expect(new Set(promised.map(rowName)).size).toBe(2 * 2 * moments.length)
    expect(lines.map(rowName).filter((name) => !promised.map(rowName).includes(name))).toEqual([])
  })

  test('is whole by the gate of today, or says at its head which rows are missing and which are out of date', () => {
    expect(page).toBe(pageOf(lines))
    saysWhatItLacks(page, lines, gateDigest())
  })

  test('would say of every row that another gate has measured it, or that none has', () => {
    const whole = promised.map((row): Line => ({ ...lines[0]!, ...row, gate: 'today' }))
    saysWhatItLacks(pageOf(whole, 'today'), whole, 'today')
    expect(lacking(whole, 'today')).toEqual([])
    expect(headOf(pageOf(whole, 'today'))).toContain('Les 20 sont mesurées par la barrière d’aujourd’hui')
    for (const at of [0, 7, 19]) {
      const without = whole.toSpliced(at, 1)
      const other = whole.with(at, { ...whole[at]!, gate: 'another' })
      expect(namedIn(headOf(pageOf(without, 'today')), 'jamais mesurées')).toEqual([rowName(whole[at]!)])
      expect(namedIn(headOf(pageOf(other, 'today')), 'périmées')).toEqual([rowName(whole[at]!)])
    }
    saysWhatItLacks(pageOf(whole, 'another'), whole, 'another')
  })

  test('says what was measured, and nothing of it was recovered', () => {
    expect(lines.filter(({ passes }) => !passes)).toEqual([])
    expect(lines.filter(({ large, largeShown }) => largeShown < 0.9 * large)).toEqual([])
    // Each says by which gate it was measured; the page says so of those that another one measured.
    expect(lines.every(({ gate }) => /^[0-9a-f]{12}$/.test(gate))).toBe(true)
    expect(pageOf(lines, 'another gate').match(/périmée \|?$|périmée$/gm)).toHaveLength(lines.length)
    expect(lines.filter(({ seconds }) => seconds > 600)).toEqual([])
  })
})
