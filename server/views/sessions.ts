import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { text } from './shapes.ts'

export const SessionLine = closed({
  id: text,
  /** The kind of browser at sign-in, in words. */
  device: text,
  openedAt: text,
  /** Known to the minute. */
  usedAt: text,
  /** The one by which this is read. */
  here: Type.Boolean()
})

/** More are never open: a further sign-in waits. */
const lines = Type.Array(SessionLine, { maxItems: 20 })
export const SessionList = closed({ items: lines })

/** A sign-in that opens nothing until its person has chosen which of these it closes. */
export const WaitingSignIn = closed({
  person: text,
  until: text,
  /** How many sessions may be open at a time. */
  most: Type.Integer(),
  items: lines
})

export type SessionLine = Static<typeof SessionLine>
export type SessionList = Static<typeof SessionList>
export type WaitingSignIn = Static<typeof WaitingSignIn>
