import { addMonths } from '../calendar/calendar.ts'

type Input = Readonly<Record<string, unknown>>

/**
 * Where the last day that a notice states lies: no earlier than the notice, and no later than the month of the code (CESEDA L532-1;
 * 2024/1348, art. 67, leaves from five days to a month). Null of one that counts, or where either day is not said.
 */
export const oddLastDay = ({ notifiedOn, lastDay }: Input): 'before' | 'beyond' | null => {
  if (typeof notifiedOn !== 'string' || typeof lastDay !== 'string') return null
  if (lastDay < notifiedOn) return 'before'
  return lastDay > addMonths(notifiedOn, 1) ? 'beyond' : null
}

/** Whether no notice bounds such a day, which lies beyond the month from the decision itself: it is counted, and asks to be read again. */
export const isUnbounded = ({ decisionOn, notifiedOn, lastDay }: Input): boolean =>
  notifiedOn === undefined &&
  typeof decisionOn === 'string' &&
  typeof lastDay === 'string' &&
  lastDay > addMonths(decisionOn, 1)

/** What is counted of a form: such a day is kept as it was stated, and the month of the code is the safe one. */
export const countedOf = (input: Record<string, unknown>): Record<string, unknown> => {
  if (oddLastDay(input) === null) return input
  const { lastDay: _stated, ...counted } = input
  return counted
}
