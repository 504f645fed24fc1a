import { expect, test } from 'vitest'
import { usualNoise } from '../../figures/noise/deviations.ts'
import type { Harden } from '../../figures/release/judging.ts'
import { judge } from '../../figures/release/judging.ts'
import { recording, table } from './support/recording.ts'

const { given, harden } = recording()

test('a partner is not shown what the public is refused and noise has lifted to the public’s threshold', async () => {
  given.length = 0
  const tables = { public: [table([20, null, 30])], partner: [table([20, 13, 30])] }
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
  const { tables: made, beside, masked } = await judge(asked, harden, () => undefined)
  expect(made.partner[0]!.shown).toEqual([20, null, 30])
  expect(beside).toEqual({ public: [], partner: [], lifted: ['sex=male'], whole: [] })
  // It is attacked as what was masked to pass, of a reader who knows that what is shown from eleven on reaches it, then and ever after.
  const maskedToPass = new Set(['sex=male'])
  expect(given[0]!.release).toMatchObject({ threshold: 5, over: 11, maskedToPass })
  expect(given[1]!.release).toMatchObject({ threshold: 11, maskedToPass: new Set() })
  expect(given[1]!.release.over).toBeUndefined()
  const before = [{ asOf: 0, tables: made, beside }]
  await judge({ ...asked, before }, harden, () => undefined)
  expect(given[2]!.earlier).toMatchObject([{ threshold: 5, over: 11, maskedToPass }])
  expect(given[3]!.earlier).toMatchObject([{ threshold: 11, maskedToPass: new Set() }])
  expect(masked).toEqual([{ audience: 'partner', table: 'drawn', cells: 1 }])
  for (const [noisy, shown] of [
    [11, null],
    [10, 10],
    [8, 8]
  ]) {
    const small = { public: [table([20, null, 30])], partner: [table([20, noisy!, 30])] }
    const { tables: left } = await judge({ ...asked, tables: small }, harden, () => undefined)
    expect(left.partner[0]!.shown).toEqual([20, shown, 30])
  }
})

test('each reader is attacked with what it was told before', async () => {
  given.length = 0
  const tables = { public: [table([20, null, 30])], partner: [table([20, 8, 30])] }
  const before = [{ asOf: 1, tables, beside: { public: [], partner: [], lifted: [] } }]
  await judge(
    { asOf: 2, year: 2026, noise: usualNoise, tables, before, counted: [], contributors: [], sent: [] },
    harden,
    () => undefined
  )
  expect(given.map(({ earlier }) => earlier.map(({ moment, threshold }) => [moment, threshold]))).toEqual([
    [[0, 5]],
    [[0, 11]]
  ])
})

test('the public is shown nothing that partners are not: what must be hidden from these is told nowhere else', async () => {
  given.length = 0
  const tables = { public: [table([20, 14, 34])], partner: [table([20, 14, 34])] }
  const asked = { asOf: 1, year: 2026, noise: usualNoise, tables, before: [], counted: [], contributors: [] }
  const masking: Harden = async (all) => {
    const hardened = await harden(all, () => undefined)
    if (all.release.threshold === 11) return hardened
    // By its name wherever it stands, in one table alone, and one that is shown to nobody.
    const maskedToPass = ['sex=male', 'drawn: sex=female', 'sex=unknown']
    const shown = [table([null, null, 34])]
    const release = { ...all.release, tables: shown, maskedToPass: new Set(maskedToPass) }
    return { ...hardened, maskedToPass, release }
  }
  const judged = await judge({ ...asked, sent: [] }, masking, () => undefined)
  expect(judged.tables.public[0]!.shown).toEqual([null, null, 34])
  expect(judged.beside.public).toEqual(['sex=male', 'drawn: sex=female'])
  expect(given[1]!.release.maskedToPass).toEqual(new Set(judged.beside.public))
  expect(judged.masked.map(({ audience, cells }) => [audience, cells])).toEqual([
    ['public', 2],
    ['partner', 2]
  ])
})
