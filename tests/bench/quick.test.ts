import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { aims } from '../../bench/aims.ts'
import { requireRoom } from '../../bench/copies.ts'

/** Its last line, and its status. */
const benched = (...words: string[]) =>
  new Promise<{ code: number | null; last: string }>((resolve) => {
    const child = spawn(process.execPath, ['bench/run.ts', ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.on('data', (words: Buffer) => (said += words.toString()))
    child.once('exit', (code) => resolve({ code, last: said.trim().split('\n').at(-1) ?? '' }))
  })

test.each([
  ['--cases', '9000'],
  ['--cases', '1000001'],
  ['--rounds', '0']
])('what cannot be filled or measured is refused: %s %s', async (...words) => {
  const { code, last } = await benched(...words)
  expect({ code: code === 0, last }).toEqual({ code: false, last: '' })
})

test('what the disk has no room for is not begun', () => {
  expect(() => requireRoom(tmpdir(), 1e15)).toThrow(/GB are needed/)
  expect(() => requireRoom(tmpdir(), 0)).not.toThrow()
})

test('a quick run measures everything, and its last line is every aim', { timeout: 240_000 }, async () => {
  const { code, last } = await benched('--quick')
  expect(code).toBe(0)
  const report = JSON.parse(last) as {
    aims: Record<string, { aim: string; reached: number; pass: boolean }>
    results: { app: { statements: number; nodeMicros: number } }[]
    clocks: { fired: number; failed: number }
  }
  expect(Object.keys(report.aims)).toEqual(Object.keys(aims))
  for (const { reached, pass } of Object.values(report.aims))
    expect([typeof reached, typeof pass]).toEqual(['number', 'boolean'])
  for (const { app } of report.results) {
    expect(app.statements).toBeGreaterThan(1)
    expect(app.nodeMicros).toBeGreaterThan(10)
  }
  expect(report.clocks.fired).toBeGreaterThan(0)
  expect(report.clocks.failed).toBe(0)
})
