import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { offers, receives } from '../../../policies/organisations/offered.ts'
import { languages } from '../../../workflows/vocabulary/words.ts'
import { oneOf, orNull, text } from '../shapes.ts'

type Codes<W> = [keyof W, ...(keyof W)[]]
const codesOf = <W extends object>(words: W) =>
  oneOf(...(Object.keys(words) as unknown as Codes<W> & string[]))
export const offerCode = codesOf(offers)
export const receivedCode = codesOf(receives)
export const languageCode = codesOf(languages)

const words = Type.Array(text, { maxItems: 60 })
const choices = Type.Array(closed({ code: text, label: text }), { maxItems: 200 })

/** What a service offers, as it says itself: never where. */
export const OfferLine = closed({
  id: text,
  name: text,
  kind: text,
  territory: orNull(text),
  offers: words,
  receives: words,
  languages: words,
  hours: text,
  note: text,
  saidOn: text,
  /** Said so long ago that it may have changed. */
  stale: Type.Boolean()
})
export const OwnOffer = closed({
  name: text,
  offers: words,
  receives: words,
  languages: words,
  hours: text,
  note: text
})
export const OfferList = closed({
  items: Type.Array(OfferLine, { maxItems: 300 }),
  /** What the reader’s own organisation says, where the reader may say it; null for all others. */
  own: orNull(OwnOffer),
  offers: choices,
  receives: choices,
  languages: choices,
  territories: choices
})
export type OfferList = Static<typeof OfferList>
