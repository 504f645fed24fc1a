import { isCivilDate } from '../../../workflows/calendar/calendar.ts'

// PostgreSQL knows no zone further from Greenwich than fifteen hours, and Date.parse takes a leap second for nothing.
const shape = /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-](0\d|1[0-4]):?[0-5]\d)$/

/** Whether an instant is of a day that there is and of a year that the calendar knows, where it is written and in UTC. */
export const isInstant = (text: string): boolean =>
  shape.test(text) &&
  isCivilDate(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text)) &&
  isCivilDate(new Date(text).toISOString().slice(0, 10))
