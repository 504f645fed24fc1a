import { describe, expect, test } from 'vitest'
import { examine, harden, type Given } from '../../../figures/gate/gate.ts'
import type { Release } from '../../../figures/gate/knowledge.ts'
import { nameCells } from '../../../figures/gate/names.ts'
import { openSolver } from '../../../figures/programme/solver.ts'
import { fractionsFrom } from '../../../server/demo/world/mulberry.ts'
import { counted, exact, given, method, release, whoHas } from './given.ts'

const highs = await openSolver()
const tools = { highs, fraction: fractionsFrom(7), progress: () => {} }
const verdictOn = (asked: Given) => examine(asked, tools)
const found = (asked: Given) =>
  verdictOn(asked).findings.map(
    ({ cell, side, reached, who }) => `${who}: ${cell} ${side} ${Math.round(reached)}`
  )

const sexes = { territory: ['93', '48'], sex: ['f', 'm'] }
const women = 'sex=f & territory=93'
const men = 'sex=m & territory=93'
const all = 'territory=93'

describe('a release is refused', () => {
  test('that has a mask and no noise: what is left over is the count', () => {
    const bare = given(release([counted('sex', sexes, [26, 4, 30, 40])]), { method: exact })
    expect(found(bare)).toEqual([`everybody: ${men} low 4`, `everybody: ${men} high 4`])
  })

  test('in which noise brought a total below its part: of the others there can be few', () => {
    const asked = given(release([counted('sex', sexes, [26, 4, 30, 40])], { [all]: -3, [women]: 4 }))
    expect(found(asked)).toEqual([`everybody: ${men} high 7`])
    expect(found(given(release([counted('sex', sexes, [26, 4, 30, 40])], { [women]: 1 })))).toEqual([])
  })

  test('whose tables bind one count twice, though each alone would pass', () => {
    const sex = counted('sex', sexes, [26, 4, 30, 40])
    const age = counted('age', { territory: ['93', '48'], age: ['minor', 'adult'] }, [3, 27, 30, 40])
    const strays = { [all]: 1, [women]: 4, 'age=adult & territory=93': -5 }
    expect(found(given(release([sex], strays)))).toEqual([])
    expect(found(given(release([age], strays)))).toEqual([])
    const lower = { ...strays, [all]: -2 }
    expect(found(given(release([sex, age], lower)))).toContain(`everybody: ${men} high 8`)
  })

  test('that gives away a count hidden in the release before it', () => {
    const [before, after] = [
      release([counted('sex', sexes, [20, 4, 30, 40])], { [all]: 0, [women]: 0 }),
      release([counted('sex', sexes, [21, 4, 30, 40])], { [all]: -5, [women]: 3 }, { moment: 1 })
    ]
    expect(found(given(before))).toEqual([])
    const both = verdictOn(given(after, { earlier: [before] }))
    expect(both.findings.map(({ moment, cell }) => [moment, cell])).toContainEqual([0, men])
  })

  test('that gives a count away with two releases before it, of which neither alone would', () => {
    const people = counted('sex', sexes, [26, 12, 30, 40])
    const masking = (at: Release, ...names: string[]) => {
      const shown = at.tables[0]!.shown.map((value, cell) =>
        names.includes(nameCells(at.tables[0]!)[cell]!) ? null : value
      )
      return { ...at, tables: [{ ...at.tables[0]!, shown }], maskedToPass: new Set(names) }
    }
    // The first leaves twelve men at the least, the second says nothing of them, and the third takes them for few.
    const few = { 'sex=m': -5 }
    const first = masking(release([people], { ...few, [women]: -5, [all]: 5 }), men)
    const second = masking(release([people], few, { moment: 1 }), women, men, all)
    const third = masking(release([people], { ...few, [men]: -2 }, { moment: 2 }), women)
    expect(found(given(first))).toEqual([])
    for (const earlier of [[], [second]]) expect(found(given(third, { earlier }))).toEqual([])
    expect(found(given(third, { earlier: [first, second] }))).toContain(`everybody: ${men} low 12`)
  })

  test('that a contributor reads with its own cases: all that is shown is its own', () => {
    const asked = given(release([counted('sex', sexes, [26, 14, 30, 40])], { [women]: -5 }))
    expect(found(asked)).toEqual([])
    const known = whoHas('an association', { [women]: 26, [all]: 30 })
    expect(found({ ...asked, contributors: [known] })).toEqual([`an association: ${women} high 26`])
  })

  test('that a contributor reads beside the one before: what others are did not shrink while its own grew', () => {
    const before = release([counted('sex', sexes, [20, 4, 30, 40])], { [all]: 5 })
    const after = release([counted('sex', sexes, [26, 4, 30, 40])], { [women]: -5 }, { moment: 1 })
    const asked = given(after, { earlier: [before] })
    const held = (n: number) => Object.fromEntries([women, all, 'sex=f', ''].map((cell) => [cell, n]))
    const known = whoHas('an association', held(11))
    expect(found({ ...asked, contributors: [known] })).toEqual([])
    // Twenty women at the most were there before it brought six: of twenty-four persons at the least.
    const grown = { ...known, before: new Map([[0, new Map(Object.entries(held(5)))]]) }
    const both = verdictOn({ ...asked, contributors: [grown] }).findings
    expect(
      both.map(({ moment, cell, reached }) => `${moment} ${cell} ${Math.round(reached)}`).toSorted()
    ).toEqual([`0 ${men} 4`, `1 ${men} 4`])
    expect(harden({ ...asked, contributors: [grown] }, tools).verdict.passes).toBe(true)
  })

  test('that gives away what an exact number sent beside it leaves', () => {
    const shown = release([counted('sex', { sex: ['f', 'm', 'x'] }, [60, 4, 40])])
    const sums = [
      { of: [''], n: 104 },
      { of: ['sex=f'], n: 60 }
    ]
    const sent = (of: typeof sums, moment = 0) => given(shown, { sent: [{ moment, sums: of }] })
    expect(found(sent(sums.slice(0, 1)))).toEqual([])
    expect(found(sent(sums))).toEqual(['everybody: sex=m high 9'])
    // Two cells together are a number as well; and one that stood at another moment binds what lasts.
    expect(found(sent([sums[0]!, { of: ['sex=f', 'sex=x'], n: 100 }]))).toContain('everybody: sex=m low 4')
    expect(found(sent([{ of: ['sex=f', 'sex=x'], n: 100 }], -1))).toEqual(['everybody: sex=m high 9'])
    expect(harden(sent(sums), tools).verdict).toMatchObject({ passes: true, contradicts: false })
  })

  test('in which least squares read what noise hid: a cube shown with all its margins', () => {
    const fraction = fractionsFrom(3)
    const stray = () => Math.round(4 * (fraction() + fraction() + fraction() - 1.5))
    const named = Object.fromEntries([...'abcd'].map((name) => [name, [...'123']]))
    const cube = counted(
      'cube',
      named,
      Array.from({ length: 81 }, () => 20 + Math.floor(30 * fraction()))
    )
    const shown = release([cube])
    const noisy = {
      ...shown,
      tables: shown.tables.map((one) => ({ ...one, shown: one.shown.map((value) => value! + stray()) }))
    }
    const { squares, passes, contradicts } = verdictOn(given(noisy, { truth: [cube] }))
    expect(contradicts).toBe(false)
    expect(squares.exact / squares.shown).toBeGreaterThan(0.3)
    expect([squares.passes, passes]).toEqual([false, false])
  })

  test('in which what partners are shown must reach eleven, since noise alone lifts nothing to it', () => {
    const strays = { [women]: -1, [all]: -5 }
    const shown = release([counted('sex', sexes, [12, 2, 30, 40])], strays, { threshold: 5 })
    expect(found(given({ ...shown, over: 11 }))).toEqual([`everybody: ${men} high 3`])
    expect(found(given({ ...shown, over: 12 }))).toEqual([])
    expect(found(given(shown))).toEqual([])
  })

  test('in which what was masked to pass, being no small count, leaves too little for one that is', () => {
    // Nineteen are all at the most, and eleven of them women at the least.
    const shown = release([counted('sex', sexes, [13, 4, 30, 40])], { [women]: -13, [all]: -3 })
    expect(found(given({ ...shown, maskedToPass: new Set([women]) }))).toEqual([`everybody: ${men} high 8`])
  })

  test('that contradicts itself', () => {
    const wrong = release([counted('sex', sexes, [60, 4, 30, 40])], { [women]: 30 })
    expect(verdictOn(given(wrong))).toMatchObject({ passes: false, contradicts: true })
  })
})

