import { expect, test } from 'vitest'
import type { Harden } from '../../figures/release/judging.ts'
import { judge } from '../../figures/release/judging.ts'
import type { ReleasedTable } from '../../figures/table/counted.ts'

const table = (shown: (number | null)[]): ReleasedTable => ({
  id: 'drawn',
  dimensions: [{ name: 'sex', values: ['female', 'male'], several: false }],
  shown
})
/** Masks nothing more, and keeps what it was given. */
const given: Parameters<Harden>[0][] = []
const harden: Harden = async (all) => {
  given.push(all)
  const squares = { shown: 0, exact: 0, guess: 0, passes: true }
  return {
    release: all.release,
    maskedToPass: [],
    verdict: { passes: true, findings: [], contradicts: false, squares }
  }
}

test('a partner is not shown what the public is refused and noise has lifted to the public’s threshold', async () => {
  const tables = { public: [table([20, null, 30])], partner: [table([20, 13, 30])] }
  const asked = { tables, before: [], counted: [], contributors: [] }
  const { tables: made, beside, masked } = await judge(asked, harden, () => undefined)
  expect(made.partner[0]!.shown).toEqual([20, null, 30])
  expect(beside.partner).toEqual(['sex=male'])
  expect(masked).toEqual([{ audience: 'partner', table: 'drawn', cells: 1 }])
  const small = { public: [table([20, null, 30])], partner: [table([20, 8, 30])] }
  expect(
    (await judge({ ...asked, tables: small }, harden, () => undefined)).tables.partner[0]!.shown[1]
  ).toBe(8)
})

test('partners are attacked with what is public beside, and with what both were told before', async () => {
  given.length = 0
  const tables = { public: [table([20, null, 30])], partner: [table([20, 8, 30])] }
  const before = [{ tables, beside: { public: [], partner: [] } }]
  await judge({ tables, before, counted: [], contributors: [] }, harden, () => undefined)
  expect(given.map(({ earlier }) => earlier.map(({ moment, threshold }) => [moment, threshold]))).toEqual([
    [[0, 11]],
    [
      [0, 11],
      [0, 5],
      [1, 11]
    ]
  ])
})
