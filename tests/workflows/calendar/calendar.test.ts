import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  civilDate,
  daysBetween,
  easterSunday,
  endOfDay,
  holidayOn,
  isCivilDate,
  isWorkingDay,
  nextWorkingDay,
  startOfDay,
  wallClock,
  weekday
} from '../../../workflows/calendar/calendar.ts'
import {
  adaAvailable,
  territories,
  territory,
  territoryCodes,
  zoneOf
} from '../../../workflows/calendar/territories.ts'

const anyDate = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days))
const anyTerritory = fc.constantFrom(...territoryCodes)

describe('what the calendar refuses', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T10:00Z',
    '0026-01-01',
    ''
  ])('« %s » is no civil date', (text) => {
    expect(isCivilDate(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(RangeError)
  })

  it('a territory that does not exist is never given a zone', () => {
    expect(() => zoneOf('20')).toThrow('Unknown territory 20')
    expect(() => zoneOf('984')).toThrow(RangeError)
    expect(() => isWorkingDay('2026-11-24', 'constructor')).toThrow(RangeError)
    expect(() => adaAvailable('')).toThrow(RangeError)
  })

  it.each(['tomorrow', '2026-11-24', '2026-11-24T10:00', '2026-02-30T10:00:00Z', '2026-11-24 10:00:00+01'])(
    '« %s » is no instant: without a zone the machine’s own would slip in',
    (text) => {
      expect(() => civilDate(text, 'Europe/Paris')).toThrow(RangeError)
    }
  )

  it('an unreadable instant has no date', () => {
    expect(() => civilDate(new Date(Number.NaN), 'Europe/Paris')).toThrow(RangeError)
  })

  it('working days are not counted backwards', () => {
    expect(() => addWorkingDays('2026-11-24', -1, '75')).toThrow(RangeError)
  })
})

describe('months and years', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15']
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('a year from 29 February ends on the 28th', () => {
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29')
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
  })

  it('going forth and back never lands later, nor more than three days earlier', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const lost = daysBetween(addMonths(addMonths(date, months), -months), date)
        expect(lost).toBeGreaterThanOrEqual(0)
        expect(lost).toBeLessThanOrEqual(3)
        if (Number(date.slice(8)) <= 28) expect(lost).toBe(0)
      })
    )
  })

  it('more months never end sooner', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(60), (date, months) => {
        expect(daysBetween(addMonths(date, months), addMonths(date, months + 1))).toBeGreaterThanOrEqual(28)
      })
    )
  })
})

describe('holidays', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25']
  ])('Easter %i falls on %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected)
  })

  it.each([
    ['2026-05-22', '972'],
    ['2026-05-27', '971'],
    ['2026-05-27', '978'],
    ['2026-06-10', '973'],
    ['2026-10-09', '977'],
    ['2027-12-20', '974'],
    ['2026-04-27', '976'],
    ['2026-09-24', '988'],
    ['2026-07-29', '986'],
    ['2024-12-26', '67']
  ])('%s is off in %s and worked in Paris', (date, code) => {
    expect(isWorkingDay(date, code)).toBe(false)
    expect(isWorkingDay(date, '75')).toBe(true)
  })

  it('Polynesia gave up 29 June for 20 November', () => {
    expect(isWorkingDay('2024-06-28', '987')).toBe(true)
    expect(holidayOn('2023-06-29', '987')?.id).toBe('pf_autonomy')
    expect(holidayOn('2026-06-29', '987')).toBeNull()
    expect(holidayOn('2024-11-20', '987')).toBeNull()
    expect(holidayOn('2026-11-20', '987')?.id).toBe('pf_matarii')
  })

  it('Good Friday is off in Polynesia, and not counted off in Alsace where only some communes keep it', () => {
    expect(isWorkingDay('2026-04-03', '987')).toBe(false)
    expect(isWorkingDay('2026-04-03', '67')).toBe(true)
  })

  it('eleven days are kept everywhere', () => {
    const days = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n))
    expect(days.filter((date) => holidayOn(date, '69') !== null)).toHaveLength(11)
    expect(days.filter((date) => holidayOn(date, '988') !== null)).toHaveLength(12)
  })
})

