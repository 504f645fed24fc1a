import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { september2026 as config } from '../../../workflows/configuration/versions/2026-09.ts'
import { holidayOn } from '../../../workflows/calendar/calendar.ts'
import { deadlineRegister, explain, groundsOf, openDeadline } from '../../../workflows/deadlines/deadlines.ts'
import { filings } from '../../../workflows/deadlines/filing.ts'

const ago = '2020-01-01T00:00:00Z'
const clear = [
  'D-APPEAL-TA',
  'D-APPEAL-OTHER-TA',
  'D-APPEAL-REFLECTION',
  'D-APPEAL-PSP',
  'D-APPEAL-OQTF',
  'D-APPEAL-OTHER-OQTF'
] as const
type Clear = (typeof clear)[number]
const counted = (code: Clear | 'D-APPEAL-7D' | 'D-APPEAL-48H' | 'D-APPEAL-CNDA', on: string, place = '69') =>
  openDeadline(code, on, place, { now: ago, config })

/** The same rule, written apart with the dates of the language: clear days, then on to a day that is worked. */
const again = (on: string, months: number, place: string): string => {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
  const next = () => end.setUTCDate(end.getUTCDate() + 1)
  const said = () => end.toISOString().slice(0, 10)
  next()
  while ([0, 6].includes(end.getUTCDay()) || holidayOn(said(), place) !== null) next()
  return said()
}

describe('the time to ask the administrative court is of clear days (CE 409579, 472836)', () => {
  it.each([
    ['D-APPEAL-TA', '2026-05-15', '2026-07-16'],
    ['D-APPEAL-TA', '2026-11-23', '2027-01-25'],
    ['D-APPEAL-TA', '2026-12-31', '2027-03-01'],
    ['D-APPEAL-TA', '2026-11-12', '2027-01-13'],
    ['D-APPEAL-OQTF', '2026-10-10', '2026-11-12'],
    ['D-APPEAL-OQTF', '2027-01-31', '2027-03-01']
  ] as const)('%s notified %s: the last day is %s', (code, on, due) => {
    expect(counted(code, on)).toMatchObject({ dueOn: due, legal: null })
  })

  it.each([
    ['2026-11-09', '2026-12-09', '2026-12-10'],
    ['2026-11-12', '2026-12-12', '2026-12-14'],
    ['2026-11-24', '2026-12-24', '2026-12-28']
  ])('the month to go to the asylum court ends in law a clear day later: %s', (on, safe, law) => {
    expect(counted('D-APPEAL-CNDA', on)).toMatchObject({ dueOn: safe, legal: { endOn: law } })
  })

  it('every one of them, from any day, ends where a second count does', () => {
    const anyDay = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-12-31'),
      noInvalidDate: true
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...clear),
        anyDay,
        fc.constantFrom('69', '67', '971', '974'),
        (code, day, place) => {
          const on = day.toISOString().slice(0, 10)
          expect(counted(code, on, place).dueOn).toBe(again(on, deadlineRegister[code].duration.n, place))
        }
      )
    )
  })

  it('each step is said with what it rests on', () => {
    expect(explain(counted('D-APPEAL-TA', '2026-11-23'), 'fr')).toEqual([
      '23 nov. 2026 + 2 mois = 23 janv. 2027',
      'Délai franc : le dernier jour est le lendemain du 23 janv. 2027',
      'Le 24 janv. 2027 n’est pas un jour ouvré : reporté au 25 janv. 2027'
    ])
    expect(groundsOf(deadlineRegister['D-APPEAL-TA'], '2026-11-23')).toEqual([
      'CJA.R421-1',
      'CE.409579',
      'CE.472836',
      // How it is filed.
      ...filings.court.basis
    ])
  })

  it('warns by the day before the extension, on whose days nobody should live', () => {
    const alerts = counted('D-APPEAL-TA', '2026-11-23').steps.map((step) =>
      step.kind === 'alert' ? step.at.slice(0, 10) : step.kind
    )
    expect(alerts).toEqual(['2027-01-08', '2027-01-18', '2027-01-23', 'due'])
  })
})

describe('seven days and 48 hours, which nothing extends (CESEDA R921-3)', () => {
  it('seven days end on their term whatever day it is: that is the safe one, and a clear day later in law', () => {
    expect(counted('D-APPEAL-7D', '2026-11-21')).toMatchObject({
      dueOn: '2026-11-28',
      legal: { endOn: '2026-11-29' }
    })
    expect(explain(counted('D-APPEAL-7D', '2026-11-21'), 'fr').slice(1)).toEqual([
      'Le 28 nov. 2026 n’est pas un jour ouvré : aucun report',
      expect.stringMatching(/^Sept jours francs/),
      expect.stringMatching(/^Fin en droit : 29 nov\. 2026/)
    ])
  })

  it('48 hours have no clear day and no other end than their last hour', () => {
    expect(counted('D-APPEAL-48H', '2026-11-20')).toMatchObject({
      dueAt: '2026-11-21T23:00:00.000Z',
      legal: null
    })
  })
})
