import { Type, type Static, type TSchema } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { Basis } from '../clocks.ts'
import { orNull, text, oneOf } from '../shapes.ts'

/** What is of a table of ours: as long as that is, and no longer. */
const tables = <T extends TSchema>(one: T) => Type.Array(one, { maxItems: 100 })
const named = closed({ id: text, label: text })

const Recording = closed({ kind: oneOf('audio', 'video'), src: text, by: text })

/** A text of rights as it is read: a sentence that waits for its translation is null. */
const read = {
  tag: text,
  name: text,
  direction: oneOf('ltr', 'rtl'),
  status: text,
  translator: text,
  /** The day from which it is shown. */
  from: text,
  code: text,
  /** The same, said or signed. */
  recording: orNull(Recording),
  title: orNull(text),
  told: tables(closed({ id: text, words: orNull(text) }))
}

/** Read again by its code: it says nothing of a case, nor of who was handed it. */
export const RightsText = closed(read)

export const ShownText = closed({
  ...read,
  id: text,
  agrees: orNull(text),
  wishes: orNull(text),
  answers: closed({ yes: orNull(text), no: orNull(text), later: orNull(text) }),
  consents: tables(closed({ scope: text, words: orNull(text) }))
})

export const ConversationForm = closed({
  version: text,
  code: text,
  /** Which acts it may come to here, each with why it is not open. */
  acts: tables(
    closed({
      ...{ command: text, label: text, enabled: Type.Boolean(), reason: orNull(text) },
      basis: tables(Basis)
    })
  ),
  consents: tables(
    closed({
      ...{ scope: text, label: text, given: Type.Boolean(), note: text },
      /** When the person last said no to it. */
      refusedAt: orNull(text)
    })
  ),
  languages: tables(named),
  means: tables(named),
  /** That of the person, where it is known. */
  language: orNull(text),
  texts: tables(closed({ id: text, name: text, label: text })),
  /** Languages whose text waits for a translator. */
  awaited: tables(text),
  /** Those of them in which it can be heard or seen all the same. */
  recorded: tables(closed({ label: text, recording: Recording })),
  plain: ShownText,
  /** Beside the plain one; null where that is the one to show. */
  beside: orNull(ShownText)
})

export const ConversationHeld = closed({ id: text, acts: tables(text) })

export type Recording = Static<typeof Recording>
export type RightsText = Static<typeof RightsText>
export type ShownText = Static<typeof ShownText>
export type ConversationForm = Static<typeof ConversationForm>
