import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../workflows/calendar/ics.ts'

const stampedAt = new Date('2026-11-24T11:00:00Z')
const meeting = {
  ...{ uid: 'a@mnio.invalid', stampedAt, startsAt: new Date('2026-11-26T09:30:00Z') },
  summary: 'Réunion de la cellule'
}

describe('an entry of a calendar', () => {
  it('cuts no line longer than 75 octets through a letter, and no line by what was typed', () => {
    const location = `Salle; « été », ${'é'.repeat(80)}\nBEGIN:VALARM`
    const text = calendarOf([{ ...meeting, location }])
    const lines = text.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(lines).not.toContain('BEGIN:VALARM')
    const whole = text.replaceAll('\r\n ', '')
    expect(whole).toContain(String.raw`LOCATION:Salle\; « été »\, ${'é'.repeat(80)}\nBEGIN:VALARM`)
  })

  it('is an hour in universal time, or a whole day, and the same bytes each time', () => {
    const text = calendarOf([meeting, { uid: 'b@x', stampedAt, on: '2026-12-01', summary: 'Échéance' }], {
      name: 'MNIO'
    })
    expect(text).toBe(
      calendarOf([meeting, { uid: 'b@x', stampedAt, on: '2026-12-01', summary: 'Échéance' }], {
        name: 'MNIO'
      })
    )
    for (const line of [
      'DTSTART:20261126T093000Z',
      'DTSTART;VALUE=DATE:20261201',
      'X-WR-CALNAME:MNIO',
      'METHOD:PUBLISH'
    ])
      expect(text.split('\r\n')).toContain(line)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('takes the place of itself where it is cancelled', () => {
    const lines = calendarOf([{ ...meeting, cancelled: true }], { method: 'CANCEL' }).split('\r\n')
    for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', 'UID:a@mnio.invalid'])
      expect(lines).toContain(line)
  })
})
