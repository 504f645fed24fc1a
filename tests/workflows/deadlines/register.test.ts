import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, isWorkingDay } from '../../../workflows/calendar/calendar.ts'
import { openCodes, type Configuration } from '../../../workflows/configuration/configuration.ts'
import { problemsOf } from '../../../workflows/configuration/problems.ts'
import { alertsIn, durationOf } from '../../../workflows/deadlines/register.ts'
import { september2026 as firstVersion } from '../../../workflows/configuration/versions/2026-09.ts'
import {
  daysLeft,
  deadlineCodes,
  deadlineRegister,
  explain,
  groundsOf,
  openDeadline,
  type DeadlineRow
} from '../../../workflows/deadlines/deadlines.ts'
import { legalBases } from '../../../workflows/law/register.ts'
import { territoryCodes, zoneOf } from '../../../workflows/calendar/territories.ts'
import { consentClocks } from '../../../workflows/vocabulary/vocabulary.ts'

describe('the register', () => {
  const rows: [string, DeadlineRow][] = Object.entries(deadlineRegister)

  it.each(rows)('%s rests on a basis, and only the law fixes a length in the table', (_code, row) => {
    expect(legalBases).toHaveProperty([row.basis])
    expect(row.duration === null).toBe(row.status === 'design')
    expect(row.label.fr && row.label.en && row.startsOn.fr && row.startsOn.en).toBeTruthy()
  })

  it('whatever starts on a birthday, or may be counted from the eighteenth, keeps its day secret', () => {
    // An agreement given as a child ends with the childhood: its clock is stopped, never counted from that day.
    const born = rows.filter(([code, { startsOn, frozenWhile }]) => {
      const tellsBirth = /^la naissance|dix-huit ans/.test(startsOn.fr)
      return tellsBirth || (frozenWhile !== null && !(code in consentClocks))
    })
    const secret = rows.filter(([, { secretDay }]) => secretDay !== null)
    expect(born).toEqual(secret)
    expect(born).toHaveLength(9)
    // None of them is of a configuration, which would move it by days that it does not read.
    for (const [, { duration, repeats, patient }] of born)
      expect([duration === null, repeats, patient]).toEqual([false, false, false])
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

  it('of the clocks of the law, only those that a code of procedure or the administrative judge extends are moved', () => {
    const extended = rows.filter(([, row]) => row.status === 'statute' && row.extendToWorkingDay)
    expect(rows.filter(([, row]) => row.extendedBy !== null)).toEqual(extended)
    expect(extended.filter(([, row]) => row.frankBy !== null).map(([code]) => code)).toEqual([
      'D-APPEAL-TA',
      'D-APPEAL-OQTF',
      'D-APPEAL-CAA',
      'D-APPEAL-CAA-OQTF',
      'D-APPEAL-CE',
      'D-APPEAL-OTHER-TA',
      'D-APPEAL-OTHER-OQTF',
      'D-APPEAL-OTHER-CAA',
      'D-APPEAL-OTHER-CAA-OQTF',
      'D-APPEAL-OTHER-CE',
      'D-APPEAL-REFLECTION',
      'D-APPEAL-PSP',
      'D-APPEAL-PSP-AGAIN',
      'D-APPEAL-LEAVE',
      'D-APPEAL-LEAVE-CAA',
      'D-APPEAL-LEAVE-CE',
      'D-TRANSFER-CE',
      'D-ASYLUM-ENTRY-CAA',
      'D-ASYLUM-ENTRY-CE',
      'D-TRANSFER-CAA',
      'D-ASYLUM-KEPT-CAA',
      'D-ASYLUM-KEPT-CE',
      'D-ARREST-TA',
      'D-ARREST-CAA',
      'D-ARREST-CE',
      'D-BAN-CAA',
      'D-BAN-CE',
      'D-ASYLUM-CE',
      'D-APPEAL-YOUNG-ADULT',
      'D-APPEAL-YOUNG-ADULT-AGAIN',
      'D-CASSATION'
    ])
    const moved = extended.filter(([, row]) => row.frankBy === null)
    expect(moved.map(([code]) => code)).toEqual([
      'D-APPEAL-CIVIL',
      'D-APPEAL-ORDER',
      'D-APPEAL-JUDGMENT',
      'D-APPEAL-ASSIZES',
      'D-APPEAL-INTERESTS',
      'D-APPEAL-INCIDENT',
      'D-APPEAL-INCIDENT-ASSIZES',
      'D-CIVI-OFFENCE',
      'D-CIVI-DECISION',
      'D-CIVI-COMPLEMENT',
      'D-CIVI-APPEAL',
      'D-CIVI-CASSATION',
      'D-OPP-JE',
      'D-OPP-DECISION',
      'D-MERITS',
      'D-MERITS-EXTENDED',
      'D-CHILD-APPEAL'
    ])
    expect(moved.map(([, row]) => row.extendedBy)).toEqual([
      ...moved.slice(0, 7).map(() => 'CPP.801'),
      ...moved.slice(7).map(() => 'CPC.642')
    ])
    expect(groundsOf(deadlineRegister['D-APPEAL-CIVIL'], '2026-11-24')).toEqual([
      'CPP.186',
      'CPP.801',
      // How it is filed.
      'CPP.502',
      'CPP.380-12'
    ])
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
      'dna.hold_lapsed',
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
        expect(instants.at(-1)).toBe(Date.parse(deadline.legal?.endAt ?? deadline.dueAt))
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
