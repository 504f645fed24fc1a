import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { oneOf, orNull, text } from './schemas.ts'

export const AuditLine = closed({
  at: text,
  actor: closed({ name: text, organisation: text, role: text }),
  act: text,
  actLabel: text,
  object: text,
  /** Whose access it concerns: of an invitation, once it was accepted, the account that it became. */
  about: orNull(text),
  /** The case that it concerns, and its public code. */
  caseId: orNull(text),
  caseCode: orNull(text),
  outcome: oneOf('done', 'denied'),
  outcomeLabel: text,
  detail: text
})
export const AuditList = closed({
  items: Type.Array(AuditLine),
  next: orNull(text),
  /** By what the journal may be looked through. */
  actions: Type.Array(closed({ id: text, label: text }))
})
export type AuditLine = Static<typeof AuditLine>
