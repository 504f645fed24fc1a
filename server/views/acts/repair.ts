import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from '../shapes.ts'
import { EventView, named } from '../schemas.ts'

/** What taking back an act comes to, as whoever would do it may know. */
export const UndoView = closed({
  version: text,
  act: EventView,
  /** Why it is not taken back; null where it may be. */
  kept: orNull(text),
  /** The acts that rest on it, of which this reader is told, the newest first. */
  resting: Type.Array(EventView),
  regions: Type.Array(closed({ label: text, from: text, to: text })),
  /** Clocks that run again, with their day, and those that never ran. */
  again: Type.Array(closed({ label: text, dueOn: text })),
  annulled: Type.Array(text),
  /** Requests that are withdrawn, or stand against it, each with whom it was sent to. */
  withdrawn: Type.Array(closed({ id: text, ...named.properties })),
  /** The other organisations that were told of it and those that learn that it is taken back, as far as this reader knows them. */
  told: Type.Array(text),
  learn: Type.Array(text),
  reasons: Type.Array(closed({ id: text, label: text })),
  /** What those who entered it asked last, where they cannot take it back themselves. */
  request: orNull(
    closed({
      state: oneOf('asked', 'undone', 'declined', 'withdrawn', 'lapsed'),
      label: text,
      on: text,
      reason: closed({ id: text, label: text })
    })
  ),
  /** What this reader may do: take it back, ask for it, say that it stays, or ask no more. */
  may: closed({
    undo: Type.Boolean(),
    ask: Type.Boolean(),
    decline: Type.Boolean(),
    withdraw: Type.Boolean()
  })
})
export type UndoView = Static<typeof UndoView>

/** `inSight`: its author still sees the case. */
export const Undone = closed({ id: text, inSight: Type.Boolean() })

/** Of what was asked: nothing but that it was passed on, whatever rests on the act. */
export const UndoAsked = closed({ id: text, state: oneOf('asked', 'declined', 'withdrawn') })

/** An act that those who entered it ask to have undone, and that waits for this reader. */
export const UndoRequestLine = closed({
  id: text,
  caseId: text,
  caseCode: text,
  ref: text,
  label: text,
  askedAt: text
})
export const UndoRequestList = closed({ items: Type.Array(UndoRequestLine, { maxItems: 100 }) })
export type UndoRequestLine = Static<typeof UndoRequestLine>
export type UndoRequestList = Static<typeof UndoRequestList>
