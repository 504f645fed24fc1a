import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { orNull, text } from '../shapes.ts'
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
  /** Requests that are withdrawn, each with whom it was sent to. */
  withdrawn: Type.Array(named),
  /** The other organisations that were told of it and those that learn that it is taken back, as far as this reader knows them. */
  told: Type.Array(text),
  learn: Type.Array(text),
  reasons: Type.Array(closed({ id: text, label: text }))
})
export type UndoView = Static<typeof UndoView>

/** `inSight`: its author still sees the case. */
export const Undone = closed({ id: text, inSight: Type.Boolean() })
