import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aims, verdicts, type AimName, type Reached } from '../../bench/aims.ts'
import { floorDigest } from '../../bench/floor.ts'
import { pageOf, partOf } from '../../bench/report.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const report = JSON.parse(read('docs/bench.json')) as Parameters<typeof pageOf>[0]
const again = 'run npm run bench -- --write'

test('the floor is the one against which the figures were measured', () => {
  expect(report.floor, `bench/floor.ts was changed: ${again}`).toBe(floorDigest())
})

test('docs/bench.md and README say what was measured', () => {
  expect(read('docs/bench.md') === pageOf(report), `docs/bench.md says something else: ${again}`).toBe(true)
  expect(read('README.md').includes(partOf(report)), `README says something else: ${again}`).toBe(true)
})

test('what was measured is held against the aims as they stand, and by a whole run', () => {
  const reached = Object.fromEntries(
    Object.entries(report.aims).map(([name, one]) => [name, one.reached])
  ) as Reached
  expect(report.aims).toEqual(verdicts(reached))
  expect(report.quick).toBe(false)
})

test('an aim is missed on its wrong side and where it could not be measured, and reached at its very figure', () => {
  for (const [name, { least, most }] of Object.entries(aims) as [
    AimName,
    { least?: number; most?: number }
  ][]) {
    const passes = (value: number | null) => verdicts({ ...({} as Reached), [name]: value })[name].pass
    const figure = least ?? most!
    expect([name, passes(figure), passes(null)]).toEqual([name, true, false])
    expect(passes(figure + 0.1)).toBe(most === undefined)
    expect(passes(figure - 0.1)).toBe(least === undefined)
  }
})
