import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../../workflows/calendar/calendar.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import { explain, openDeadline, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'

const now = '2026-11-05T10:00:00Z'
const open = (code: DeadlineCode, start: string, territory = '69') =>
  openDeadline(code, start, territory, { now: '2026-01-01T00:00:00Z', config: firstVersion })

describe('what a clock refuses', () => {
  it('a territory or an instant that does not exist', () => {
    expect(() => openDeadline('D-REFLEX', now, '99', { now, config: firstVersion })).toThrow(RangeError)
    expect(() => openDeadline('D-REFLEX', '2026-02-30', '69', { now, config: firstVersion })).toThrow(
      RangeError
    )
    expect(() => openDeadline('MNIO-EMG', 'soon', '69', { now, config: firstVersion })).toThrow(RangeError)
  })

  it('to explain what it did not compute', () => {
    expect(() => explain({ computation: ['start:2026-11-05', 'add:3:moons'] }, 'fr')).toThrow(
      'Unknown unit moons'
    )
    expect(() => explain({ computation: ['due=2026-11-05'] }, 'fr')).toThrow('Unreadable computation')
  })
})

describe('the reflection period', () => {
  it('runs thirty calendar days from the handing over, to the end of the last one', () => {
    const deadline = open('D-REFLEX', '2026-11-05T15:20:00Z')
    expect(deadline).toMatchObject({
      startsOn: '2026-11-05',
      dueOn: '2026-12-05',
      dueAt: '2026-12-05T22:59:59.999Z',
      configVersion: '2026-09'
    })
  })

  it('is not extended when it ends on a Saturday, and says so', () => {
    expect(isWorkingDay('2026-12-05', '69')).toBe(false)
    expect(explain(open('D-REFLEX', '2026-11-05'), 'fr')).toEqual([
      '5 nov. 2026 + 30 jours = 5 déc. 2026',
      'Le 5 déc. 2026 n’est pas un jour ouvré : aucun report'
    ])
    expect(explain(open('D-REFLEX', '2026-11-05'), 'en')[0]).toBe('5 Nov 2026 + 30 days = 5 Dec 2026')
  })

  it('warns ten and five days before, then falls due', () => {
    expect(open('D-REFLEX', '2026-11-05').steps).toEqual([
      { kind: 'alert', daysBefore: 10, at: '2026-11-24T23:00:00.000Z' },
      { kind: 'alert', daysBefore: 5, at: '2026-11-29T23:00:00.000Z' },
      { kind: 'due', at: '2026-12-05T22:59:59.999Z' }
    ])
  })

  it('recorded late keeps its true dates: past alerts are dropped, the end is not', () => {
    const late = openDeadline('D-REFLEX', '2026-11-05', '69', {
      now: '2026-12-10T09:00:00Z',
      config: firstVersion
    })
    expect(late.steps).toEqual([{ kind: 'due', at: '2026-12-05T22:59:59.999Z' }])
  })

  it('follows the territory: the evening in Paris is already the next day in Nouméa', () => {
    const handed = '2026-11-05T15:20:00Z'
    expect(open('D-REFLEX', handed, '988')).toMatchObject({
      startsOn: '2026-11-06',
      dueOn: '2026-12-06',
      dueAt: '2026-12-06T12:59:59.999Z'
    })
    expect(explain(open('D-REFLEX', handed, '988'), 'fr').at(-1)).toBe('Heure locale : Nouvelle-Calédonie')
  })

  it('is thirty days whatever the configuration says of other clocks', () => {
    const config = {
      ...firstVersion,
      version: 'test',
      durations: { ...firstVersion.durations, 'D-REFLEX': { n: 3, unit: 'days' } }
    } as const
    expect(openDeadline('D-REFLEX', '2026-11-05', '69', { now, config }).dueOn).toBe('2026-12-05')
  })
})

describe('working days', () => {
  it('name each holiday they skip', () => {
    const deadline = open('MNIO-RG', '2026-11-06T09:00:00Z')
    expect(deadline.dueOn).toBe('2026-11-16')
    expect(explain(deadline, 'fr')).toEqual([
      '6 nov. 2026 + 5 jours ouvrés = 16 nov. 2026',
      'Samedis et dimanches non comptés',
      'Jour férié non compté : 11 nov. 2026, armistice de 1918'
    ])
  })

  it('differ overseas', () => {
    expect(open('MNIO-TRIAGE', '2026-05-21T20:00:00Z', '972').dueOn).toBe('2026-05-27')
    expect(open('MNIO-TRIAGE', '2026-05-21T20:00:00Z', '75').dueOn).toBe('2026-05-26')
    expect(open('MNIO-TRIAGE', '2026-05-26T20:00:00Z', '971').dueOn).toBe('2026-05-29')
    expect(open('MNIO-TRIAGE', '2026-05-26T20:00:00Z', '75').dueOn).toBe('2026-05-28')
  })
})

describe('hours', () => {
  it('are not bent by the clock change', () => {
    const deadline = open('MNIO-INFO', '2026-10-24T14:20:00Z')
    expect(deadline.dueAt).toBe('2026-10-25T14:20:00.000Z')
    expect(deadline.computation).toEqual(['start:2026-10-24T16:20', 'add:24:hours', 'due:2026-10-25T15:20'])
    expect(explain(deadline, 'en')).toEqual(['24 Oct 2026, 16:20 + 24 hours = 25 Oct 2026, 15:20'])
  })

  it('four of them may pass midnight', () => {
    expect(open('MNIO-EMG', '2026-11-05T21:30:00Z')).toMatchObject({
      startsOn: '2026-11-05',
      dueOn: '2026-11-06'
    })
  })

  it('from a date alone start with the day', () => {
    expect(open('MNIO-IP', '2026-11-05', '976').dueAt).toBe('2026-11-05T21:00:00.000Z')
  })
})

describe('months, years and dates on paper', () => {
  it('a month too short ends the period on its last day', () => {
    const deadline = open('D-SILENCE', '2026-10-31')
    expect(deadline.dueOn).toBe('2027-02-28')
    expect(explain(deadline, 'fr')[1]).toContain('pas de 31')
  })

  it('the receipt ends on the date it bears, with a month to renew it', () => {
    const deadline = openDeadline('D-RECEP', '2027-03-04', '69', { now, config: firstVersion })
    expect(deadline.dueOn).toBe('2027-03-04')
    expect(deadline.steps[0]).toMatchObject({ kind: 'alert', daysBefore: 30, at: '2027-02-01T23:00:00.000Z' })
    expect(explain(deadline, 'fr')).toEqual(['Date écrite sur le document : 4 mars 2027'])
  })

  it('the one-year permit opens and closes its renewal window', () => {
    const { dueOn, steps } = open('D-CST', '2028-02-29')
    expect(dueOn).toBe('2029-02-28')
    expect(steps.map((step) => ('daysBefore' in step ? step.daysBefore : 0))).toEqual([180, 120, 60, 0])
  })

  it('a reminder never falls on a day off', () => {
    const deadline = open('MNIO-FORMAL', '2026-11-25')
    expect(deadline.dueOn).toBe('2026-12-28')
    expect(explain(deadline, 'fr')).toEqual([
      '25 nov. 2026 + 30 jours = 25 déc. 2026',
      'Le 25 déc. 2026 n’est pas un jour ouvré : reporté au 28 déc. 2026'
    ])
  })
})
