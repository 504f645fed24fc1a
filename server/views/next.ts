import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { CaseAction, Evidence, Lift } from './actions.ts'
import { DeadlineView } from './clocks.ts'
import { oneOf, orNull, text } from './shapes.ts'

export const NextStep = closed({
  /** What the reader is waited for; what they can do already; an answer that is theirs; or that nothing is. */
  is: oneOf('awaited', 'ahead', 'referral', 'nothing'),
  label: text,
  command: orNull(text),
  referral: orNull(text),
  /** The clock before which it is done. */
  due: orNull(DeadlineView),
  /** Because of what, in sentences. */
  because: Type.Array(text),
  evidence: Type.Optional(Evidence),
  /** Where an act that is waited for is closed: the act that opens it. */
  lifts: Type.Optional(Lift),
  /** Where whoever is waited for is called, or is given a seat. */
  leads: Type.Optional(oneOf('meetings', 'seats')),
  /** The act itself, where it is asked for. */
  form: Type.Optional(CaseAction)
})

export type NextStep = Static<typeof NextStep>
