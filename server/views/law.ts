import { Type, type Static } from 'typebox'
import { readings } from '../../workflows/law/origin.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from './shapes.ts'

const named = closed({ id: text, label: text })
const weights = ['statute', 'soft', 'design'] as const
const count = Type.Integer()

/** A reference of the register of the law, with how it was read and what stands on it. */
export const ReferenceView = closed({
  code: text,
  /** The text that it is of, by its first word. */
  text: orNull(named),
  /** « CESEDA, art. R. 425-1 »; null where no text stands behind it. */
  article: orNull(text),
  label: text,
  status: oneOf(...weights),
  /** Who made the text; null where no law-maker did. */
  level: orNull(oneOf('law', 'decree', 'union', 'treaty')),
  /** Null for a choice of this project, which has no text. */
  read: orNull(oneOf(...readings)),
  /** Whether a refusal may rest on it. */
  refuses: Type.Boolean(),
  textAsOf: orNull(text),
  inForceFrom: orNull(text),
  /** That day is the one it is of, and no entry into force. */
  given: Type.Boolean(),
  identifier: orNull(text),
  digest: orNull(text),
  source: text,
  acts: Type.Array(named),
  clocks: Type.Array(named),
  offences: Type.Array(named)
})

/** The register, a page at a time; it says nothing of any case. */
export const ReferenceList = closed({
  items: Type.Array(ReferenceView),
  next: orNull(text),
  /** How many fit what was asked. */
  found: count,
  /** Of the whole register: the weight of its references, and how they were read. */
  counts: closed({
    all: count,
    statute: count,
    soft: count,
    design: count,
    full: count,
    excerpt: count,
    secondary: count,
    unread: count
  }),
  texts: Type.Array(named),
  /** The act, clock or offence by which the list was narrowed. */
  rests: orNull(named)
})

export type ReferenceView = Static<typeof ReferenceView>
export type ReferenceList = Static<typeof ReferenceList>
