import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { ActionView, badgeTone, oneOf, orNull, text } from './schemas.ts'

export const OpeningView = closed({
  id: text,
  /** Null once the case is not in this reader's sight. */
  caseId: orNull(text),
  caseCode: orNull(text),
  openedAt: text,
  by: closed({ name: text, organisation: text, role: text }),
  reason: text,
  /** For who opened and who must confirm. */
  words: orNull(text),
  classes: Type.Array(text),
  state: oneOf('open', 'confirmed', 'refused', 'lapsed'),
  stateLabel: text,
  tone: badgeTone,
  refusal: orNull(text),
  /** Until when it shows anything; past once it shows nothing more. */
  until: text,
  showing: Type.Boolean(),
  /** By when a second person must speak; null once one has, or the clock did. */
  confirmBy: orNull(text),
  confirmer: text,
  told: text,
  mine: Type.Boolean(),
  mayConfirm: Type.Boolean(),
  incident: Type.Boolean()
})

export const OpeningList = closed({ items: Type.Array(OpeningView), next: orNull(text) })

/** One opening with what may be done of it, as a form page reads it. */
export const OpeningPage = closed({
  version: Type.Integer(),
  opening: OpeningView,
  actions: Type.Array(ActionView)
})

/** The openings of one case, and the form of another one where an emergency would open something. */
export const EmergencyView = closed({
  version: Type.Integer(),
  code: text,
  openings: Type.Array(OpeningView),
  actions: Type.Array(ActionView)
})

export type OpeningView = Static<typeof OpeningView>
export type OpeningList = Static<typeof OpeningList>
export type OpeningPage = Static<typeof OpeningPage>
export type EmergencyView = Static<typeof EmergencyView>
