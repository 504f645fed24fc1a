import { Type, type Static } from 'typebox'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { Count, named, oneOf, orNull, text } from './schemas.ts'

export const NoticeView = closed({
  id: text,
  /** When it was told. */
  at: text,
  /** Not yet read by this person. */
  fresh: Type.Boolean(),
  label: text,
  /** The role of whoever did it; nobody where it only says where something stands. */
  by: orNull(text),
  fields: Type.Array(named),
  /** The day that it is about. */
  on: orNull(text),
  /** It waits for the reader by name. */
  named: Type.Boolean(),
  /** Of a referral: what tells it from another, and when it was sent. */
  referral: orNull(closed({ reference: text, sentAt: text })),
  caseCode: orNull(text),
  /** What can be opened to read more. */
  opens: closed({
    what: oneOf('case', 'referral', 'meeting', 'opening', 'team', 'protocol', 'handing', 'undo'),
    id: text
  })
})

export const NoticeList = closed({ items: Type.Array(NoticeView), next: orNull(text), unread: Count })
export const Unread = closed({ unread: Count })

export type NoticeView = Static<typeof NoticeView>
export type NoticeList = Static<typeof NoticeList>
export type Unread = Static<typeof Unread>
