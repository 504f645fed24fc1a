import { civilDate } from '../../workflows/calendar/calendar.ts'

/** By the calendar of Paris, whose administration keeps organisations. */
export const todayOf = (at: Date) => civilDate(at, 'Europe/Paris')
