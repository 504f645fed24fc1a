import { describe, expect, it } from 'vitest'
import {
  actsOnItsDay,
  dueMonth,
  hasSecretDay,
  isMonth,
  lastOfMonth,
  withoutDays
} from '../../../workflows/deadlines/month.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import { explain, openDeadline, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'

const now = '2026-11-24T11:00:00Z'
const open = (code: DeadlineCode, start: string, territory = '69') =>
  openDeadline(code, start, territory, { now, config: firstVersion })

describe('a clock from whose day a birth date is read', () => {
  it('is one that starts on it, and one that was counted from the eighteenth birthday', () => {
    expect(hasSecretDay({ code: 'D-CIVI-OFFENCE', sinceMajority: false })).toBe(false)
    expect(hasSecretDay({ code: 'D-SILENCE', sinceMajority: true })).toBe(false)
    expect(hasSecretDay({ code: 'D-MAJORITY', sinceMajority: false })).toBe(true)
    expect(hasSecretDay({ code: 'D-LIMIT-MINOR', sinceMajority: false })).toBe(true)
    expect(hasSecretDay({ code: 'D-CIVI-OFFENCE', sinceMajority: true })).toBe(true)
  })

  it('keeps no day of how it was counted, nor that a month was too short', () => {
    const leap = open('D-LIMIT-MINOR', '2024-02-29', '974')
    expect(leap.computation.join()).toContain('shorterMonth:29')
    expect(withoutDays(leap)).toEqual(['month', 'add:10:years', 'localTime:974'])
    expect(isMonth({ computation: withoutDays(leap) })).toBe(true)
    expect(isMonth(leap)).toBe(false)
    expect(explain({ computation: withoutDays(leap) }, 'fr')).toEqual([
      'Se compte d’une date de naissance : seul le mois en est dit',
      'Heure locale : La Réunion'
    ])
  })

  it('that was past before anybody knew is due on the day of opening, unless that month tells of it', () => {
    const past = open('D-MAJORITY-PREPARED', '2009-09-17')
    expect(past.dueOn).toBe('2026-11-24')
    expect(withoutDays(past)).toEqual(['add:17:years'])
    const thisMonth = open('D-MAJORITY-PREPARED', '2009-11-17')
    expect(thisMonth.dueOn).toBe('2026-11-24')
    expect(withoutDays(thisMonth)).toEqual(['month', 'add:17:years'])
  })

  it('names the month reckoned from that of its start, not the next one into which its day was carried', () => {
    const months = (startsOn: string, dueOn: string, n: number) =>
      dueMonth({ startsOn, dueOn, n, unit: 'months' })
    expect(months('2026-01-31', '2026-03-01', 1)).toBe('2026-02-01')
    expect(months('2026-01-15', '2026-02-16', 1)).toBe('2026-02-01')
    expect(dueMonth({ startsOn: '2024-02-29', dueOn: '2034-03-01', n: 10, unit: 'years' })).toBe('2034-02-01')
    // Later than one month it was not carried: it had stood still.
    expect(months('2026-01-31', '2026-04-02', 1)).toBe('2026-04-01')
    // What counts days is of the month in which it ends.
    expect(dueMonth({ startsOn: '2026-01-31', dueOn: '2026-03-02', n: 30, unit: 'days' })).toBe('2026-03-01')
  })

  it('acts on its day where it has an act, and speaks with its month', () => {
    expect(actsOnItsDay({ code: 'D-MAJORITY' })).toBe(true)
    for (const code of ['D-MAJORITY-PREPARED', 'D-LIMIT-MINOR', 'D-CIVI-OFFENCE'])
      expect(actsOnItsDay({ code })).toBe(false)
    expect(['2027-02-03', '2028-02-29', '2026-12-31'].map(lastOfMonth)).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2026-12-31'
    ])
  })
})
