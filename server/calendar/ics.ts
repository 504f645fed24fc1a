import type { CivilDate } from '../../workflows/calendar/calendar.ts'
import { addDays } from '../../workflows/calendar/calendar.ts'

/** One entry of a calendar: a whole day, or a moment that lasts an hour. */
export type Entry = { uid: string; summary: string } & ({ on: CivilDate } | { at: Date })

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

/** RFC 5545, 3.3.11. */
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')

const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
const compact = (day: CivilDate) => day.replaceAll('-', '')

const hourMs = 3_600_000

const timesOf = (entry: Entry) =>
  'on' in entry
    ? [`DTSTART;VALUE=DATE:${compact(entry.on)}`, `DTEND;VALUE=DATE:${compact(addDays(entry.on, 1))}`]
    : [`DTSTART:${stamp(entry.at)}`, `DTEND:${stamp(new Date(entry.at.getTime() + hourMs))}`]

// Nobody is shown as busy: a deadline takes no time, and a meeting is in the reader's own calendar already.
const eventOf = (entry: Entry, now: Date) => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${stamp(now)}`,
  ...timesOf(entry),
  `SUMMARY:${escaped(entry.summary)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT'
]

/** A calendar as its subscriber reads it, each hour anew. Pure. */
export const calendarText = (entries: readonly Entry[], { name, now }: { name: string; now: Date }): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MNIO//Agenda//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap((entry) => eventOf(entry, now)),
    'END:VCALENDAR'
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
