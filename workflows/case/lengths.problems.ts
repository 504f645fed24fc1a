import { addDays, addMonths } from '../calendar/calendar.ts'
import { problem, type InputProblem } from '../vocabulary/problem.ts'
import { lengths, type LengthId } from '../law/lengths.ts'
import { spelled } from '../deadlines/spelled.ts'
import { isUnbounded, oddLastDay } from '../deadlines/stated.ts'

type Input = Record<string, unknown>
type Bound = { length: LengthId; is: 'least' | 'most' }

const said = ({ length: id, is }: Bound): InputProblem => {
  const { basis, length } = lengths[id]
  const [{ fr, en }, article] = [spelled(length), basis.split('.')[1]]
  const [code, within, bound] =
    is === 'least' ? ['too_short', 'au moins', 'at least'] : ['too_long', 'au plus', 'at most']
  return problem(
    'validUntil',
    code,
    `Ce document vaut ${fr} ${within} (${article}).`,
    `This document is valid for ${bound} ${en} (${article}).`
  )
}

/**
 * Of documents given before, nothing is said: what the texts said then was not read. A caution of this project; no source was read that
 * gives a day of entry into force.
 */
export const firstHeld = '2021-05-01'

/** Documents that bear their own end, held against what a text says of their length. */
const lengthProblems = (bound: Bound, input: Input): InputProblem[] => {
  const [issuedOn, validUntil] = [input['issuedOn'], input['validUntil']]
  if (typeof issuedOn !== 'string' || typeof validUntil !== 'string') return []
  const { length } = lengths[bound.length]
  if (issuedOn < firstHeld) return []
  // A receipt given on the 1st may bear the last day of the month: a day short is no breach.
  const end = addMonths(issuedOn, length.n)
  const breached = bound.is === 'least' ? validUntil < addDays(end, -1) : validUntil > end
  return breached ? [said(bound)] : []
}

const overBefore = problem(
  'validUntil',
  'before_start',
  'Cette fin précède le premier jour du titre : relisez les deux dates sur la carte.',
  'This end comes before the first day of the permit: read both dates again on the card.'
)

/** A card whose end comes before its start would open a clock that is over: neither day is what the card says. */
const endsAfterStart = ({ issuedOn, validUntil }: Input): InputProblem[] =>
  typeof issuedOn === 'string' && typeof validUntil === 'string' && validUntil < issuedOn ? [overBefore] : []

const far = problem(
  'validUntil',
  'far',
  'Ce récépissé vaudrait plus d’un an : relisez sa date de fin.',
  'This receipt would be valid for more than a year: read its end again.'
)

/** No text that was read says how long a receipt may last at the most: beyond a year a day is sooner mistyped than meant. */
const farReceipt = ({ issuedOn, validUntil }: Input): InputProblem[] =>
  typeof issuedOn === 'string' && typeof validUntil === 'string' && validUntil > addMonths(issuedOn, 12)
    ? [far]
    : []

const oddDays = {
  beyond: problem(
    'lastDay',
    'beyond_month',
    'Ce jour est plus d’un mois après la notification : la loi dit un mois (L532-1). Il est gardé et n’est pas compté : le mois est la date sûre.',
    'This day is more than a month after the notice: the law says a month (L532-1). It is kept and not counted: the month is the safe date.'
  ),
  before: problem(
    'lastDay',
    'before_notice',
    'Ce jour précède la notification : relisez les deux dates. Il est gardé et n’est pas compté.',
    'This day comes before the notice: read both dates again. It is kept and not counted.'
  ),
  unbounded: problem(
    'lastDay',
    'unbounded',
    'Ce jour est plus d’un mois après la décision, et le jour de la notification n’est pas dit : le mois court de la notification (L532-1). Dites ce jour, ou relisez la date.',
    'This day is more than a month after the decision, and the day of the notice is not said: the month runs from the notice (L532-1). Say that day, or read the date again.'
  )
} as const

/** A stated day is the safe one where it is shorter than the month of the code, and counts from the notice. */
const lastDayInMonth = (input: Input): InputProblem[] => {
  const odd = oddLastDay(input) ?? (isUnbounded(input) ? 'unbounded' : null)
  return odd === null ? [] : [oddDays[odd]]
}

export const lengthChecks = {
  lastDayInMonth,
  endsAfterStart,
  provisionalLength: (input: Input) => lengthProblems({ length: 'provisionalPermit', is: 'least' }, input),
  receiptLength: (input: Input) =>
    input['kind'] === 'online'
      ? lengthProblems({ length: 'onlineCertificate', is: 'most' }, input)
      : [...lengthProblems({ length: 'receipt', is: 'least' }, input), ...farReceipt(input)]
}
