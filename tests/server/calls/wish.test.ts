import { describe, expect, it } from 'vitest'
import {
  digestDay,
  isQuiet,
  isWorth,
  pauseMinutes,
  tellsAtOnce,
  usualWish
} from '../../../policies/calls/wish.ts'

const rhone = '69'
const here = (now: string, territory: string | null = rhone) => ({ now: new Date(now), territory })
const never = { until: null, digestOn: null }
const atOnce = { ...usualWish, mode: 'at_once', quietFrom: 19, quietUntil: 8 } as const
const off = { ...usualWish, mode: 'off' } as const

describe('nothing leaves', () => {
  it('for whoever wishes for none, at any hour', () => {
    for (const at of ['2026-11-24T11:00:00Z', '2026-11-24T03:00:00Z']) {
      expect(digestDay(off, never, here(at))).toBeNull()
      expect(tellsAtOnce(off, never, here(at))).toBe(false)
    }
  })

  it('on a Saturday, a Sunday or a holiday, unless it is wished for', () => {
    // A Saturday, a Sunday, the first of May; and the 27th of April, a holiday of Mayotte alone.
    for (const at of ['2026-11-28T11:00:00Z', '2026-11-29T11:00:00Z', '2026-05-01T10:00:00Z']) {
      expect([at, tellsAtOnce(atOnce, never, here(at))]).toEqual([at, false])
      expect([at, digestDay(usualWish, never, here(at))]).toEqual([at, null])
      expect(tellsAtOnce({ ...atOnce, daysOff: true }, never, here(at))).toBe(true)
    }
    expect(tellsAtOnce(atOnce, never, here('2026-04-27T08:00:00Z', '976'))).toBe(false)
    expect(tellsAtOnce(atOnce, never, here('2026-04-27T08:00:00Z'))).toBe(true)
  })

  it('in quiet hours, by the clocks where the reader works', () => {
    expect(tellsAtOnce(atOnce, never, here('2026-11-24T18:30:00Z'))).toBe(false)
    // The same moment is morning in Martinique, and night in Réunion.
    expect(tellsAtOnce(atOnce, never, here('2026-11-24T18:30:00Z', '972'))).toBe(true)
    expect(tellsAtOnce(atOnce, never, here('2026-11-24T18:30:00Z', '974'))).toBe(false)
    expect(tellsAtOnce(atOnce, never, here('2026-11-24T11:00:00Z'))).toBe(true)
    expect(isQuiet({ ...atOnce, quietFrom: 8, quietUntil: 8 }, here('2026-11-24T02:00:00Z'))).toBe(false)
  })

  it('at once so soon after the last one', () => {
    const now = new Date('2026-11-24T11:00:00Z')
    const before = (minutes: number) => ({ ...never, until: new Date(now.getTime() - minutes * 60_000) })
    expect(tellsAtOnce(atOnce, before(pauseMinutes - 1), { now, territory: rhone })).toBe(false)
    expect(tellsAtOnce(atOnce, before(pauseMinutes), { now, territory: rhone })).toBe(true)
  })
})

describe('where clocks change', () => {
  // Paris goes from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October.
  const night = { ...atOnce, daysOff: true, quietFrom: 2, quietUntil: 3 }

  it('a quiet hour that does not exist keeps nothing back, and one that comes twice is quiet twice', () => {
    const quietAt = (at: string) => isQuiet(night, here(at))
    expect(['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z'].map(quietAt)).toEqual([false, false])
    expect(
      ['2026-10-24T23:59:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z'].map(
        quietAt
      )
    ).toEqual([false, true, true, false])
  })

  it('a digest leaves once, also at an hour that does not exist or comes twice', () => {
    const wish = { ...usualWish, digestHour: 2, daysOff: true }
    const minutes = (from: string, count: number) =>
      Array.from({ length: count }, (_, n) => new Date(Date.parse(from) + n * 60_000))
    const expected = {
      '2026-03-28T23:00:00Z': ['2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z'],
      '2026-10-24T22:00:00Z': ['2026-10-25T00:00:00.000Z', '2026-10-26T01:00:00.000Z']
    }
    for (const [from, days] of Object.entries(expected)) {
      let digestOn: string | null = null
      const left = minutes(from, 28 * 60).flatMap((now) => {
        const day = digestDay(wish, { until: null, digestOn }, { now, territory: rhone })
        digestOn = day ?? digestOn
        return day ? [now.toISOString()] : []
      })
      expect(left).toEqual(days)
    }
  })
})

describe('a digest', () => {
  it('waits for its hour, leaves once a day, and later where nobody was there', () => {
    expect(digestDay(usualWish, never, here('2026-11-24T06:59:00Z'))).toBeNull()
    expect(digestDay(usualWish, never, here('2026-11-24T07:00:00Z'))).toBe('2026-11-24')
    expect(
      digestDay(usualWish, { until: null, digestOn: '2026-11-24' }, here('2026-11-24T15:00:00Z'))
    ).toBeNull()
    expect(digestDay(usualWish, { until: null, digestOn: '2026-11-23' }, here('2026-11-24T15:00:00Z'))).toBe(
      '2026-11-24'
    )
  })

  it('has something to say of what is new and of a day that is near, and nothing of what is late or far', () => {
    const now = new Date('2026-11-24T07:00:00Z')
    const says = (fresh: number, hours: number | null, mode: 'digest' | 'at_once' = 'digest') =>
      isWorth(
        { mode },
        { fresh, first: hours === null ? null : { at: new Date(now.getTime() + hours * 3_600_000) } },
        now
      )
    expect([says(0, null), says(0, -1), says(0, 49), says(0, 2, 'at_once')]).toEqual([
      false,
      false,
      false,
      false
    ])
    expect([says(1, null), says(0, 47), says(1, -1, 'at_once')]).toEqual([true, true, true])
  })
})
