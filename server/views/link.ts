import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { ReferralView } from './schemas.ts'

const { preview, answerDue, actions, version } = ReferralView.properties

/** What a link shows. Over, it holds the day of the answer; run out, not even that. */
export const LinkView = closed({
  state: Type.String({ enum: ['waiting', 'accepted', 'over', 'expired'] }),
  version,
  kindLabel: Type.Union([Type.String(), Type.Null()]),
  reference: Type.Union([Type.String(), Type.Null()]),
  /** Who asks: an association by its name where the kind says so, and else what kind of organisation. */
  sender: Type.Union([Type.String(), Type.Null()]),
  sentAt: Type.Union([Type.String(), Type.Null()]),
  answeredAt: Type.Union([Type.String(), Type.Null()]),
  expiresAt: Type.Union([Type.String(), Type.Null()]),
  answerDue,
  preview,
  /** The question that was asked and its answer. */
  said: preview,
  refusals: Type.Array(Type.String()),
  actions,
  classes: Type.Array(closed({ class: Type.String(), label: Type.String() }))
})
export type LinkView = Static<typeof LinkView>
