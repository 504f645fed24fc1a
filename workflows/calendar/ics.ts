/** Of an hour, or of a whole civil day. */
type When = { startsAt: Date } | { on: string }

export type CalendarEntry = When & {
  /** Stays the same for as long as it is the same entry: a calendar replaces what it has under this name. */
  uid: string
  /** When the entry was made what it is. */
  stampedAt: Date
  summary: string
  location?: string | null
  url?: string
  cancelled?: boolean
}

type Sheet = { method?: 'PUBLISH' | 'CANCEL'; name?: string }

const utc = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)

const encoder = new TextEncoder()
/** RFC 5545 §3.1: no line is longer than 75 octets, and no letter is cut. */
const folded = (line: string): string => {
  let [out, room] = ['', 75]
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (size > room) [out, room] = [`${out}\r\n `, 74]
    out += letter
    room -= size
  }
  return out
}

const startOf = (entry: When) =>
  'on' in entry ? `DTSTART;VALUE=DATE:${entry.on.replaceAll('-', '')}` : `DTSTART:${utc(entry.startsAt)}`

const linesOf = (entry: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${utc(entry.stampedAt)}`,
  `SEQUENCE:${entry.cancelled ? 1 : 0}`,
  startOf(entry),
  `SUMMARY:${escaped(entry.summary)}`,
  ...(entry.location ? [`LOCATION:${escaped(entry.location)}`] : []),
  ...(entry.url ? [`URL:${entry.url}`] : []),
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT'
]

/** A calendar as RFC 5545 writes it: one entry that a letter brings, or many that are subscribed to. */
export const calendarOf = (
  entries: readonly CalendarEntry[],
  { method = 'PUBLISH', name }: Sheet = {}
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MNIO//FR',
    `METHOD:${method}`,
    ...(name ? [`X-WR-CALNAME:${escaped(name)}`] : []),
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
    ''
  ]
    .map(folded)
    .join('\r\n')
