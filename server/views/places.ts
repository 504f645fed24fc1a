import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { ActionView, Badge, oneOf, orNull, text } from './schemas.ts'

export const PlaceLine = closed({
  id: text,
  version: Type.Integer(),
  kind: text,
  /** Kept by the reader's own structure. */
  own: Type.Boolean(),
  structure: text,
  label: text,
  region: orNull(text),
  constraints: Type.Array(Badge),
  status: oneOf('free', 'reserved', 'occupied', 'out'),
  since: orNull(text),
  out: orNull(closed({ reason: text, until: orNull(text) }))
})
export type PlaceLine = Static<typeof PlaceLine>

const many = Type.Integer()
export const PlaceList = closed({
  items: Type.Array(PlaceLine),
  next: orNull(text),
  /** Of the whole pool, whatever is sought. */
  counts: closed({ free: many, reserved: many, occupied: many, out: many }),
  /** How many of them are found by what is sought. */
  found: many,
  /** Those in which the reader sees a place, and how many of theirs are free. */
  regions: Type.Array(closed({ name: text, free: many }), { maxItems: 30 })
})
export type PlaceList = Static<typeof PlaceList>

/** Those that fit best: a desk offers none of the others. */
export const mostMatching = 100

/** A free place for one case: what speaks for it, what against. */
export const PlaceMatch = closed({
  place: PlaceLine,
  /** It may be offered at all; the reasons say why not. */
  offered: Type.Boolean(),
  /** This desk has offered it for somebody else, and no answer has come. */
  asked: Type.Boolean(),
  fits: Type.Boolean(),
  reasons: Type.Array(text),
  against: Type.Array(text)
})

export const PlaceMatches = closed({ items: Type.Array(PlaceMatch, { maxItems: mostMatching }) })

export const WaitingLine = closed({
  caseId: text,
  code: text,
  rank: Type.Integer(),
  score: Type.Integer(),
  /** The version of the rule that ranked it. */
  rule: text,
  why: Type.Array(closed({ label: text, points: Type.Integer() })),
  ahead: orNull(text),
  since: text,
  days: Type.Integer(),
  reason: orNull(text),
  needs: Type.Array(Badge),
  /** Offers that a structure has yet to answer. */
  pending: Type.Integer(),
  /** What the free places of the pool amount to for this person. */
  weighing: closed({
    free: Type.Integer(),
    fit: Type.Integer(),
    spoken: Type.Integer(),
    against: Type.Array(closed({ id: text, label: text, places: Type.Integer() }))
  })
})
export type WaitingLine = Static<typeof WaitingLine>

export const WaitingList = closed({
  items: Type.Array(WaitingLine),
  next: orNull(text),
  /** How many wait, and since when at most. */
  total: many,
  oldestDays: orNull(many),
  rule: closed({ version: text, words: Type.Array(text) })
})
export type WaitingList = Static<typeof WaitingList>

/** One place of the reader's own structure, or the one it may add, with what it may do there. */
export const PlaceView = closed({
  version: Type.Integer(),
  label: text,
  /** As it stands; null while it is only about to be added. */
  place: Type.Union([PlaceLine, Type.Null()]),
  /** For whom it is held or slept in, as far as the reader may know, and until when it is held. */
  holder: orNull(closed({ case: orNull(closed({ id: text, code: text })), until: orNull(text) })),
  actions: Type.Array(ActionView)
})
export type PlaceView = Static<typeof PlaceView>
