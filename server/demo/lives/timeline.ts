/** Hours before (negative) or after the moment at which the demonstration world stands. */
export type Hour = number

const hourInMs = 3_600_000
const dayInMs = 24 * hourInMs
const [opens, closes] = [7, 17]

/**
 * Office time, in order: what a life would have done at night is done in the day, and at the weekend on the Friday evening.
 * It never swaps two moments, so that a story keeps its order.
 */
const officeTime = (ms: number): number => {
  const day = Math.floor(ms / dayInMs)
  const part = (ms - day * dayInMs) / dayInMs
  // 1 January 1970 was a Thursday.
  const weekday = (day + 3) % 7
  const beyond = weekday >= 5 ? weekday - 4 : 0
  const hour = beyond === 0 ? opens + part * (closes - opens - 1) : closes - 1 + (beyond - 1 + part) / 2
  return (day - beyond) * dayInMs + hour * hourInMs
}

export const instantOf = (hour: Hour, anchor: Date): Date =>
  new Date(Math.min(officeTime(anchor.getTime() + hour * hourInMs), anchor.getTime() - 60_000))

/** Strictly after, by a few minutes at least: two acts of one case never share an instant. */
export const after = (wanted: Date, previous: Date | null): Date =>
  previous && wanted.getTime() < previous.getTime() + 60_000 ? new Date(previous.getTime() + 60_000) : wanted
