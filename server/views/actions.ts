import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Ahead } from './ahead.ts'
import { Basis } from './clocks.ts'
import { EventView } from './events.ts'
import { oneOf, orNull, text } from './shapes.ts'

/** A form as it is asked: JSON Schema in one language. Here are the keywords that this server looks at itself. */
export type JsonSchema = {
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  oneOf?: { const: string; title: string }[]
  [keyword: string]: unknown
}

/** A JSON Schema, written by the tables of this server and localised. */
export const JsonForm = Type.Unsafe<JsonSchema>({
  type: 'object',
  additionalProperties: true,
  'x-open': 'a JSON Schema written from the tables of this server'
})

/** An act as a case offers it. What it asks, on what ground, and what follows from it is asked for by itself. */
export const ActionLine = closed({
  command: text,
  label: text,
  region: orNull(text),
  enabled: Type.Boolean(),
  /** Why it is not open. */
  reason: Type.Optional(text),
  /** The act that would lift that reason, where this reader may do it now. */
  lifts: Type.Optional(text),
  /** A record that is not expected where the case stands, and why. It may be made all the same. */
  unusual: Type.Optional(text),
  /** What is said beside it, and refuses nothing. */
  warnings: Type.Optional(Type.Array(text)),
  /** Where it stands among the acts of the case. */
  rank: Type.Integer(),
  /** It is waited for; left out where it is not. */
  primary: Type.Optional(Type.Boolean()),
  /** The kind of referral that the act sends, if it is there to send one. */
  refers: Type.Optional(text),
  /** It writes down a measure against the person: `idle`, one that has no object, as far as this reader knows. */
  coerces: Type.Optional(oneOf('possible', 'idle'))
})

export const ActionView = closed({
  command: text,
  label: text,
  region: orNull(text),
  enabled: Type.Boolean(),
  reason: orNull(text),
  /** Of a record that is not expected where the case stands: why. It may be made all the same. */
  unusual: Type.Optional(text),
  /** What is said beside it, and refuses nothing. */
  warnings: Type.Optional(Type.Array(text)),
  primary: Type.Boolean(),
  refers: orNull(text),
  input: JsonForm,
  /** The act of somebody else that this one confirms. */
  confirms: Type.Optional(text),
  ahead: Type.Optional(Ahead),
  basis: Type.Array(Basis)
})

/** Under which protocol naming a court would put a case, null where under none: which rules would change, and which days would move. */
export const DistrictMove = closed({
  court: text,
  protocol: orNull(text),
  changes: Type.Array(text, { maxItems: 200 }),
  lines: Type.Array(text, { maxItems: 100 })
})

/** What the law asks of trafficking, and the signs that speak of it: a reading aid, from which nothing is decided. */
const Element = closed({
  id: oneOf('act', 'means', 'purpose'),
  label: text,
  /** `source`: how it is known, where the reader is told that. */
  signs: Type.Array(closed({ label: text, source: orNull(text) }), { maxItems: 300 })
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
  elements: Type.Array(Element, { maxItems: 3 }),
  /** Null where the list says nothing of this person: a child, or no form that it weighs. */
  weighing: orNull(Weighing),
  /** What the reading aid says of itself. */
  note: text
})

/** The act that lifts what closes another, or answers what is said beside it, of those that this reader may do now. */
export const Lift = closed({ command: text, label: text })

/** One act of a case, and the version at which it was read. */
export const CaseAction = closed({
  ...ActionView.properties,
  version: text,
  lifts: Type.Optional(Lift),
  /** The facts that decide it, where it is asked for on a page of its own: the card of the case holds them beside its form. */
  evidence: Type.Optional(Evidence),
  /** What that somebody else did, the last time. */
  confirmed: Type.Optional(EventView),
  /** Of an act on a child, whom one calls there: the convention of the protocol of where she is, as far as this reader knows. */
  contacts: Type.Optional(Type.Array(closed({ kind: text, name: text, reach: text }))),
  /** The services that the same convention names, each with the acts of this reader that ask it: the convention itself tells them of nothing. */
  services: Type.Optional(
    Type.Array(
      closed({ label: text, acts: Type.Array(closed({ command: text, label: text }), { maxItems: 20 }) }),
      { maxItems: 60 }
    )
  ),
  /** Of naming a court: what each of the place would change, before one is named. */
  moves: Type.Optional(Type.Array(DistrictMove, { maxItems: 20 }))
})

export type Weighing = Static<typeof Weighing>
export type Evidence = Static<typeof Evidence>
export type Lift = Static<typeof Lift>
export type DistrictMove = Static<typeof DistrictMove>
export type CaseAction = Static<typeof CaseAction>
export type ActionView = Static<typeof ActionView>
export type ActionLine = Static<typeof ActionLine>
