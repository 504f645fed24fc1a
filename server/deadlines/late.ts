import { atHour } from '../../workflows/calendar/calendar.ts'
import type { Zone } from '../../workflows/calendar/territories.ts'
import {
  deadlineRegister,
  endOf,
  legalEnd,
  type DeadlineCode,
  type DeadlineRow
} from '../../workflows/deadlines/deadlines.ts'
import type { DeadlineEntry } from '../cases/store.ts'

type Ending = Pick<DeadlineEntry, 'code' | 'computation'>

/** When the right is over in law; null where the due day says it, `never` where no end is known. */
export const endsInLaw = (entry: Ending, zone: Zone): Date | 'never' | null => {
  const end = legalEnd(entry)
  if (end === null) return null
  if (end.on === null) return 'never'
  const row: DeadlineRow = deadlineRegister[entry.code as DeadlineCode]
  return new Date(end.hour === null ? endOf(row, end.on, zone) : atHour(end.on, end.hour, zone))
}

/** Practice gives its length as an indication: nobody who takes longer is late. */
export const isIndication = (code: string): boolean =>
  (deadlineRegister[code as DeadlineCode] as DeadlineRow).indicative

/** From when an act that is awaited by this clock is late; `infinity` where no end is known in law, null of an indication. */
export const lateFrom = (entry: Ending & { dueAt: Date }, zone: Zone): Date | 'infinity' | null => {
  if (isIndication(entry.code)) return null
  const ends = endsInLaw(entry, zone) ?? entry.dueAt
  return ends === 'never' ? 'infinity' : ends < entry.dueAt ? entry.dueAt : ends
}
