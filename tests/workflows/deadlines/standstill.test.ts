import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { addDays, daysBetween, startOfDay } from '../../../workflows/calendar/calendar.ts'
import { countClock, lawOn } from '../../../workflows/deadlines/count.ts'
import { statute, type DeadlineRow } from '../../../workflows/deadlines/row.ts'
import { deadlineStates, isDated } from '../../../workflows/deadlines/states.ts'
import { frozen, resume, thawedStart } from '../../../workflows/deadlines/suspension.ts'
import { whatIf } from '../../../workflows/deadlines/whatif.ts'
import { september2026 as config } from '../../../workflows/configuration/versions/2026-09.ts'
import {
  deadlineCodes,
  deadlineRegister,
  explain,
  nextRound,
  openDeadline,
  type DeadlineCode
} from '../../../workflows/deadlines/deadlines.ts'
import { territoryCodes, zoneOf } from '../../../workflows/calendar/territories.ts'

const now = '2026-01-01T00:00:00Z'
const open = (code: DeadlineCode, start: string, territory = '69') =>
  openDeadline(code, start, territory, { now, config })
const stood = (code: DeadlineCode, start: string, [from, to]: [string, string], territory = '69') =>
  resume(open(code, start, territory), { from, to, territory, alerts: [] })

describe('what a standstill refuses', () => {
  it('to go on before it stopped', () => {
    expect(() => stood('D-SILENCE', '2026-03-01', ['2026-04-02T10:00:00Z', '2026-04-01T10:00:00Z'])).toThrow(
      RangeError
    )
  })
  it('to suppose a part of a day, or a day taken away', () => {
    const clock = { code: 'D-SILENCE', startsOn: '2026-03-01', territory: '69', config } as const
    for (const suspendedDays of [-1, 0.5]) expect(() => whatIf(clock, { suspendedDays })).toThrow(RangeError)
  })
})

describe('a clock that stood still', () => {
  it('has the days it stood still added, and says so', () => {
    const clock = stood('D-SILENCE', '2026-03-01', ['2026-04-01T10:00:00Z', '2026-04-11T08:00:00Z'])
    expect(clock.dueOn).toBe('2026-07-11')
    expect(explain(clock, 'fr').at(-1)).toBe(
      'Arrêtée du 1er avr. 2026 au 11 avr. 2026 : 10 jours de plus, jusqu’au 11 juil. 2026'
    )
  })
  it('in working days has working days added', () => {
    const clock = stood('MNIO-RG', '2026-11-02T09:00:00Z', ['2026-11-06T09:00:00Z', '2026-11-09T09:00:00Z'])
    expect(open('MNIO-RG', '2026-11-02T09:00:00Z').dueOn).toBe('2026-11-09')
    expect(clock.dueOn).toBe('2026-11-10')
  })
  it('in hours has the very time added', () => {
    const clock = stood('MNIO-EMG', '2026-10-24T20:00:00Z', ['2026-10-24T22:00:00Z', '2026-10-25T03:30:00Z'])
    expect(clock.dueAt).toBe('2026-10-25T05:30:00.000Z')
  })
  it('is extended anew from the day it would have ended', () => {
    expect(open('D-OPP-JE', '2026-11-06').dueOn).toBe('2026-11-16')
    const clock = stood('D-OPP-JE', '2026-11-06', ['2026-11-08T10:00:00Z', '2026-11-10T10:00:00Z'])
    expect(clock.dueOn).toBe('2026-11-16')
  })
  it('of n days ends n days later, for every clock counted in days, months or years', () => {
    const codes = deadlineCodes.filter((code) => {
      const add = open(code, '2026-03-01').computation.find((token) => token.startsWith('add:'))!
      return /days|months|years/.test(add)
    })
    const any = fc.tuple(
      fc.constantFrom(...codes),
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom(...territoryCodes)
    )
    fc.assert(
      fc.property(any, ([code, day, n, territory]) => {
        const before = open(code, addDays('2026-01-01', day), territory)
        const from = startOfDay(before.startsOn, zoneOf(territory))
        const to = startOfDay(addDays(before.startsOn, n), zoneOf(territory))
        const after = resume(before, { from, to, territory, alerts: [3, 1] })
        const extended = before.computation.some((token) => token.startsWith('moved:'))
        const postponed = after.computation.some((token) => token.startsWith('postponed:'))
        if (!extended && !postponed) expect(daysBetween(before.dueOn, after.dueOn)).toBe(n)
        expect(Date.parse(after.dueAt)).toBeGreaterThanOrEqual(Date.parse(before.dueAt))
        expect(explain(after, 'fr').length).toBe(explain(after, 'en').length)
      })
    )
  })
})

