import { describe, expect, test } from 'vitest'
import type { StandingCount } from '../../../server/figures/figures.ts'
import { release } from '../../../server/figures/release.ts'

const standing = (persons: number) =>
  ({
    ...{ year: 2026, identification: 'presumed', housing: 'housed_acse', minor: 'not_applicable' },
    ...{ refusal: null, seeking: false, persons, reflections: 0, moved: persons }
  }) as StandingCount

/** What is released of persons flagged in the Rhône, month by month, beside a larger département and one that covers for the hidden. */
const released = (perMonth: readonly number[], at: string, before?: ReturnType<typeof release>) => {
  const months = perMonth.flatMap((persons, index) => [
    { year: 2026, month: index + 1, territory: '69', persons },
    { year: 2026, month: index + 1, territory: '75', persons: 40 },
    { year: 2026, month: index + 1, territory: '13', persons: 12 }
  ])
  const total = months.reduce((sum, { persons }) => sum + persons, 0)
  const counts = { year: 2026, standings: [standing(total)], months, durations: undefined, failures: [] }
  return release(counts, new Date(at), before)
}
const rhone = (one: ReturnType<typeof release>) => one!.months.territories['69']!

const summer = [20, 20, 20, 20, 20, 20, 20, 20, 20]

describe('the months of a territory', () => {
  test('are all hidden where one must be: two releases would tell it by the others', () => {
    const before = released(summer, '2026-09-30T21:00:00Z')
    const after = rhone(released([...summer, 26, 62, 3], '2026-12-31T22:00:00Z', before))
    expect(after.total).toBe(271)
    expect(after.months).toEqual(Array.from({ length: 12 }, () => null))
  })

  test('are all shown where none must be hidden', () => {
    expect(rhone(released(summer, '2026-09-30T21:00:00Z')).months).toEqual(summer)
  })
})
