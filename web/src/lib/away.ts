const minute = 60_000
const hour = 60 * minute
/** Under two days hours say more. */
const saidInHours = 48 * hour
const daysInMonth = 30.44
/** Beyond this many days, months say more. */
const longDays = 90

/** Days, or months beyond three of them: of one thing a page says one number. */
export const daysAway = (days: number): { unit: 'Days' | 'Months'; n: number } =>
  days > longDays ? { unit: 'Months', n: Math.round(days / daysInMonth) } : { unit: 'Days', n: days }

/**
 * How far away an instant is, in whole minutes or hours, and never rounded up: nobody counts on an hour that is not left.
 * « 0 minute » says nothing of the last one.
 */
export const hoursAway = (ms: number): { unit: 'Minutes' | 'Hours'; n: number } =>
  ms < hour
    ? { unit: 'Minutes', n: Math.max(1, Math.floor(ms / minute)) }
    : { unit: 'Hours', n: Math.floor(ms / hour) }

/** How far away a due day is, in the unit that says most: minutes in the last hour, hours under two days, months beyond three. Never negative. */
export const amountAway = ({ dueAt, daysLeft }: { dueAt: string; daysLeft: number }, now: Date) => {
  const away = Math.abs(new Date(dueAt).getTime() - now.getTime())
  return away < saidInHours ? hoursAway(away) : daysAway(Math.abs(daysLeft))
}