describe('working days', () => {
  it('one working day after a Friday is the Monday', () => {
    expect(weekday('2026-11-27')).toBe(5)
    expect(addWorkingDays('2026-11-27', 1, '75')).toBe('2026-11-30')
    expect(addWorkingDays('2026-11-28', 1, '75')).toBe('2026-11-30')
  })

  it('the bridge of May 2026 differs in Mayotte', () => {
    expect(nextWorkingDay('2026-05-01', '75')).toBe('2026-05-04')
    expect(addWorkingDays('2026-04-24', 1, '75')).toBe('2026-04-27')
    expect(addWorkingDays('2026-04-24', 1, '976')).toBe('2026-04-28')
  })

  it('the count equals the one of a plain walk', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(40), anyTerritory, (date, days, code) => {
        let [walked, counted] = [date, 0]
        while (counted < days) {
          walked = addDays(walked, 1)
          const sunday = new Date(`${walked}T12:00Z`).getUTCDay()
          if (sunday !== 0 && sunday !== 6 && holidayOn(walked, code) === null) counted += 1
        }
        expect(addWorkingDays(date, days, code)).toBe(walked)
      })
    )
  })
})

describe('zones', () => {
  it('the same instant bears two dates', () => {
    expect(civilDate('2026-11-24T22:30:00Z', 'Pacific/Noumea')).toBe('2026-11-25')
    expect(civilDate('2026-11-24T03:30:00Z', 'America/Martinique')).toBe('2026-11-23')
    expect(civilDate('2026-11-24T23:30:00Z', 'Europe/Paris')).toBe('2026-11-25')
    expect(wallClock('2026-11-24T23:30:05.250Z', 'Europe/Paris')).toBe('2026-11-25T00:30:05')
  })

  it('the nights of the clock change have 23 and 25 hours', () => {
    const hours = (date: string, zone: 'Europe/Paris' | 'America/Miquelon') =>
      (Date.parse(endOfDay(date, zone)) + 1 - Date.parse(startOfDay(date, zone))) / 3_600_000
    expect(hours('2026-03-29', 'Europe/Paris')).toBe(23)
    expect(hours('2026-10-25', 'Europe/Paris')).toBe(25)
    expect(hours('2026-03-08', 'America/Miquelon')).toBe(23)
    expect(hours('2026-11-01', 'America/Miquelon')).toBe(25)
    expect(startOfDay('2026-03-29', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z')
    expect(endOfDay('2026-03-29', 'Europe/Paris')).toBe('2026-03-29T21:59:59.999Z')
  })

  it('a day starts where the one before it ends, in every territory', () => {
    fc.assert(
      fc.property(anyDate, anyTerritory, (date, code) => {
        const zone = zoneOf(code)
        const start = Date.parse(startOfDay(date, zone))
        expect(wallClock(new Date(start), zone)).toBe(`${date}T00:00:00`)
        expect(civilDate(new Date(start - 1), zone)).toBe(addDays(date, -1))
        expect(civilDate(endOfDay(date, zone), zone)).toBe(date)
      })
    )
  })
})

describe('territories', () => {
  it('are 101 départements and six collectivities, in the order people read', () => {
    expect(territories).toHaveLength(107)
    expect(territoryCodes.slice(18, 23)).toEqual(['19', '21', '22', '23', '24'])
    expect(territoryCodes.indexOf('2A')).toBeLessThan(territoryCodes.indexOf('30'))
    expect(territories.filter(({ zone }) => zone !== 'Europe/Paris')).toHaveLength(11)
    expect(territory('69').region).toEqual({ code: '84', name: 'Auvergne-Rhône-Alpes' })
  })

  it('four of them have no asylum-seeker allowance', () => {
    expect(territoryCodes.filter((code) => !adaAvailable(code))).toEqual(['976', '986', '987', '988'])
  })
})
