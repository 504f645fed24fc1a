import { describe, expect, test } from 'vitest'
import { amountAway } from '../../web/src/lib/away.ts'
import { clockSaid } from '../../web/src/lib/case/clock.ts'
import { translate } from '../../web/src/lib/messages.ts'

const now = new Date('2026-11-24T11:00:00Z')
const clock = (dueAt: string, daysLeft: number, counts: { total: number; hours?: number }) => ({
  code: 'MNIO-SEARCH',
  label: 'Point de recherche',
  dueAt,
  dueOn: dueAt.slice(0, 10),
  daysLeft,
  hours: null,
  past: null,
  ...counts
})
const said = (...args: Parameters<typeof clock>) => clockSaid(clock(...args), now)

describe('the clock of a cell', () => {
  test('whose safe day is over while the right is not says so, and no delay', () => {
    const open = { ...clock('2026-11-20T23:00:00Z', -4, { total: 60 }), past: 'safe' as const }
    expect(clockSaid(open, now)).toEqual({ way: 'open' })
  })

  test('that was an indication says that it is over, and no delay', () => {
    const over = { ...clock('2026-11-20T23:00:00Z', -4, { total: 10 }), past: 'indication' as const }
    expect(clockSaid(over, now)).toEqual({ way: 'indication' })
  })

  test('of hours that has just begun does not say that none has passed, but all that is left', () => {
    expect(said('2026-11-26T11:00:00Z', 2, { total: 2, hours: 48 })).toEqual({
      way: 'left',
      unit: 'Hours',
      n: 48
    })
  })

  test('of hours says its last minutes, then how late it is', () => {
    const hours = { total: 2, hours: 48 }
    expect(said('2026-11-24T11:20:00Z', 0, hours)).toEqual({ way: 'left', unit: 'Minutes', n: 20 })
    expect(said('2026-11-24T11:00:20Z', 0, hours)).toEqual({ way: 'left', unit: 'Minutes', n: 1 })
    expect(said('2026-11-24T08:00:00Z', 0, hours)).toEqual({ way: 'late', unit: 'Hours', n: 3 })
    expect(said('2026-11-21T08:00:00Z', -3, hours)).toEqual({ way: 'late', unit: 'Days', n: 3 })
  })

  test('of hours never says an hour more than is left, as everywhere on its page', () => {
    const hours = { total: 2, hours: 48 }
    expect(said('2026-11-25T01:40:00Z', 0, hours)).toEqual({ way: 'left', unit: 'Hours', n: 14 })
    expect(said('2026-11-24T11:59:50Z', 0, hours)).toEqual({ way: 'left', unit: 'Minutes', n: 59 })
  })

  test('of days says the day it has reached, from the first on', () => {
    expect(said('2026-12-24T22:59:59Z', 30, { total: 30 })).toEqual({ way: 'day', n: 0, total: 30 })
    expect(said('2026-12-20T22:59:59Z', 26, { total: 30 })).toEqual({ way: 'day', n: 4, total: 30 })
    expect(said('2026-11-21T22:59:59Z', -3, { total: 30 })).toEqual({ way: 'late', unit: 'Days', n: 3 })
  })

  test('is as late as everywhere on its page: in hours, in days, in months', () => {
    const ways = [
      clock('2026-11-22T22:59:59Z', -2, { total: 30 }),
      clock('2026-08-23T22:59:59Z', -93, { total: 2 }),
      clock('2026-08-23T22:59:59Z', -93, { total: 2, hours: 48 })
    ]
    const late = ways.map((one) => amountAway(one, now))
    expect(late).toEqual([
      { unit: 'Hours', n: 36 },
      { unit: 'Months', n: 3 },
      { unit: 'Months', n: 3 }
    ])
    expect(ways.map((one) => clockSaid(one, now))).toEqual(late.map((one) => ({ way: 'late', ...one })))
  })

  test('of years says its end alone', () => {
    expect(said('2036-11-24T22:59:59Z', 3650, { total: 3652 })).toEqual({ way: 'until' })
  })
})

test('a counted day names its clock: under a permit that was issued, that of another route would read as its own', () => {
  expect(translate('fr', 'case.clock', { clock: 'Autre voie', n: 0, total: 15 })).toMatch(
    /^Autre voie\s: jour 0 sur 15$/
  )
})
