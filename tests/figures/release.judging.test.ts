import { expect, test } from 'vitest'
import type { Harden } from '../../figures/release/judging.ts'
import { judge, momentsOf } from '../../figures/release/judging.ts'
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
  const asked = { asOf: 1, tables, before: [], counted: [], contributors: [] }
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
  const before = [{ asOf: 1, tables, beside: { public: [], partner: [] } }]
  await judge({ asOf: 2, tables, before, counted: [], contributors: [] }, harden, () => undefined)
  expect(given.map(({ earlier }) => earlier.map(({ moment, threshold }) => [moment, threshold]))).toEqual([
    [[0, 11]],
    [
      [0, 11],
      [0, 5],
      [1, 11]
    ]
  ])
})

test('two versions of one instant are one moment, unless they show other numbers', () => {
  const dated = (asOf: number, shown: (number | null)[]) => ({
    asOf,
    tables: { public: [table(shown)], partner: [table(shown)] }
  })
  const [first, again, mended] = [dated(1, [20, null, 30]), dated(1, [20, 8, null]), dated(1, [22, null, 30])]
  expect(momentsOf([first, again])).toEqual([0, 0])
  expect(momentsOf([first, dated(2, [20, null, 30])])).toEqual([0, 1])
  expect(momentsOf([first, mended, dated(1, [22, 9, 30])])).toEqual([0, 1, 1])
})
