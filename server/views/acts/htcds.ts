import { Type, type Static } from 'typebox'
import { htcdsFile, htcdsRecord } from '../../../workflows/exchange/htcds/fields.ts'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { orNull, text } from '../shapes.ts'

/** The standard’s own form, the same both ways. */
export const HtcdsRecord = htcdsRecord

const left = Type.Array(closed({ field: text, label: orNull(text), value: text, why: text }))

export const HtcdsExport = closed({
  file: htcdsFile,
  /** What of the case has no place in it, or does not leave this way. */
  left
})
export type HtcdsExport = Static<typeof HtcdsExport>

const Answered = closed({ field: text, label: text, values: Type.Array(text), shown: text })

export const HtcdsPreview = closed({
  /** Answers of a flag that is not sent: read again with the person, on their screens. */
  answers: Type.Array(Answered),
  /** What may be told of the case once it is there. */
  later: Type.Array(Answered),
  left
})
export type HtcdsPreview = Static<typeof HtcdsPreview>
