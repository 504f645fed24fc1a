import { expect, test } from 'vitest'
import { usualNoise } from '../../figures/noise/deviations.ts'
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
  given.length = 0
  const tables = { public: [table([20, null, 30])], partner: [table([20, 13, 30])] }
  const asked = { asOf: 1, noise: usualNoise, tables, before: [], counted: [], contributors: [] }
  const { tables: made, beside, masked } = await judge(asked, harden, () => undefined)
  expect(made.partner[0]!.shown).toEqual([20, null, 30])
  expect(beside).toEqual({ public: [], partner: [], lifted: ['sex=male'] })
  // It is attacked as a small count that is below the public's threshold, then and with every later release.
  const lifted = { cells: new Set(['sex=male']), below: 11 }
  expect(given[1]!.release).toMatchObject({ threshold: 5, lifted })
  expect(given[1]!.release.maskedToPass).toBeUndefined()
  const before = [{ asOf: 0, tables: made, beside }]
  await judge({ ...asked, before }, harden, () => undefined)
  expect(given[3]!.earlier.map((one) => one.lifted)).toEqual([undefined, lifted, undefined])
  expect(masked).toEqual([{ audience: 'partner', table: 'drawn', cells: 1 }])
  const small = { public: [table([20, null, 30])], partner: [table([20, 8, 30])] }
  expect(
    (await judge({ ...asked, tables: small }, harden, () => undefined)).tables.partner[0]!.shown[1]
  ).toBe(8)
})

test('partners are attacked with what is public beside, and with what both were told before', async () => {
  given.length = 0
  const tables = { public: [table([20, null, 30])], partner: [table([20, 8, 30])] }
  const before = [{ asOf: 1, tables, beside: { public: [], partner: [], lifted: [] } }]
  await judge(
    { asOf: 2, noise: usualNoise, tables, before, counted: [], contributors: [] },
    harden,
    () => undefined
  )
  expect(given.map(({ earlier }) => earlier.map(({ moment, threshold }) => [moment, threshold]))).toEqual([
    [[0, 11]],
    [
      [0, 11],
      [0, 5],
      [1, 11]
    ]
  ])
})

test('an organisation is tried along the lines of its département, and everywhere where it has none', async () => {
  given.length = 0
  const tables = { public: [table([20, null, 30])], partner: [table([20, 8, 30])] }
  const along = ['territory=69', 'found=69']
  const contributors = [
    { name: 'most', tables: [] },
    { name: 'most of 69', tables: [], along }
  ]
  await judge(
    { asOf: 2, noise: usualNoise, tables, before: [], counted: [], contributors },
    harden,
    () => undefined
  )
  for (const { contributors: tried } of given)
    expect(tried.map((one) => [one.name, one.along])).toEqual([
      ['most', undefined],
      ['most of 69', along]
    ])
})

type Verdict = Awaited<ReturnType<Harden>>['verdict']
/** What is said of a release from which this was recovered, by attack: for the public, then for partners. */
const said = async (verdict: Partial<Verdict>) => {
  const found: Harden = async (all) => {
    const { release, maskedToPass, verdict: nothing } = await harden(all, () => undefined)
    return { release, maskedToPass, verdict: { ...nothing, ...verdict } }
  }
  const tables = { public: [table([20, 12, 30])], partner: [table([20, 12, 30])] }
  const asked = { asOf: 1, noise: usualNoise, tables, before: [], counted: [], contributors: [] }
  const { attacks } = await judge(asked, found, () => undefined)
  return attacks.filter(({ passed }) => !passed).map(({ id }) => id)
}
const by = (who: string) => [{ who } as Verdict['findings'][number]]

test('a release passes no attack that recovered somebody, nor one whose tables contradict one another', async () => {
  const squares = { shown: 3, exact: 3, guess: 0, passes: false }
  expect(await said({ findings: by('everybody') })).toEqual(['public.programme', 'partner.programme'])
  expect(await said({ contradicts: true })).toEqual(['public.programme', 'partner.programme'])
  expect(await said({ findings: by('an association') })).toEqual([
    'public.contributor',
    'partner.contributor'
  ])
  expect(await said({ squares })).toEqual(['public.least_squares', 'partner.least_squares'])
  expect(await said({})).toEqual([])
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
