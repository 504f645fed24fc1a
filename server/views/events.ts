import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Basis } from './clocks.ts'
import { text } from './shapes.ts'

export const named = closed({ label: text, value: text })

export const EventView = closed({
  /** Among those that this reader is told. */
  seq: Type.Integer(),
  at: text,
  command: text,
  label: text,
  by: closed({ organisation: text, role: text }),
  basis: Type.Array(Basis),
  fields: Type.Array(named),
  late: Type.Boolean(),
  /** Of a record that came unexpected: why, as this reader may know it. */
  unusual: Type.Optional(Type.Array(text)),
  /** Taken back, since it was entered in error: when, and why. */
  struck: Type.Optional(closed({ at: text, why: text })),
  /** By what name its authors may ask to take it back. */
  ref: Type.Optional(text),
  /** Their own act, which they do not take back since they do not follow the whole case: under its name stands whom to tell. */
  undoneByOthers: Type.Optional(Type.Boolean())
})

export type EventView = Static<typeof EventView>
