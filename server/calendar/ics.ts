import type { CivilDate } from '../../workflows/calendar/calendar.ts'
import { addDays } from '../../workflows/calendar/calendar.ts'
import { entrySays } from '../mail/clear.ts'

/**
 * One entry of a calendar: how much falls due on a day, or a meeting at an hour. `uid` stays the same for as long as it is the same
 * entry: a calendar replaces what it has under this name.
 */
export type Entry = { uid: string } & ({ due: number; on: CivilDate } | { meeting: Date; url?: string })

const lineOctets = 75

/** RFC 5545, 3.1: no line is longer than 75 octets, and no letter is cut in two. */
export const folded = (line: string): string => {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > lineOctets) {
      lines.push(current)
      // The space that begins a continued line counts.
      ;[current, octets] = [' ', 1]
    }
    current += letter
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
const compact = (day: CivilDate) => day.replaceAll('-', '')

const hourMs = 3_600_000

const saidOf = (entry: Entry) =>
  'due' in entry
    ? [
        `DTSTART;VALUE=DATE:${compact(entry.on)}`,
        `DTEND;VALUE=DATE:${compact(addDays(entry.on, 1))}`,
        `SUMMARY:${entrySays.deadlines(entry.due)}`
      ]
    : [
        `DTSTART:${stamp(entry.meeting)}`,
        `DTEND:${stamp(new Date(entry.meeting.getTime() + hourMs))}`,
        `SUMMARY:${entrySays.meeting()}`,
        ...(entry.url === undefined ? [] : [`URL:${entry.url}`])
      ]

type Sheet = {
  method: 'PUBLISH' | 'CANCEL'
  stampedAt: Date
  /** Of a calendar that is subscribed to and read each hour anew. */
  name?: string
}

// Nobody is shown as busy: a deadline takes no time, and how long a meeting lasts is not known.
const eventOf = (entry: Entry, { method, stampedAt }: Sheet) => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${stamp(stampedAt)}`,
  ...saidOf(entry),
  ...(method === 'CANCEL' ? ['SEQUENCE:1', 'STATUS:CANCELLED'] : ['SEQUENCE:0', 'STATUS:CONFIRMED']),
  'TRANSP:TRANSPARENT',
  'END:VEVENT'
]

/** A calendar as RFC 5545 writes it: one entry that a letter brings or takes back, or many that are subscribed to. Pure. */
export const calendarText = (entries: readonly Entry[], sheet: Sheet): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MNIO//Agenda//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${sheet.method}`,
    ...(sheet.name === undefined
      ? []
      : [`X-WR-CALNAME:${sheet.name}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H']),
    ...entries.flatMap((entry) => eventOf(entry, sheet)),
    'END:VCALENDAR'
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