describe('a release is masked further', () => {
  const strays = { [all]: -3, [women]: 4 }
  const asked = given(release([counted('sex', sexes, [26, 4, 30, 40])], strays))

  test('until it passes, and what is masked is said', () => {
    const { release: hardened, maskedToPass, verdict } = harden(asked, tools)
    expect(maskedToPass).toHaveLength(1)
    expect([women, all]).toContain(maskedToPass[0])
    expect(verdict).toMatchObject({ passes: true, findings: [] })
    expect(hardened.tables[0]!.shown.filter((value) => value === null)).toHaveLength(2)
    expect(verdictOn(given(hardened))).toMatchObject({ passes: true })
  })

  test('in every table that shows it', () => {
    const twice = ['sex', 'again'].map((id) => counted(id, sexes, [26, 4, 30, 40]))
    const { release: hardened, maskedToPass } = harden(given(release(twice, strays)), tools)
    expect(maskedToPass).toHaveLength(1)
    for (const { shown } of hardened.tables) expect(shown.filter((value) => value === null)).toHaveLength(2)
  })

  test('and not at all where nothing is recovered', () => {
    const plain = given(release([counted('sex', sexes, [26, 4, 30, 40])]))
    expect(harden(plain, tools)).toMatchObject({ maskedToPass: [], release: plain.release })
  })

  test('but what was shown to everybody is known to partners, and stays so', () => {
    const strays = { [women]: 5, [all]: -5 }
    const sex = counted('sex', sexes, [26, 1, 30, 40])
    const partners = release([sex], strays, { threshold: 5 })
    expect(harden(given(partners), tools).verdict.passes).toBe(true)
    const second = harden(given(partners, { earlier: [release([sex], strays)] }), tools)
    expect(second.verdict).toMatchObject({ passes: false, contradicts: false })
  })
})

