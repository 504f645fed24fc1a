import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from './shapes.ts'

/** What the law asks of trafficking, and the signs that speak of it: a reading aid, from which nothing is decided. */
const Element = closed({
  id: oneOf('act', 'means', 'purpose'),
  label: text,
  /** `source`: how it is known, where the reader is told that. */
  signs: Type.Array(closed({ label: text, source: orNull(text) }))
})

/** What a published list makes of the signs: how many of each weight, and whether the list counts that many. */
const Weighing = closed({
  list: text,
  dimensions: Type.Array(closed({ label: text, counted: text, counts: Type.Boolean() }), { maxItems: 6 }),
  /** Its rule, and what it does not say. */
  explained: Type.Array(text, { maxItems: 3 })
})

/** The facts that decide an act, of those that this reader is told, to be read beside it. */
export const Evidence = closed({
  elements: Type.Array(Element),
  /** Null where the list says nothing of this person: a child, or no form that it weighs. */
  weighing: orNull(Weighing),
  /** What the reading aid says of itself. */
  note: text
})

export type Weighing = Static<typeof Weighing>
export type Evidence = Static<typeof Evidence>
