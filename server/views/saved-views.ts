import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Count } from './worklist.ts'
import { text } from './shapes.ts'

/** A word by which a list may be narrowed, and how many of the reader’s lines have it. */
const Choice = closed({ value: text, label: text, found: Count })
const choices = (most: number) => Type.Array(Choice, { maxItems: most })

export const ListChoices = closed({
  stage: choices(30),
  form: choices(10),
  act: choices(200),
  only: choices(5),
  /** None where the organisation works in no teams. */
  whose: Type.Array(closed({ value: text, label: text }), { maxItems: 2 }),
  sort: Type.Array(closed({ value: text, label: text }), { maxItems: 5 })
})

/** A list that a person asks for again, by the words of its filters: nobody types its name. */
export const SavedView = closed({
  id: text,
  /** What narrows it; its view has a word of its own. */
  label: text,
  /** As an address of the list asks for it. */
  asked: Type.Array(closed({ name: text, value: text }), { maxItems: 8 })
})
export const mostSaved = 20
export const SavedViews = closed({ items: Type.Array(SavedView, { maxItems: mostSaved }) })

export type ListChoices = Static<typeof ListChoices>
export type SavedViews = Static<typeof SavedViews>
