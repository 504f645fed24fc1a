import { Type, type Static } from 'typebox'
import { handingStates, type HandingState } from '../../../policies/organisations/handing.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from '../shapes.ts'

const named = closed({ id: text, label: text })
const state = oneOf(...(Object.keys(handingStates) as HandingState[]))
const side = oneOf('from', 'to')

const lined = {
  id: text,
  /** On which of its two sides the reader is. */
  side,
  state,
  stateLabel: text,
  /** The other association. */
  other: text,
  territory: text,
  proposedAt: text,
  expiresAt: text
}

export const HandingLine = closed(lined)
export const HandingList = closed({ items: Type.Array(HandingLine) })

export const HandingView = closed({
  ...lined,
  /** What whoever accompanies the person reads, by class, in any case: nothing that this one holds. */
  classes: Type.Array(text),
  settledAt: orNull(text),
  reason: orNull(text),
  /** The case, for whoever reads it. */
  case: orNull(closed({ id: text })),
  /** Whether its answer is the reader’s to give, or it is theirs to take back. */
  may: closed({ answer: Type.Boolean(), withdraw: Type.Boolean() }),
  /** What is to be known before it is accepted. */
  warning: orNull(text),
  /** Why it may be refused or taken back. */
  reasons: Type.Array(named),
  /** Where the reader’s association works in teams: who may follow the case. */
  teams: orNull(Type.Array(named))
})

/** What would travel with a case, to whom it may, and how the agreement of the person is said. */
export const HandingForm = closed({
  version: text,
  classes: Type.Array(closed({ label: text, acts: Type.Integer() })),
  acts: Type.Integer(),
  /** Requests of this association that the other one will answer for. */
  referrals: Type.Array(text),
  /** Clocks that it will be waited for, by their names. */
  clocks: Type.Array(text),
  /** `lacks`: what an association would miss for this person. */
  associations: Type.Array(closed({ id: text, name: text, territory: text, lacks: orNull(text) }), {
    maxItems: 1000
  }),
  /** What is to be known before it is proposed. */
  warning: orNull(text),
  languages: Type.Array(named),
  /** That of the person, where it is known. */
  language: orNull(text),
  means: Type.Array(named),
  days: Type.Integer(),
  /** The proposal that waits for an answer. */
  waiting: orNull(text)
})

export type HandingLine = Static<typeof HandingLine>
export type HandingList = Static<typeof HandingList>
export type HandingView = Static<typeof HandingView>
export type HandingForm = Static<typeof HandingForm>
