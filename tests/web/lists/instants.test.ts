import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  ago,
  capped,
  dateTime,
  dueDate,
  fullDate,
  longDay,
  shortDay,
  today
} from '../../../web/src/lib/format.ts'

const { page } = vi.hoisted(() => ({ page: { data: {} as Record<string, unknown> } }))
vi.mock('$app/state', () => ({ page }))

// How days and hours are said: by the clock of where the reader works, and a day that is a day everywhere.

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const reads = (zone: string, locale = 'fr') =>
  Object.assign(page.data, { locale, now: '2026-11-24T11:00:00Z', me: { organisation: { zone } } })
beforeEach(() => void reads('Europe/Paris'))

describe('an instant', () => {
  const late = '2026-11-24T22:30:00Z'

  it('is told by the hour of where its reader works', () => {
    expect(plain(dateTime(late))).toBe('24 nov. 2026, 23:30')
    reads('Indian/Reunion')
    expect(plain(dateTime(late))).toBe('25 nov. 2026, 02:30')
    expect(today()).toBe('2026-11-24')
    page.data['now'] = late
    expect(today()).toBe('2026-11-25')
  })

  it('is that day everywhere where it is a day alone', () => {
    reads('America/Cayenne')
    expect(fullDate('2026-11-24')).toBe('24 novembre 2026')
  })
})

describe('a day', () => {
  it('bears its year where it is of another one', () => {
    expect([longDay('2026-11-25'), shortDay('2026-11-25')]).toEqual(['mercredi 25 novembre', '25 nov.'])
    expect([longDay('2027-01-05'), shortDay('2025-12-31')]).toEqual(['mardi 5 janvier 2027', '31 déc. 2025'])
  })

  it('is that of what ends with a day; what is counted in hours is told by its hour', () => {
    const due = { dueAt: '2026-11-26T22:59:59Z', dueOn: '2026-11-26' }
    expect(dueDate(due)).toBe('26 novembre 2026')
    expect(plain(dueDate({ ...due, hours: 48 }))).toBe('26 nov. 2026, 23:59')
    expect(plain(dueDate({ ...due, dueOn: null }))).toBe('26 nov. 2026, 23:59')
  })
})

it('what was is told in minutes, hours, days, then months, as far as it is away', () => {
  const told = [
    '2026-11-24T10:40:00Z',
    '2026-11-24T08:00:00Z',
    '2026-11-22T11:00:00Z',
    '2026-06-24T11:00:00Z'
  ]
  expect(told.map((at) => plain(ago(at)))).toEqual([
    ...['il y a 20 minutes', 'il y a 3 heures', 'avant-hier', 'il y a 5 mois']
  ])
  expect(plain(ago('2026-11-27T11:00:00Z'))).toBe('dans 3 jours')
})

it('a number beyond which nothing was counted says so', () => {
  expect([capped({ n: 12, capped: false }), capped({ n: 99, capped: true })]).toEqual(['12', '99+'])
})
