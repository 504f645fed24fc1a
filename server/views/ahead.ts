import { Type } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { orNull, text } from './shapes.ts'

/** What follows from an act: who learns of it, who is asked, what they see before and after their yes, until when they answer. */
export const Ahead = closed({
  /** Of those of whom the reader may know that they take part, or will by this act; null: everyone who takes part. */
  told: orNull(Type.Array(text)),
  /** Others may learn of it, of whom the reader may not know whether they take part. */
  others: Type.Boolean(),
  /** Who learns of it depends on which agreement is ticked. */
  byScope: Type.Boolean(),
  /** By code, the clocks that stop as everyone's part in the case ends, by this act or by the one that it asks for; else null. */
  ends: orNull(Type.Array(text)),
  /** Of a record that nothing expected: what it would change, of what the reader is told. */
  changes: Type.Optional(
    closed({
      /** Where its region stands, and would stand: several where the answers decide. */
      region: Type.Union([closed({ label: text, from: text, to: Type.Array(text) }), Type.Null()]),
      stops: Type.Array(text),
      starts: Type.Array(text),
      /** Clocks that start or not by what is answered. */
      mayStart: Type.Array(text)
    })
  ),
  asks: Type.Array(
    closed({
      recipient: text,
      kind: text,
      before: Type.Array(text),
      after: Type.Array(text),
      /** The law has it transmitted whole: the recipient reads the case from the sending on. */
      atOnce: Type.Boolean(),
      answerBy: text,
      /** The civil day that ends then; null where hours are counted. */
      answerOn: orNull(text),
      /** Who is told of silence. */
      silence: text
    })
  )
})
