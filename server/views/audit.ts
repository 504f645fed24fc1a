import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/fields.ts'
import { oneOf, orNull, text } from './schemas.ts'

const AuditLine = closed({
  at: text,
  actor: closed({ name: text, organisation: text, role: text }),
  act: text,
  actLabel: text,
  object: text,
  caseCode: orNull(text),
  outcome: oneOf('done', 'denied'),
  outcomeLabel: text,
  detail: text
})
export const AuditList = closed({ items: Type.Array(AuditLine), next: orNull(text) })
export type AuditLine = Static<typeof AuditLine>
