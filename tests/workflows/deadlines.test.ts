import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, isWorkingDay } from '../../workflows/calendar.ts'
import { openCodes, type Configuration } from '../../workflows/configuration/configuration.ts'
import { problemsOf } from '../../workflows/configuration/problems.ts'
import { alertsIn, durationOf } from '../../workflows/deadline.register.ts'
import {
  daysLeft,
  deadlineCodes,
  deadlineRegister,
  firstVersion,
  explain,
  groundsOf,
  openDeadline,
  type DeadlineRow
} from '../../workflows/deadlines.ts'
import { legalBases } from '../../workflows/law.ts'
import { territoryCodes, zoneOf } from '../../workflows/territories.ts'

const now = '2026-11-05T10:00:00Z'
const open = (code: (typeof deadlineCodes)[number], start: string, territory = '69') =>
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

describe('the register', () => {
  const rows: [string, DeadlineRow][] = Object.entries(deadlineRegister)

  it.each(rows)('%s rests on a basis, and only the law fixes a length in the table', (_code, row) => {
    expect(legalBases).toHaveProperty([row.basis])
    expect(row.duration === null).toBe(row.status === 'design')
    expect(row.label.fr && row.label.en && row.startsOn.fr && row.startsOn.en).toBeTruthy()
  })

  it('a configuration that says nothing of alerts leaves those of the table', () => {
    const { version, durations } = firstVersion
    for (const code of openCodes)
      expect(alertsIn(code, { version, durations })).toEqual(deadlineRegister[code].alerts)
  })

  it('no alert that the version in force gives would fall before its clock starts', () => {
    const alerts = Object.fromEntries(openCodes.map((code) => [code, [...alertsIn(code, firstVersion)]]))
    expect(
      problemsOf({ ...firstVersion, alerts } as Configuration).filter(({ field }) =>
        field.startsWith('alerts')
      )
    ).toEqual([])
    const sent = '2026-11-24T09:00:00Z'
    const answered = (code: 'MNIO-ASE-ANSWER' | 'MNIO-MINOR-PLACE-ANSWER') =>
      openDeadline(code, sent, '69', { now: sent, config: firstVersion }).steps.map(
        ({ kind, at }) => `${kind} ${at}`
      )
    for (const code of ['MNIO-ASE-ANSWER', 'MNIO-MINOR-PLACE-ANSWER'] as const)
      expect(answered(code)).toEqual(['alert 2026-11-24T23:00:00.000Z', 'due 2026-11-25T22:59:59.999Z'])
  })

  it('of the clocks of the law, only those that a code of procedure extends are moved', () => {
    const moved = rows.filter(([, row]) => row.status === 'statute' && row.extendToWorkingDay)
    expect(moved.map(([code]) => code)).toEqual([
      'D-APPEAL-CIVIL',
      'D-CIVI-OFFENCE',
      'D-CIVI-DECISION',
      'D-OPP-JE',
      'D-OPP-DECISION',
      'D-MERITS',
      'D-MERITS-EXTENDED'
    ])
    expect(rows.filter(([, row]) => row.extendedBy !== null)).toEqual(moved)
    expect(moved.map(([, row]) => row.extendedBy)).toEqual([
      'CPP.801',
      ...moved.slice(1).map(() => 'CPC.642')
    ])
    expect(groundsOf(deadlineRegister['D-APPEAL-CIVIL'], '2026-11-24')).toEqual(['CPP.186', 'CPP.801'])
    expect(groundsOf(deadlineRegister['D-CST'], '2026-11-24')).toEqual(['CESEDA.R431-5'])
  })

  it('no clock decides: what it fires is an act of time, or says that an answer is late', () => {
    const acting = new Set(rows.flatMap(([, row]) => (row.fires === null ? [] : [row.fires])))
    expect([...acting].toSorted()).toEqual([
      'acse.hold_lapsed',
      'case.archive',
      'case.erase',
      'consent.lapsed',
      'contact.lost',
      'expire',
      'glass.lapse',
      'identity.erase',
      'majority.reached',
      'merge.settle',
      'minor.placement_lapsed',
      'opp.lapsed',
      'reflection.expire'
    ])
  })

  it('every clock, anywhere, from any day: ends after it starts, in order, with an explanation', () => {
    const anyStart = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-12-31'),
      noInvalidDate: true
    })
    const anyCase = fc.tuple(fc.constantFrom(...deadlineCodes), anyStart, fc.constantFrom(...territoryCodes))
    fc.assert(
      fc.property(anyCase, ([code, start, territory]) => {
        const deadline = openDeadline(code, start, territory, { now: start, config: firstVersion })
        expect(Date.parse(deadline.dueAt)).toBeGreaterThan(start.getTime())
        expect(civilDate(deadline.dueAt, zoneOf(territory))).toBe(deadline.dueOn)
        const instants = deadline.steps.map(({ at }) => Date.parse(at))
        expect(instants).toEqual(instants.toSorted((a, b) => a - b))
        expect(instants.at(-1)).toBe(Date.parse(deadline.dueAt))
        expect(explain(deadline, 'fr').length).toBeGreaterThan(0)
        expect(explain(deadline, 'en').length).toBe(explain(deadline, 'fr').length)
        const moved =
          deadlineRegister[code].extendToWorkingDay || durationOf(code, firstVersion).unit === 'workingDays'
        if (moved) expect(isWorkingDay(deadline.dueOn, territory)).toBe(true)
      })
    )
  })

  it('days left are those of the territory’s calendar, negative once over', () => {
    expect(daysLeft('2026-12-05', '2026-12-05T22:30:00Z', '69')).toBe(0)
    expect(daysLeft('2026-12-05', '2026-12-05T23:30:00Z', '69')).toBe(-1)
    expect(daysLeft(addDays('2026-12-05', 9), '2026-12-05T10:00:00Z', '69')).toBe(9)
  })
})
