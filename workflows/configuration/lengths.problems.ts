import { addDays, addMonths } from '../calendar/calendar.ts'
import type { InputProblem } from '../vocabulary/input.ts'
import { lengths, type LengthId } from '../law/lengths.ts'
import { spelled } from '../vocabulary/spelled.ts'

type Input = Record<string, unknown>
type Bound = { length: LengthId; is: 'least' | 'most' }

const said = ({ length: id, is }: Bound): InputProblem => {
  const { basis, length } = lengths[id]
  const [{ fr, en }, article] = [spelled(length), basis.split('.')[1]]
  return {
    field: 'validUntil',
    code: is === 'least' ? 'too_short' : 'too_long',
    message:
      is === 'least'
        ? {
            fr: `Ce document vaut ${fr} au moins (${article}).`,
            en: `This document is valid for at least ${en} (${article}).`
          }
        : {
            fr: `Ce document vaut ${fr} au plus (${article}).`,
            en: `This document is valid for at most ${en} (${article}).`
          }
  }
}

/** Documents that bear their own end, held against what a text says of their length. */
const lengthProblems = (bound: Bound, input: Input): InputProblem[] => {
  const [issuedOn, validUntil] = [input['issuedOn'], input['validUntil']]
  if (typeof issuedOn !== 'string' || typeof validUntil !== 'string') return []
  const { length, from } = lengths[bound.length]
  if (issuedOn < from) return []
  // A receipt given on the 1st may bear the last day of the month: a day short is no breach.
  const end = addMonths(issuedOn, length.n)
  const breached = bound.is === 'least' ? validUntil < addDays(end, -1) : validUntil > end
  return breached ? [said(bound)] : []
}

export const lengthChecks = {
  provisionalLength: (input: Input) => lengthProblems({ length: 'provisionalPermit', is: 'least' }, input),
  receiptLength: (input: Input) =>
    lengthProblems(
      input['kind'] === 'online'
        ? { length: 'onlineCertificate', is: 'most' }
        : { length: 'receipt', is: 'least' },
      input
    )
}
