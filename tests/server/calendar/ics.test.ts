import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarText, folded } from '../../../server/calendar/ics.ts'

const now = new Date('2026-11-27T10:00:00Z')
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as never)

describe('a calendar', () => {
  it('is read by a parser as it was meant, whatever its words hold', () => {
    const summaries = fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 5 })
    fc.assert(
      fc.property(summaries, (words) => {
        // What no calendar holds: RFC 5545 leaves control characters out.
        const said = words.map((one) => one.replaceAll(/[\u0000-\u001f\u007f-\u009f]/gu, ' ').trim())
        const text = calendarText(
          said.map((summary, n) => ({ uid: `u${n}@mnio`, summary, on: '2026-12-31' })),
          { name: 'MNIO', now }
        )
        const events = parsed(text).getAllSubcomponents('vevent')
        expect(events.map((one) => one.getFirstPropertyValue('summary'))).toEqual(said)
      })
    )
  })

  it('keeps its lines to 75 octets, cuts no letter, and ends each with CR LF', () => {
    const text = calendarText([{ uid: 'u@mnio', summary: 'É'.repeat(200), at: now }], { name: 'MNIO', now })
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain('É'.repeat(200))
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
  })

  it('has a whole day for a deadline and an hour for a meeting', () => {
    const text = calendarText(
      [
        { uid: 'day@mnio', summary: 'Échéance MNIO', on: '2026-12-31' },
        { uid: 'hour@mnio', summary: 'Réunion MNIO', at: new Date('2026-12-01T13:30:00Z') }
      ],
      { name: 'MNIO', now }
    )
    const [day, hour] = parsed(text)
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    expect([day!.startDate.isDate, day!.startDate.toString(), day!.endDate.toString()]).toEqual([
      ...[true, '2026-12-31', '2027-01-01']
    ])
    expect(hour!.startDate.toJSDate()).toEqual(new Date('2026-12-01T13:30:00Z'))
    expect(hour!.duration.toSeconds()).toBe(3600)
  })
})
