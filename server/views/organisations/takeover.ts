import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { May } from './organisations.ts'
import { oneOf, orNull, text } from '../shapes.ts'

const whole = Type.Integer()

export const TakeoverColumn = closed({
  name: text,
  label: text,
  kind: oneOf('text', 'date', 'yes', 'whole', 'choice', 'choices'),
  /** Always, or wherever something of the same act is filled in. */
  required: oneOf('always', 'with', 'never'),
  values: Type.Array(closed({ code: text, label: text })),
  example: text
})

/** What a spreadsheet of running files may hold, and who may follow what it brings. */
export const TakeoverForm = closed({
  columns: Type.Array(TakeoverColumn),
  atMost: whole,
  may: May,
  inTeams: Type.Boolean(),
  teams: Type.Array(closed({ id: text, name: text }))
})

/** What one line would make, as the reader would see it afterwards. */
export const TakeoverLine = closed({
  line: whole,
  reference: text,
  /** Files of the reader’s own that may be of the same person: whether it is brought is to be said. */
  alike: Type.Array(closed({ caseId: text, code: text, reasons: Type.Array(text) })),
  /** An earlier line of the spreadsheet that may be of the same person. */
  asLine: orNull(whole),
  stands: Type.Array(closed({ label: text, state: text })),
  clocks: Type.Array(closed({ label: text, startsOn: text, dueOn: text, over: Type.Boolean() }))
})

export const TakeoverPreview = closed({
  lines: Type.Array(TakeoverLine),
  /** `written`: what stands in the cell, for whoever mends it here; null where the spreadsheet has none. */
  problems: Type.Array(closed({ line: whole, column: text, message: text, written: orNull(text) })),
  /** The spreadsheet as it was read: with the cells that were mended. */
  csv: text
})

/** The cases that were made; null where this had been done before under the same key. */
export const TakeoverDone = closed({
  taken: orNull(Type.Array(closed({ line: whole, reference: text, caseId: text, code: text })))
})

export type TakeoverForm = Static<typeof TakeoverForm>
export type TakeoverLine = Static<typeof TakeoverLine>
export type TakeoverPreview = Static<typeof TakeoverPreview>
export type TakeoverDone = Static<typeof TakeoverDone>
