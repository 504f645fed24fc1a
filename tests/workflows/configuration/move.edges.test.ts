import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import { movePreview, movingCodes, type RunningClock } from '../../../workflows/configuration/move.ts'
import type { Duration } from '../../../workflows/deadlines/row.ts'
import { openDeadline, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'
import { september2026 as first } from '../../../workflows/configuration/versions/2026-09.ts'

type Codes = keyof Configuration['durations']

const version = (different: Partial<Configuration> = {}): Configuration => ({
  ...first,
  version: '2026-12',
  effectiveOn: '2026-12-01',
  ...different
})
const lasting = (code: Codes, duration: Duration) =>
  version({ durations: { ...first.durations, [code]: duration } })

const now = '2026-11-24T11:00:00Z'
const momentOf = (start: string) => (start.length > 10 ? start : null)
const clock = (code: DeadlineCode, start: string, different: Partial<RunningClock> = {}): RunningClock => {
  const { startsOn, dueOn, dueAt } = openDeadline(code, start, '69', { now, config: first })
  return {
    id: `its ${code}`,
    code,
    startsOn,
    dueOn,
    dueAt,
    startedAt: momentOf(start),
    stood: [],
    ...different
  }
}
const moved = (to: Configuration, one: RunningClock, at: Date | string = now) =>
  movePreview({ territory: '69', deciding: false, clocks: [one] }, { from: first, to, now: at }).clocks[0]!

describe('a clock moves to another version', () => {
  const codes = (to: Configuration) => movingCodes({ from: first, to, now })

  it('when its number, its unit or its alerts alone differ, and not otherwise', () => {
    expect(codes(lasting('MNIO-RG', { n: 6, unit: 'workingDays' }))).toEqual(['MNIO-RG'])
    expect(codes(lasting('MNIO-RG', { n: 5, unit: 'days' }))).toEqual(['MNIO-RG'])
    expect(codes(version({ alerts: { 'MNIO-RG': [3, 1] } }))).toEqual(['MNIO-RG'])
    expect(codes(version({ alerts: { 'MNIO-RG': [1] } }))).toEqual([])
    expect(codes(version())).toEqual([])
  })

  it('from its first day where it is counted in days, with the days gained or lost', () => {
    const one = clock('MNIO-RG', '2026-11-23')
    expect(moved(lasting('MNIO-RG', { n: 3, unit: 'workingDays' }), one)).toMatchObject({
      id: 'its MNIO-RG',
      code: 'MNIO-RG',
      before: one,
      daysMoved: -4,
      after: { startsOn: '2026-11-23', dueOn: '2026-11-26' }
    })
  })

  it('from its very instant where it is counted in hours, however many there are', () => {
    const to = lasting('MNIO-INFO', { n: 48, unit: 'hours' })
    const { after } = moved(to, clock('MNIO-INFO', '2026-11-24T10:17:33.250Z'))
    expect(after.dueAt).toBe('2026-11-26T10:17:33.250Z')
  })

  it('never when no table knows it', () => {
    const stranger = clock('MNIO-RG', '2026-11-23', { code: 'toString' })
    const to = lasting('MNIO-RG', { n: 8, unit: 'workingDays' })
    const clocks = [stranger, { ...stranger, code: 'MNIO-NOTHING' }]
    expect(
      movePreview({ territory: '69', deciding: false, clocks }, { from: first, to, now }).clocks
    ).toEqual([])
  })
})

describe('a clock whose new time has run out', () => {
  it('is over from its last instant on, and not one millisecond sooner', () => {
    const to = lasting('MNIO-EMG', { n: 2, unit: 'hours' })
    const one = clock('MNIO-EMG', '2026-11-24T09:00:00.000Z')
    expect(moved(to, one, '2026-11-24T11:00:00.000Z').over).toBe(true)
    expect(moved(to, one, new Date('2026-11-24T10:59:59.999Z')).over).toBe(false)
  })

  it.each<[string, Codes, Duration, boolean]>([
    ['would close, archive or erase', 'MNIO-CONTACT', { n: 10, unit: 'days' }, true],
    ['only escalates a referral', 'MNIO-HEALTH-ANSWER', { n: 10, unit: 'days' }, false],
    ['only tells', 'MNIO-FORMAL', { n: 10, unit: 'days' }, false]
  ])('and that %s: %s kept as it was, or not', (_what, code, duration, kept) => {
    expect(moved(lasting(code, duration), clock(code, '2026-11-01'))).toMatchObject({ over: true, kept })
  })

  it('is not kept before then, even if it acts by itself', () => {
    const to = lasting('MNIO-CONTACT', { n: 60, unit: 'days' })
    expect(moved(to, clock('MNIO-CONTACT', '2026-11-01'))).toMatchObject({ over: false, kept: false })
  })
})
