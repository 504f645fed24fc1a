import { Type, type Static } from 'typebox'
import { closed } from '../../../workflows/vocabulary/fields.ts'
import { orNull, text } from '../shapes.ts'

export const linksShown = 100

const LinkedCase = closed({
  id: text,
  caseId: text,
  code: text,
  kind: text,
  madeOn: text,
  /** Still listed: that it was held is a part of both files. */
  endedOn: orNull(text),
  /** Made by the reader’s own organisation. */
  mine: Type.Boolean(),
  mayEnd: Type.Boolean()
})

export const LinkedCases = closed({
  items: Type.Array(LinkedCase, { maxItems: linksShown }),
  /** What the reader may say that this case has in common with another. */
  kinds: Type.Array(closed({ id: text, label: text }))
})
export type LinkedCases = Static<typeof LinkedCases>