describe('a clock that does not count for a minor', () => {
  it('is set going by no act: age alone does, and no other clock is asked', () => {
    const goingOn = commandTypes.flatMap((type) => commandRow(type).resumes)
    expect(goingOn).toContain('D-SILENCE')
    expect(goingOn.filter((code) => deadlineRegister[code].frozenWhile !== null)).toEqual([])
  })

  it('has no date, and says why', () => {
    expect(explain({ computation: frozen('2026-03-01') }, 'fr')).toEqual([
      'Ne court pas pour une personne mineure : sera comptée à partir de ses dix-huit ans'
    ])
  })
  it('starts at eighteen, or on its own day when that is later or she never was a minor', () => {
    expect(thawedStart('2026-03-01', '2027-05-01')).toBe('2027-05-01')
    expect(thawedStart('2028-03-01', '2027-05-01')).toBe('2028-03-01')
    expect(thawedStart('2026-03-01', null)).toBe('2026-03-01')
  })
})

describe('a clock of civil procedure', () => {
  it('is extended, but speaks as if it were not', () => {
    const { dueOn, steps } = open('D-OPP-JE', '2026-11-06')
    expect(dueOn).toBe('2026-11-16')
    expect(steps.slice(0, -1).map(({ at }) => at)).toEqual(
      ['2026-11-11', '2026-11-13', '2026-11-14'].map((date) => startOfDay(date, 'Europe/Paris'))
    )
  })
})

describe('a clock that repeats', () => {
  const once = { code: 'MNIO-SEARCH', reached: '2026-11-10', dueAt: '2026-11-10T22:59:59.999Z' }
  it('starts again from the day that it reached', () => {
    expect(nextRound(once, '69', { now: '2026-11-11T08:00:00Z', config })).toBe('2026-11-10')
  })
  it('after an outage says it once, and goes on from the last round that is over', () => {
    expect(nextRound(once, '69', { now: '2026-12-02T08:00:00Z', config })).toBe('2026-12-01')
  })
  it('whose next round ends this very instant is over with it', () => {
    const next = nextRound(once, '69', { now: open('MNIO-SEARCH', once.reached).dueAt, config })
    expect(next).not.toBe(once.reached)
  })
  it('and has no length any more, never starts again', () => {
    const none = {
      ...config,
      durations: { ...config.durations, 'MNIO-SEARCH': { n: 0, unit: 'days' } }
    } as const
    expect(nextRound(once, '69', { now: '2026-11-11T08:00:00Z', config: none })).toBeNull()
  })
  it('that counts hours goes on from the hour, and not from the day', () => {
    const hours = {
      ...config,
      durations: { ...config.durations, 'MNIO-SEARCH': { n: 12, unit: 'hours' } }
    } as const
    expect(nextRound(once, '69', { now: '2026-11-11T08:00:00Z', config: hours })).toEqual(
      new Date(once.dueAt)
    )
  })
})

it('a date is read of a clock that runs or has run out, and of no other', () => {
  expect(deadlineStates.filter(isDated)).toEqual(['running', 'fired'])
})

describe('a clock whose law changes', () => {
  const row: DeadlineRow = {
    ...statute({}),
    dataClass: 'E',
    label: { fr: 'essai', en: 'trial' },
    startsOn: { fr: 'le jour', en: 'the day' },
    duration: { n: 45, unit: 'days' },
    basis: 'CESEDA.R425-2',
    stopsWhen: {},
    was: [{ until: '2026-12-31', duration: { n: 30, unit: 'days' }, basis: 'CESEDA.R425-1' }]
  }
  const counted = (at: string) =>
    countClock(row, { at, territory: '69' }, { duration: row.duration!, alerts: [], now })
  it('keeps the text under which it started', () => {
    expect(counted('2026-12-31').dueOn).toBe('2027-01-30')
    expect(counted('2027-01-01').dueOn).toBe('2027-02-15')
    expect(lawOn(row, '2026-12-31').basis).toBe('CESEDA.R425-1')
    expect(lawOn(row, '2027-01-01').basis).toBe('CESEDA.R425-2')
  })
})

describe('what if', () => {
  const clock = { code: 'MNIO-TRIAGE', startsOn: '2026-05-21', territory: '75', config } as const
  it('elsewhere, the holidays are others', () => {
    expect(whatIf(clock, {}).dueOn).toBe('2026-05-26')
    expect(whatIf(clock, { territory: '972' }).dueOn).toBe('2026-05-27')
  })
  it('later, and with days stood still', () => {
    const silence = { ...clock, code: 'D-SILENCE' } as const
    expect(whatIf(silence, { startsOn: '2026-03-01', suspendedDays: 10 }).dueOn).toBe('2026-07-11')
  })
})
