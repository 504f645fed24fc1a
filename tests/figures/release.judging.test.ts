import { expect, test } from 'vitest'
import { usualNoise } from '../../figures/noise/deviations.ts'
import type { Harden } from '../../figures/release/judging.ts'
import { judge, momentsOf } from '../../figures/release/judging.ts'
import { recording, table } from './support/recording.ts'

const { given, harden } = recording()

test('an organisation is tried along the lines of its département, and everywhere where it has none', async () => {
  given.length = 0
  const tables = { public: [table([20, null, 30])], partner: [table([20, 8, 30])] }
  const along = ['territory=69', 'found=69']
  const own = new Map()
  const contributors = [
    { name: 'most', own, before: [] },
    { name: 'most of 69', own, before: [], along }
  ]
  await judge(
    { asOf: 2, year: 2026, noise: usualNoise, tables, before: [], counted: [], contributors, sent: [] },
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
  const asked = {
    asOf: 1,
    year: 2026,
    noise: usualNoise,
    tables,
    before: [],
    counted: [],
    contributors: [],
    sent: []
  }
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

test('what was narrowed down is named in every table that holds it, for each of its readers', async () => {
  const cells = ['sex=male', 'other: sex=female']
  const found: Harden = async (all) => {
    const { release, maskedToPass, verdict: nothing } = await harden(all, () => undefined)
    const findings = cells.map((cell) => ({ ...by('everybody')[0]!, cell }))
    return { release, maskedToPass, verdict: { ...nothing, findings } }
  }
  const shown = [table([20, null, 30]), { ...table([20, null, 30]), id: 'other' }]
  const asked = {
    asOf: 1,
    year: 2026,
    noise: usualNoise,
    tables: { public: shown, partner: shown },
    before: [],
    counted: [],
    contributors: [],
    sent: []
  }
  const { failed } = await judge(asked, found, () => undefined)
  const of = (audience: string) => [
    { audience, table: 'drawn', cells: ['sex=male'] },
    { audience, table: 'other', cells: ['sex=female', 'sex=male'] }
  ]
  expect(failed).toEqual([...of('public'), ...of('partner')])
  expect((await judge(asked, harden, () => undefined)).failed).toEqual([])
})

test('a part that is all of its total is masked where few are, named where many are, and left where one quarter is all', async () => {
  given.length = 0
  const dimensions = [
    { name: 'territory', values: ['48', '93'], several: false },
    { name: 'sex', values: ['female', 'male'], several: false }
  ]
  const counts = Int32Array.from([20, 0, 20, 60, 0, 60, 80, 0, 80])
  const crossed = { id: 'crossed', dimensions, counts, keys: new Uint32Array(9) }
  const shown = { id: 'crossed', dimensions, shown: Array.from(counts, (n) => (n < 11 ? null : n)) }
  const asked = { asOf: 1, year: 2026, noise: usualNoise, before: [], contributors: [], sent: [] }
  const tables = { public: [shown], partner: [shown] }
  const judged = await judge({ ...asked, tables, counted: [crossed] }, harden, () => undefined)
  const women = 'sex=female & territory=48'
  expect(given.map(({ release }) => release.maskedToPass)).toEqual([new Set([women]), new Set([women])])
  expect(judged.tables.public[0]!.shown).toEqual(shown.shown.with(0, null))
  expect(judged.beside).toEqual({
    public: [women],
    partner: [women],
    lifted: [],
    whole: ['sex=female & territory=93', 'sex=female']
  })
  expect(judged.masked.map(({ cells }) => cells)).toEqual([1, 1])
  const renamed = (table: typeof shown | typeof crossed) => ({
    ...table,
    dimensions: [dimensions[0]!, { name: 'quarter', values: ['q1', 'q2'], several: false }]
  })
  const quarters = [renamed(shown) as typeof shown]
  const left = { ...asked, tables: { public: quarters, partner: quarters } }
  const { beside } = await judge(
    { ...left, counted: [renamed(crossed) as typeof crossed] },
    harden,
    () => undefined
  )
  expect(beside).toEqual({ public: [], partner: [], lifted: [], whole: [] })
})

test('what was sent exactly is known of the release where it still stands, and of its own moment where it does not', async () => {
  given.length = 0
  const dimensions = [{ name: 'sex', values: ['female', 'male'], several: false }]
  const counted = [
    { id: 'drawn', dimensions, counts: Int32Array.from([20, 6, 26]), keys: new Uint32Array(3) }
  ]
  const tables = { public: [table([20, null, 26])], partner: [table([20, 6, 26])] }
  const before = [{ asOf: 1, tables, beside: { public: [], partner: [], lifted: [] } }]
  const asked = { asOf: 9, year: 2026, noise: usualNoise, tables, before, counted, contributors: [] }
  const sums = [
    { of: [''], n: 26 },
    { of: ['sex=female', 'sex=male'], n: 26 },
    { of: ['sex=female'], n: 19 }
  ]
  await judge({ ...asked, sent: [{ at: 5, sums }] }, harden, () => undefined)
  for (const { sent } of given)
    expect(sent).toEqual([
      { moment: 1, sums: sums.slice(0, 2) },
      { moment: 0.5, sums: sums.slice(2) }
    ])
})

test('of least squares it is told whether they withstood, and not how many they gave', async () => {
  const found = async (passes: boolean) => {
    const tables = { public: [table([20, 12, 30])], partner: [table([20, 12, 30])] }
    const asked = {
      asOf: 1,
      year: 2026,
      noise: usualNoise,
      tables,
      before: [],
      counted: [],
      contributors: [],
      sent: []
    }
    const exact: Harden = async (all) => {
      const hardened = await harden(all, () => undefined)
      const squares = { shown: 300, exact: 77, guess: 0.2, passes }
      return { ...hardened, verdict: { ...hardened.verdict, squares } }
    }
    const { attacks } = await judge(asked, exact, () => undefined)
    return attacks.filter(({ id }) => id.endsWith('least_squares')).map(({ found: n }) => n)
  }
  expect([await found(true), await found(false)]).toEqual([
    [0, 0],
    [1, 1]
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
