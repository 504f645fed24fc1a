import { describe, expect, it } from 'vitest'
import { bedsDimension, bedsTable } from '../../../figures/beds/beds.ts'
import { halfYearPdf } from '../../../server/figures/releases/half-year.ts'
import type { Audience } from '../../../figures/release/rules.ts'
import type { ReleaseRow } from '../../../server/figures/releases/store.ts'
import { linesOf, mapOf, nextDueIn, uncountedOf } from '../../../server/figures/releases/views.ts'
import { territory } from '../../../workflows/calendar/territories.ts'
import { readInPdf } from '../../support/meetings.ts'

const day = new Date('2026-10-02T10:00:00Z')
const row: ReleaseRow = {
  ...{ number: 3, quarter: '2026-Q3', kind: 'provisional', version: 2, asOf: day, state: 'published' },
  ...{
    erratum: null,
    leftOut: [],
    askedBy: 'one',
    askedByName: 'Une',
    askedAt: day,
    step: null,
    failure: null
  },
  ...{ done: 100, method: { maximumDeviation: 5, variance: 2 }, panel: null, placesAt: null, report: null },
  ...{ publishedByName: 'Deux', publishedAt: day, overtaken: false }
}
const values = Object.keys(bedsDimension.words)

/** What the paper of a release says, as far as a reader of PDF finds its letters. */
const paperOf = async (
  shown: (number | null)[],
  more: Partial<ReleaseRow> = {},
  audience: Audience = 'public'
) => {
  const tables = [
    { id: bedsTable.id, dimensions: [{ name: bedsDimension.name, values, several: false }], shown }
  ]
  const report = { row: { ...row, ...more }, tables, durations: [], place: null } as const
  const paper = await halfYearPdf({ ...report, audience, locale: 'fr' })
  return readInPdf(paper).join(' ').replace(/\s+/g, ' ')
}
const all = (count: number | null) => values.map(() => count)

describe('the report of a release', () => {
  it('says what is masked by its name, where nothing is left that all of it is, and nothing of nought', async () => {
    const word = (at: number) => bedsDimension.words[values[at]!]!.fr.replaceAll(/[^\x20-\x7e]/g, '.')
    const said = await paperOf([null, 42, ...all(0).slice(2), 42])
    expect(said).toMatch(new RegExp(`Masqu. : ${word(0)}\\.`))
    expect(said).not.toMatch(/Tout est masqu/)
    expect(said).not.toMatch(new RegExp(word(2)))
    expect(await paperOf([...all(null), null])).toMatch(/Tout est masqu. : trop peu/)
  })

  it('is of the half-year, of the year or of how things stand, and says what it mends', async () => {
    const shown = [...all(42), 42]
    expect(await paperOf(shown, { quarter: '2026-Q2' })).toMatch(/Rapport du 1er semestre 2026/)
    expect(await paperOf(shown, { quarter: '2026-Q4' })).toMatch(/Rapport de l.ann.e 2026/)
    expect(await paperOf(shown)).toMatch(/Situation au 3e trimestre 2026/)
    expect(await paperOf(shown)).not.toMatch(/Erratum/)
    expect(await paperOf(shown, { erratum: 'Deux doublons' })).toMatch(/Erratum : Deux doublons/)
  })

  it('says at its head whether it may be passed on, before any number', async () => {
    const shown = [...all(42), 42]
    const partners = await paperOf(shown, {}, 'partner')
    expect(partners).toMatch(/Licence : Aucune : r.serv. aux partenaires.*42/)
    expect(partners).not.toMatch(/42.*partenaires/)
    expect(await paperOf(shown)).toMatch(/Licence : Licence Ouverte.*42/)
  })
})

describe('those who prepare releases', () => {
  it('read when the quarter that runs is over, and may be asked for', () => {
    expect(
      ['2026-09-30T12:00:00Z', '2026-10-02T12:00:00Z'].map((at) => nextDueIn(new Date(at), 'fr'))
    ).toEqual(['1er octobre 2026', '1er janvier 2027'])
  })

  it('read since how many whole minutes what was done waits to be counted', () => {
    const since = new Date(day.getTime() - 7.9 * 60_000)
    expect(uncountedOf({ cases: 1, since }, day)).toEqual({ cases: 1, minutes: 7 })
    expect(uncountedOf({ cases: 0, since: null }, day)).toEqual({ cases: 0, minutes: 0 })
  })

  it('read of least squares whether it guessed, and never how much it gave', () => {
    const attacks = [true, false].map((passed) => ({
      id: 'public.least_squares',
      passed,
      tried: 9,
      found: 4
    }))
    const report = {
      seconds: 1,
      attacks,
      masked: [],
      shown: [],
      beside: { public: [], partner: [], lifted: [] }
    }
    const [line] = linesOf([{ ...row, report }], { actor: { personId: 'two' }, locale: 'fr' })
    expect(line!.attacks.map(({ said }) => said)).toEqual([
      'pas plus qu’en devinant, sur 9',
      'plus qu’en devinant, sur 9'
    ])
  })
})

it('a rate is of a hundred thousand who live there, and of nobody where the count is masked', () => {
  const dimensions = [
    { name: 'territory', values: ['69', '976'], several: false },
    { name: 'sex', values: ['female', 'male'], several: false }
  ]
  const [rhone, mayotte] = mapOf([
    { id: 'territory_sex', dimensions, shown: [20, 20, 40, null, null, null, 20, 20, 40] }
  ])
  expect(rhone).toMatchObject({ code: '69', value: 40 })
  expect(rhone!.per100k).toBeCloseTo((40 / territory('69').population) * 100_000, 2)
  expect(mayotte).toMatchObject({ code: '976', value: null, per100k: null })
})
