import { dateFormat } from '../formats.ts'

export const paris = 'Europe/Paris'
const wallTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

/** The instant of a wall-clock time in a zone. In the hour that exists twice, the first one; null if it is no time. */
export function instantOf(wall: string, zone: string = paris): string | null {
  if (!wallTime.test(wall)) return null
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return null
  // The offset of the guess may differ from that of the answer around a change of hour: a second pass settles it.
  const guess = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(guess, zone)).toISOString()
}

function offsetAt(instant: number, zone: string): number {
  const parts = dateFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second')
  )
  return wall - Math.floor(instant / 1000) * 1000
}

/** The civil day of an instant in a zone. */
export const dayIn = (zone: string, at: Date) =>
  dateFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at)
