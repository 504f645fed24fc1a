import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarText, folded } from '../../../server/calendar/ics.ts'

const stampedAt = new Date('2026-11-27T10:00:00Z')
const feed = { method: 'PUBLISH', stampedAt, name: 'MNIO' } as const
const day = { uid: 'day@mnio', due: 1, on: '2026-12-31' }
const hour = {
  ...{ uid: 'hour@mnio', meeting: new Date('2026-12-01T13:30:00Z') },
  url: `https://${'long.'.repeat(20)}test/reunions/1`
}
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

describe('a calendar', () => {
  it('holds its own lines and no other, whatever falls due', () => {
    const lines = calendarText([day, { ...day, due: 12 }, hour], feed)
      .replaceAll('\r\n ', '')
      .split('\r\n')
    const said = (name: string) =>
      lines.flatMap((one) => (one.startsWith(name) ? [one.slice(name.length)] : []))
    expect(said('SUMMARY:')).toEqual(['Échéance MNIO', '12 échéances MNIO', 'Réunion MNIO'])
    expect(said('URL:')).toEqual([hour.url])
    const names = new Set(lines.slice(0, -1).map((one) => /^[A-Z-]+/.exec(one)![0]))
    expect([...names].sort()).toEqual(
      [
        ...[
          'BEGIN',
          'CALSCALE',
          'DTEND',
          'DTSTAMP',
          'DTSTART',
          'END',
          'METHOD',
          'PRODID',
          'REFRESH-INTERVAL'
        ],
        ...['SEQUENCE', 'STATUS', 'SUMMARY', 'TRANSP', 'UID', 'URL', 'VERSION', 'X-WR-CALNAME']
      ].sort()
    )
  })

  it('keeps its lines to 75 octets, cuts no letter, and ends each with CR LF', () => {
    const text = calendarText([hour], feed)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
    const long = folded('É'.repeat(200)).split('\r\n ')
    expect([long.join(''), long.every((line) => Buffer.byteLength(line) <= 75)]).toEqual([
      'É'.repeat(200),
      true
    ])
  })

  it('has a whole day for a deadline and an hour for a meeting', () => {
    const [due, met] = eventsOf(calendarText([day, hour], feed))
    expect([due!.startDate.isDate, due!.startDate.toString(), due!.endDate.toString()]).toEqual([
      ...[true, '2026-12-31', '2027-01-01']
    ])
    expect(met!.startDate.toJSDate()).toEqual(hour.meeting)
    expect(met!.duration.toSeconds()).toBe(3600)
  })

  it('takes out what it put there, under the same name and by the method that is said', () => {
    const lines = calendarText([hour], { method: 'CANCEL', stampedAt }).split('\r\n')
    for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', 'UID:hour@mnio'])
      expect(lines).toContain(line)
    expect(lines.join()).not.toContain('REFRESH')
  })
})
