import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const traces = mkdtempSync(join(tmpdir(), 'mnio-lost-'))
let status: number | null
let said: string
let report: { numPassedTests: number; numFailedTests: number; testResults: object[] }

const run = (...names: string[]) => {
  const args = ['tests/run.ts', '--config', 'tests/support/lost/fixtures/vitest.config.ts', ...names]
  const env = { ...process.env, TRACES: traces, NO_COLOR: '1' }
  const run = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  status = run.status
  said = run.stdout + run.stderr
  report = JSON.parse(readFileSync(join(traces, 'report.json'), 'utf8'))
  rmSync(join(traces, 'report.json'))
  const times = readdirSync(traces).map((name) => [name, readFileSync(join(traces, name), 'utf8').length])
  for (const name of readdirSync(traces)) rmSync(join(traces, name))
  return Object.fromEntries(times) as Record<string, number>
}

afterAll(() => rmSync(traces, { recursive: true }))

test('an expectation that failed is not tried again, whatever became of the browser before or after it', () => {
  expect(run('expectation', 'after', 'page')).toEqual({ expectation: 1, after: 1, page: 1 })
  expect(status).toBe(1)
  expect(said).not.toContain('tried once more')
})

test('a browser that ended by itself is: once, with a new one, and the run says so and counts each test once', () => {
  expect(run('once', 'entering', 'crashing')).toEqual({ once: 2, entering: 2, crashing: 2 })
  expect(status).toBe(0)
  expect(said).toMatch(/tried once more: 3\n(.*passed the second time\n){3}/)
  expect([report.numPassedTests, report.numFailedTests, report.testResults.length]).toEqual([4, 0, 3])
})

test('one that ends the second time too is a failure', () => {
  expect(run('always', 'once')).toEqual({ always: 2, once: 2 })
  expect(status).toBe(1)
  expect(said).toContain('always.fixture.ts: failed the second time')
  expect([report.numPassedTests, report.numFailedTests]).toEqual([2, 1])
})
