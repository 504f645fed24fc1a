import { describe, expect, it } from 'vitest'
import { countClock, lawOn, startDay, type Counting } from '../../../workflows/deadlines/count.ts'
import { statute, type DeadlineRow, type Duration } from '../../../workflows/deadlines/row.ts'
import { deadlineRegister, explain } from '../../../workflows/deadlines/deadlines.ts'

const row: DeadlineRow = {
  ...statute({}),
  dataClass: null,
  label: { fr: 'essai', en: 'trial' },
  startsOn: { fr: 'le jour', en: 'the day' },
  duration: null,
  basis: 'CESEDA.R425-2',
  stopsWhen: {}
}
const ago = '2020-01-01T00:00:00Z'
type Case = { duration: Duration; at: Date | string; territory?: string; but?: Partial<DeadlineRow> }
const count = ({ duration, at, territory = '69', but = {} }: Case, counting: Partial<Counting> = {}) =>
  countClock({ ...row, ...but }, { at, territory }, { duration, alerts: [], now: ago, ...counting })
const days = (n: number): Duration => ({ n, unit: 'days' })
const worked = (n: number): Duration => ({ n, unit: 'workingDays' })
const months = (n: number): Duration => ({ n, unit: 'months' })

describe('why working days took longer', () => {
  it('nothing is told of a count that skipped nothing', () => {
    expect(count({ duration: worked(2), at: '2026-11-16' }).computation).toEqual([
      'start:2026-11-16',
      'add:2:workingDays',
      'due:2026-11-18'
    ])
  })

  it('a holiday in the week is named alone, without a word of week-ends', () => {
    expect(count({ duration: worked(2), at: '2026-11-09' }).computation).toEqual([
      'start:2026-11-09',
      'add:2:workingDays',
      'holiday:2026-11-11:armistice_1918',
      'due:2026-11-12'
    ])
  })

  it('Assumption on a Saturday is a Saturday: it is not named', () => {
    expect(count({ duration: worked(2), at: '2026-08-13' }).computation).toEqual([
      'start:2026-08-13',
      'add:2:workingDays',
      'weekends',
      'due:2026-08-17'
    ])
  })

  it('the day of the event is not told of, even when it is a holiday itself', () => {
    expect(count({ duration: worked(1), at: '2026-11-11' }).computation).not.toContain(
      'holiday:2026-11-11:armistice_1918'
    )
  })

  it('calendar days skip nothing, and tell of no week-end', () => {
    expect(count({ duration: days(7), at: '2026-11-09' }).computation).toEqual([
      'start:2026-11-09',
      'add:7:days',
      'due:2026-11-16'
    ])
  })
})

describe('months and years', () => {
  it('tell of a month that has no such day, and only then', () => {
    expect(count({ duration: months(1), at: '2027-01-31' }).computation).toEqual([
      'start:2027-01-31',
      'add:1:months',
      'shorterMonth:31',
      'kept:2027-02-28',
      'due:2027-02-28'
    ])
    expect(count({ duration: { n: 1, unit: 'years' }, at: '2028-02-29' })).toMatchObject({
      dueOn: '2029-02-28',
      computation: ['start:2028-02-29', 'add:1:years', 'shorterMonth:29', 'due:2029-02-28']
    })
    expect(count({ duration: months(1), at: '2026-11-16' }).computation).toHaveLength(3)
    expect(count({ duration: { n: 4, unit: 'years' }, at: '2028-02-29' }).dueOn).toBe('2032-02-29')
  })
})

describe('the end of a clock', () => {
  const onSaturday = { duration: days(5), at: '2026-11-09' }

  it('on a day off stays there unless the row extends it, and says which', () => {
    expect(count(onSaturday)).toMatchObject({
      dueOn: '2026-11-14',
      dueAt: '2026-11-14T22:59:59.999Z',
      computation: ['start:2026-11-09', 'add:5:days', 'kept:2026-11-14', 'due:2026-11-14']
    })
    expect(count({ ...onSaturday, but: { extendToWorkingDay: true } })).toMatchObject({
      dueOn: '2026-11-16',
      computation: ['start:2026-11-09', 'add:5:days', 'moved:2026-11-14', 'due:2026-11-16']
    })
  })

  it('is in the time of the territory, which is told where it is not that of Paris', () => {
    const overseas = count({ ...onSaturday, territory: '974' })
    expect(overseas.dueAt).toBe('2026-11-14T19:59:59.999Z')
    expect(overseas.computation.at(-1)).toBe('localTime:974')
  })

  it('in hours is the very moment, to the minute on the wall of there', () => {
    const hours = { duration: { n: 24, unit: 'hours' }, at: '2026-03-28T12:34:56.789Z' } as const
    expect(count(hours)).toMatchObject({
      startsOn: '2026-03-28',
      dueOn: '2026-03-29',
      dueAt: '2026-03-29T12:34:56.789Z',
      computation: ['start:2026-03-28T13:34', 'add:24:hours', 'due:2026-03-29T14:34']
    })
    expect(count({ ...hours, at: '2026-03-28' }).dueAt).toBe('2026-03-28T23:00:00.000Z')
  })
})

