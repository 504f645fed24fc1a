import { Type } from 'typebox'
import { closed } from '../../workflows/fields.ts'
import { orNull, text } from './shapes.ts'

/** What follows from an act: who learns of it, who is asked, what they see before and after their yes, until when they answer. */
export const Ahead = closed({
  /** Null: everyone who takes part. */
  told: orNull(Type.Array(text)),
  /** Who learns of it depends on which agreement is ticked. */
  byScope: Type.Boolean(),
  asks: Type.Array(
    closed({
      recipient: text,
      kind: text,
      before: Type.Array(text),
      after: Type.Array(text),
      /** The law has it transmitted whole: the recipient reads the case from the sending on. */
      atOnce: Type.Boolean(),
      answerBy: text,
      /** Who is told of silence. */
      silence: text
    })
  )
})