test('a dimension of several values adds nothing up, unless everybody has one of them', () => {
  const forms = counted(
    'form',
    { territory: ['93', '48'], form: ['labour', 'begging'] },
    [26, 4, 30, 40],
    ['form']
  )
  const asked = given(release([forms], { 'form=labour & territory=93': -4, [all]: 5 }))
  expect(found(asked)).toEqual([])
  const covering = { ...method, covering: { form: 'unknown' } }
  expect(found(given(asked.release, { method: covering }))).toEqual([
    'everybody: form=begging & territory=93 low 3'
  ])
})

test('who has none of several values stands beside each of them: together they are no more than all', () => {
  const kinds = { territory: ['93', '48'], asked: ['none', 'shelter', 'police'] }
  const asked = counted('asked', kinds, [20, 22, 0, 30, 40, 40], ['asked'])
  // In 93 forty are all: of whom the sum is not that of the parts.
  const shown = release([asked], {})
  const tables = shown.tables.map((one) => ({
    ...one,
    shown: one.shown.map((n, cell) => ({ 3: 40, 11: 150 })[cell] ?? n)
  }))
  const exclusive = given(
    { ...shown, tables },
    { method: { ...method, deviation: 0, covering: { asked: 'none' } } }
  )
  expect(verdictOn(exclusive).contradicts).toBe(true)
  const open = { ...exclusive, method: { ...method, deviation: 0, covering: {} } }
  expect(verdictOn(open).contradicts).toBe(false)
})

test('countries of one zone are no more than the zone, whatever tables they are in', () => {
  const zone = counted('zone', { zone: ['west', 'east'] }, [20, 40])
  const country = counted('country', { citizenship: ['NG', 'CI', 'none'] }, [18, 2, 40])
  const within = [[['citizenship=NG', 'citizenship=CI'], ['zone=west']]] as const
  // Twenty at most in the zone, and fifteen at least of the first country: seven at most of the other.
  const asked = given(release([zone, country], { 'zone=west': -5, 'citizenship=NG': 3 }))
  expect(found(asked)).toEqual([])
  expect(found({ ...asked, method: { ...method, within } })).toEqual(['everybody: citizenship=CI high 4'])
})

test('who flagged nearly everybody of a département is tried there, and nowhere else', () => {
  const [women, all] = ['sex=f & territory=93', 'territory=93']
  const sex = counted('sex', { territory: ['93', '48'], sex: ['f', 'm'] }, [26, 14, 30, 40])
  const asked = given(release([sex], { [women]: -5 }))
  const most = whoHas('most of 93', { [women]: 26, [all]: 30 })
  const who = (...along: string[]) =>
    found({ ...asked, contributors: [{ ...most, along }] }).map((one) => one.split(':')[0])
  expect(found(asked)).toEqual([])
  expect(who('territory=93')).toEqual(['most of 93'])
  expect(who('territory=48')).toEqual([])
  // In the lines of where persons were found as well.
  expect(who('territory=48', 'territory=93')).toEqual(['most of 93'])
})

test('where nobody can be, the rest of a line is told: of 37 minors 24 still are, and the others are grown', () => {
  const ages = { age_at_registration: ['minor', 'adult'], age_at_reporting: ['minor', 'adult', 'unknown'] }
  const majority = counted('majority', ages, [24, 13, 0, 0, 60, 0])
  const [grown, unknown] = ['adult', 'unknown'].map(
    (age) => `age_at_registration=minor & age_at_reporting=${age}`
  )
  // Noise took three of those who are grown: they are masked, and 37 stays beside 24.
  const asked = given(release([majority], { [grown!]: -3, 'age_at_reporting=adult': -5 }))
  const impossible = [['age_at_registration=minor', 'age_at_reporting=unknown']] as const
  expect(found(asked)).toEqual([])
  const known = { ...asked, method: { ...method, impossible } }
  expect(found(known)).toEqual([`everybody: ${grown} low 3`])
  const hardened = harden(known, tools)
  expect(hardened.verdict).toMatchObject({ passes: true, contradicts: false })
  expect(hardened.maskedToPass).not.toContain(unknown)
})