describe('alerts', () => {
  const alertsOf = (now: string, but: Partial<DeadlineRow> = {}, at = '2026-11-09') =>
    count({ duration: days(5), at, but }, { alerts: [3, 1], now }).steps.map((step) =>
      step.kind === 'alert' ? `${step.daysBefore} ${step.at}` : step.kind
    )
  const three = '3 2026-11-10T23:00:00.000Z'
  const one = '1 2026-11-12T23:00:00.000Z'

  it('are given at the beginning of their day; one whose moment has come is past', () => {
    expect(alertsOf('2026-11-10T22:59:59.999Z')).toEqual([three, one, 'due'])
    expect(alertsOf('2026-11-10T23:00:00.000Z')).toEqual([one, 'due'])
    expect(alertsOf('2027-01-01T00:00:00Z')).toEqual(['due'])
  })

  it('of a clock of civil procedure that was extended count from the day before, and one falls on that day', () => {
    const civil = { extendToWorkingDay: true, alertsBeforeExtension: true }
    expect(alertsOf(ago, civil)).toEqual([
      '5 2026-11-10T23:00:00.000Z',
      '3 2026-11-12T23:00:00.000Z',
      '2 2026-11-13T23:00:00.000Z',
      'due'
    ])
    expect(alertsOf(ago, civil, '2026-11-12')).toHaveLength(3)
    expect(alertsOf(ago, { ...civil, alertsBeforeExtension: false }, '2026-11-10')).toEqual([
      '3 2026-11-12T23:00:00.000Z',
      '1 2026-11-14T23:00:00.000Z',
      'due'
    ])
  })

  it('of a clock of civil procedure that ends on a worked day are those of any other', () => {
    const civil = { extendToWorkingDay: true, alertsBeforeExtension: true }
    expect(alertsOf(ago, civil, '2026-11-13').slice(0, 2)).toEqual(
      alertsOf(ago, {}, '2026-11-13').slice(0, 2)
    )
  })
})

describe('where a clock starts', () => {
  it('a date is that date anywhere; an instant has the date it bears there', () => {
    expect(startDay({ at: '2026-11-09', territory: '988' })).toBe('2026-11-09')
    expect(startDay({ at: '2026-11-09T20:00:00Z', territory: '988' })).toBe('2026-11-10')
    expect(startDay({ at: new Date('2026-11-09T03:00:00Z'), territory: '972' })).toBe('2026-11-08')
  })

  it('a law that has changed twice counts each clock by the text of its day', () => {
    const changed = {
      duration: days(45),
      basis: 'CESEDA.R425-2',
      was: [
        { until: '2019-12-31', duration: days(10), basis: 'CESEDA.R425-1' },
        { until: '2025-12-31', duration: days(30), basis: 'CESEDA.R425-1' }
      ]
    } as const
    const n = (day: string) => lawOn(changed, day).duration?.n
    expect(['2019-12-31', '2020-01-01', '2025-12-31', '2026-01-01'].map(n)).toEqual([10, 30, 30, 45])
  })
})

describe('a birthday', () => {
  const birthday = { endsAtFirstHour: true }
  const years: Duration = { n: 18, unit: 'years' }

  it('is reached at its first hour, in the zone of the territory', () => {
    const dueAt = (territory: string) =>
      count({ duration: years, at: '2008-12-01', territory, but: birthday }).dueAt
    expect(dueAt('69')).toBe('2026-11-30T23:00:00.000Z')
    expect(dueAt('974')).toBe('2026-11-30T20:00:00.000Z')
    expect(count({ duration: years, at: '2008-12-01' }).dueAt).toBe('2026-12-01T22:59:59.999Z')
  })

  it('of the 29th of February comes on the first of March, as the age itself is counted', () => {
    expect(count({ duration: years, at: '2008-02-29', but: birthday })).toMatchObject({
      dueOn: '2026-03-01',
      dueAt: '2026-02-28T23:00:00.000Z'
    })
  })
})

describe('a day that had passed before anybody knew', () => {
  const born = { duration: { n: 17, unit: 'years' }, at: '2009-06-20' } as const
  const known = { now: '2026-11-24T11:00:00Z', alerts: [30] }

  it('is late from that day on, unless the row says otherwise', () => {
    expect(count(born, known).dueOn).toBe('2026-06-20')
    const now = count({ ...born, but: { dueOnceKnown: true } }, known)
    expect(now).toMatchObject({ dueOn: '2026-11-24', dueAt: '2026-11-24T22:59:59.999Z' })
    expect(now.steps).toEqual([{ kind: 'due', at: '2026-11-24T22:59:59.999Z' }])
    expect(explain(now, 'fr')).toEqual([
      '20 juin 2009 + 17 ans = 20 juin 2026',
      'Le 20 juin 2026 est déjà passé : à faire maintenant'
    ])
  })

  it('that lies ahead is what it is', () => {
    const ahead = { ...born, at: '2010-06-20', but: { dueOnceKnown: true } }
    expect(count(ahead, known)).toEqual(count({ ...born, at: '2010-06-20' }, known))
  })

  it('is what a child who is flagged late is prepared for', () => {
    expect(deadlineRegister['D-MAJORITY-PREPARED'].dueOnceKnown).toBe(true)
    expect(deadlineRegister['D-MAJORITY'].endsAtFirstHour).toBe(true)
  })
})
