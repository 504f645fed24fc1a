import { describe, expect, it } from 'vitest'
import { isFrozen, resume, thawedStart } from '../../../workflows/deadlines/suspension.ts'
import { september2026 as config } from '../../../workflows/configuration/versions/2026-09.ts'
import { explain, openDeadline, type DeadlineCode } from '../../../workflows/deadlines/deadlines.ts'

const open = (code: DeadlineCode, start: string, territory = '69') =>
  openDeadline(code, start, territory, { now: '2026-01-01T00:00:00Z', config })

describe('a standstill that cannot be', () => {
  it('one that ends before it begins is refused in those words; one that lasts no time adds none', () => {
    const kept = open('D-SILENCE', '2026-03-01')
    const at = (from: string, to: string) => resume(kept, { from, to, territory: '69', alerts: [] })
    expect(() => at('2026-04-01T10:00:01Z', '2026-04-01T10:00:00Z')).toThrow(
      'A clock does not go on before it stopped'
    )
    expect(at('2026-04-01T10:00:00Z', '2026-04-01T10:00:00Z').dueOn).toBe(kept.dueOn)
  })

  it('one for a minor is of the clocks alone that do not count for a minor, and while they stand still', () => {
    expect(isFrozen({ code: 'D-CIVI-OFFENCE', state: 'running' })).toBe(false)
    expect(isFrozen({ code: 'MNIO-PLAN-REVIEW', state: 'suspended' })).toBe(false)
    expect(isFrozen({ code: 'D-CIVI-OFFENCE', state: 'suspended' })).toBe(true)
  })
})

describe('a clock in hours', () => {
  const night = { from: '2026-10-24T22:00:00Z', to: '2026-10-25T03:30:00Z', territory: '69', alerts: [] }

  it('says the moments as the clock on the wall shows them there, to the minute', () => {
    const clock = resume(open('MNIO-EMG', '2026-10-24T20:00:00Z'), night)
    expect(clock.dueOn).toBe('2026-10-25')
    expect(explain(clock, 'fr').at(-1)).toBe(
      'Arrêtée du 25 oct. 2026, 00:00 au 25 oct. 2026, 04:30 : autant de temps en plus, jusqu’au 25 oct. 2026, 06:30'
    )
  })

  it('falls due on the day of its own territory: past midnight in Nouméa, the day before in Paris', () => {
    const kept = open('MNIO-EMG', '2026-11-05T08:00:00Z', '988')
    expect(kept.dueOn).toBe('2026-11-05')
    const clock = resume(kept, {
      from: '2026-11-05T09:00:00Z',
      to: '2026-11-05T11:00:00Z',
      territory: '988',
      alerts: []
    })
    expect(clock).toMatchObject({ dueOn: '2026-11-06', dueAt: '2026-11-05T14:00:00.000Z' })
  })
})

describe('a clock in days', () => {
  it('in working days says so: a week-end of standstill with the Monday adds one, and the Armistice none', () => {
    const kept = open('MNIO-RG', '2026-11-02T09:00:00Z')
    const standstill = { from: '2026-11-06T09:00:00Z', territory: '69', alerts: [] }
    const monday = resume(kept, { ...standstill, to: '2026-11-09T09:00:00Z' })
    expect(explain(monday, 'fr').at(-1)).toBe(
      'Arrêtée du 6 nov. 2026 au 9 nov. 2026 : 1 jour ouvré de plus, jusqu’au 10 nov. 2026'
    )
    const past = [10, 11, 12].map(
      (day) => resume(kept, { ...standstill, to: `2026-11-${day}T09:00:00Z` }).dueOn
    )
    expect(past).toEqual(['2026-11-12', '2026-11-12', '2026-11-13'])
  })

  it('that stood still twice goes on from where the first standstill had brought it, not from an extension', () => {
    const still = { territory: '69', alerts: [] }
    const kept = open('D-OPP-JE', '2026-11-06')
    const once = {
      ...kept,
      ...resume(kept, { ...still, from: '2026-11-08T10:00:00Z', to: '2026-11-15T10:00:00Z' })
    }
    expect([once.dueOn, explain(once, 'fr').at(-1)]).toEqual([
      '2026-11-23',
      'Le 21 nov. 2026 n’est pas un jour ouvré : reporté au 23 nov. 2026'
    ])
    const twice = (to: string) => resume(once, { ...still, from: '2026-11-16T10:00:00Z', to }).dueOn
    expect(['17', '18', '19'].map((day) => twice(`2026-11-${day}T10:00:00Z`))).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-24'
    ])
  })

  it('gives the alerts that still lie ahead when it goes on', () => {
    const { steps } = resume(open('D-REFLEX', '2026-11-05'), {
      from: '2026-11-10T10:00:00Z',
      to: '2026-12-01T10:00:00Z',
      territory: '69',
      alerts: [30, 5]
    })
    expect(steps).toEqual([
      { kind: 'alert', daysBefore: 5, at: '2026-12-20T23:00:00.000Z' },
      { kind: 'due', at: '2026-12-26T22:59:59.999Z' }
    ])
  })
})

it('who turns eighteen on the day a clock starts, or before it, loses no day of it', () => {
  expect(thawedStart('2026-03-01', '2026-03-01')).toBe('2026-03-01')
  expect(thawedStart('2026-03-01', '2026-02-28')).toBe('2026-03-01')
  expect(thawedStart('2026-03-01', '2026-03-02')).toBe('2026-03-02')
})
