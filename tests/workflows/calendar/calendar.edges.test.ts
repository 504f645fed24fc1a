import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  civilDate,
  easterSunday,
  epochMs,
  holidayOn,
  isCivilDate,
  isWorkingDay,
  nextWorkingDay,
  startOfDay,
  wallClock,
  weekday
} from '../../../workflows/calendar/calendar.ts'
import { holidayLabel, holidays } from '../../../workflows/calendar/holidays.ts'

describe('what is a date', () => {
  it('the calendar begins with the first day of 1900: nobody alive was born before', () => {
    expect(isCivilDate('1900-01-01')).toBe(true)
    expect(isCivilDate('1899-12-31')).toBe(false)
    expect(weekday('1900-01-01')).toBe(1)
  })

  it.each([
    '12026-01-01',
    '2026-01-011',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-1-01',
    '2026-01-1',
    '２０２６-01-01'
  ])('« %s » has not four figures, two and two, and nothing else', (text) => {
    expect(isCivilDate(text)).toBe(false)
  })

  it('what is refused is named', () => {
    expect(() => addDays('2026-02-29', 1)).toThrow('Not a civil date: 2026-02-29')
    expect(() => addDays('tomorrow', 1)).toThrow('Not a civil date: tomorrow')
    expect(() => epochMs('2026-02-29T10:00:00Z')).toThrow('Not an instant: 2026-02-29T10:00:00Z')
    expect(() => addWorkingDays('2026-11-24', -1, '75')).toThrow('Working days are only counted forwards')
    expect(() => holidayLabel('none')).toThrow('Unknown holiday none')
  })
})

describe('what is an instant', () => {
  it('bears its zone: Z, or hours and minutes before or after', () => {
    expect(epochMs('1970-01-01T01:00:00+01:00')).toBe(0)
    expect(epochMs('1969-12-31T21:00:00.000-03:00')).toBe(0)
    expect(epochMs('1970-01-01T00:00Z')).toBe(0)
    expect(epochMs(new Date(42))).toBe(42)
  })

  it.each([
    '2026-11-24T10:00:00',
    '2026-11-24T10:00:00+1',
    '2026-11-24T10:00:00 GMT',
    '2026-11-24 10:00Z',
    '2026-11-24T10Z',
    '2026-11-24T10:00:00Z (Paris)'
  ])('« %s » is none', (text) => {
    expect(() => epochMs(text)).toThrow(RangeError)
  })
})

describe('Easter', () => {
  // The table of the Church, with the years in which the rule makes an exception (25 and 26 April) and other centuries.
  it.each(
    `1900-04-15 1913-03-23 1943-04-25 1954-04-18 1981-04-19 1999-04-04 2011-04-24 2019-04-21 2035-03-25 2049-04-18
    2076-04-19 2079-04-23 2099-04-12 2100-03-28 2106-04-18 2160-03-23 2199-04-14 2200-04-06 2201-04-19 2285-03-22
    2299-04-16 2300-04-08 2400-04-16 2500-04-18 2999-03-24`.split(/\s+/)
  )('is on %s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
    expect(weekday(date)).toBe(7)
  })

  it('carries with it the Monday after, Ascension and Whit Monday', () => {
    const found = ['2026-04-06', '2026-05-14', '2026-05-25'].map((date) => holidayOn(date, '75')?.id)
    expect(found).toEqual(['easter_monday', 'ascension', 'whit_monday'])
    expect(holidayOn('2026-04-05', '75')).toBeNull()
  })
})

describe('what is off', () => {
  it('Saturday and Sunday, and no other day of a week without a holiday', () => {
    const week = Array.from({ length: 7 }, (_, n) => addDays('2026-11-16', n))
    expect(week.map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(week.map((date) => isWorkingDay(date, '75'))).toEqual([true, true, true, true, true, false, false])
  })

  it('St Stephen’s Day in Alsace and Moselle only', () => {
    const on = (code: string) => holidayOn('2025-12-26', code)?.id ?? null
    expect(['57', '67', '68', '54', '988'].map(on)).toEqual([
      'st_stephen',
      'st_stephen',
      'st_stephen',
      null,
      null
    ])
  })

  it('Good Friday in no commune of Alsace for a clock, though the list tells of it', () => {
    expect(holidayOn('2026-04-03', '67')).toBeNull()
    expect(holidayOn('2026-04-03', '987')?.id).toBe('pf_good_friday')
    expect(holidays.filter(({ partial }) => partial).map(({ id }) => id)).toEqual(['good_friday_57_67_68'])
  })

  it('each holiday has its name in both languages', () => {
    expect(holidayLabel('armistice_1918')).toEqual({ fr: 'armistice de 1918', en: 'Armistice Day' })
    for (const { id, label } of holidays) expect(holidayLabel(id)).toEqual(label)
  })
})

describe('days and months that are counted', () => {
  it('no working day from a Sunday is that Sunday; the next worked one is another question', () => {
    expect(addWorkingDays('2026-11-22', 0, '75')).toBe('2026-11-22')
    expect(nextWorkingDay('2026-11-22', '75')).toBe('2026-11-23')
    expect(nextWorkingDay('2026-11-23', '75')).toBe('2026-11-23')
  })

  it.each([
    ['2026-01-31', 0, '2026-01-31'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-31', -11, '2025-02-28'],
    ['2026-05-31', -18, '2024-11-30'],
    ['2008-05-14', 210, '2025-11-14']
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })
})

describe('the clock on the wall', () => {
  it('shows midnight as 00:00:00 of the day that begins, and each figure in its place', () => {
    expect(wallClock('2026-01-02T03:04:05Z', 'Europe/Paris')).toBe('2026-01-02T04:04:05')
    expect(wallClock('2026-01-01T23:00:00Z', 'Europe/Paris')).toBe('2026-01-02T00:00:00')
    expect(civilDate('2026-01-01T22:59:59.999Z', 'Europe/Paris')).toBe('2026-01-01')
  })

  it('a day begins at its own midnight, whichever zone was asked before', () => {
    expect(startOfDay('2026-07-14', 'Europe/Paris')).toBe('2026-07-13T22:00:00.000Z')
    expect(startOfDay('2026-07-14', 'Pacific/Noumea')).toBe('2026-07-13T13:00:00.000Z')
    expect(startOfDay('2026-07-14', 'America/Martinique')).toBe('2026-07-14T04:00:00.000Z')
    expect(startOfDay('2026-07-15', 'Europe/Paris')).toBe('2026-07-14T22:00:00.000Z')
  })
})
