import { Type, type Static, type TSchema } from 'typebox'
import { closed } from '../../workflows/fields.ts'

// What leaves the server, and nothing else: a column that is added to a table does not appear here by itself.

const text = Type.String()
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const named = closed({ label: text, value: text })

export const Badge = closed({ key: text, label: text, tone: text })
export const Basis = closed({ code: text, label: text, status: text })

const Due = closed({ label: text, dueAt: text, daysLeft: Type.Integer(), late: Type.Boolean() })
const Count = closed({ n: Type.Integer(), capped: Type.Boolean() })

export const CaseLine = closed({
  id: text,
  code: text,
  openedOn: text,
  waitsFor: orNull(closed({ command: text, label: text })),
  situation: closed({ state: text, label: text, tone: text }),
  badges: Type.Array(Badge),
  summary: text,
  due: orNull(Due),
  movedAt: text
})

export const CaseList = closed({
  items: Type.Array(CaseLine),
  next: orNull(text),
  counts: closed({ todo: Count, late: Count, moved: Count })
})

export const RegionView = closed({
  id: text,
  label: text,
  state: text,
  stateLabel: text,
  tone: text,
  detail: orNull(text),
  clock: orNull(closed({ label: text, daysLeft: Type.Integer(), total: Type.Integer(), dueOn: text }))
})

export const EventView = closed({
  seq: Type.Integer(),
  at: text,
  command: text,
  label: text,
  by: closed({ organisation: text, role: text }),
  basis: Type.Array(Basis),
  fields: Type.Array(named),
  late: Type.Boolean()
})

export const DeadlineView = closed({
  id: text,
  code: text,
  label: text,
  startsOn: text,
  dueOn: text,
  dueAt: text,
  daysLeft: Type.Integer(),
  total: Type.Integer(),
  state: text,
  late: Type.Boolean(),
  computation: Type.Array(text),
  basis: Type.Array(Basis)
})

export const ConsentView = closed({
  scope: text,
  label: text,
  state: text,
  on: orNull(text),
  language: orNull(text),
  means: orNull(text),
  interpreter: Type.Boolean(),
  expiresOn: orNull(text)
})

export const ReferralLine = closed({
  id: text,
  kind: text,
  kindLabel: text,
  sender: text,
  recipient: text,
  direction: text,
  state: text,
  stateLabel: text,
  tone: text,
  sentAt: text,
  answerDue: orNull(Due),
  summary: text,
  caseCode: orNull(text),
  caseId: orNull(text)
})

export const ActionView = closed({
  command: text,
  label: text,
  region: orNull(text),
  enabled: Type.Boolean(),
  reason: orNull(text),
  primary: Type.Boolean(),
  // A JSON Schema, written by the tables of this server and localised.
  input: Type.Unsafe<object>({ type: 'object', additionalProperties: true, 'x-open': 'a JSON Schema written from the tables of this server' }),
  basis: Type.Array(Basis)
})

const Territory = closed({ code: text, name: text })

export const CaseView = closed({
  id: text,
  code: text,
  version: Type.Integer(),
  openedOn: text,
  territory: orNull(Territory),
  capacity: closed({ id: text, label: text }),
  participants: Type.Integer(),
  badges: Type.Array(Badge),
  regions: Type.Array(RegionView),
  classes: Type.Array(closed({ class: text, label: text, access: text, why: text })),
  stay: orNull(closed({ id: text, structure: orNull(text), region: orNull(text), state: text })),
  timeline: Type.Array(EventView),
  deadlines: Type.Array(DeadlineView),
  consents: Type.Array(ConsentView),
  referrals: Type.Array(ReferralLine),
  actions: Type.Array(ActionView)
})

export const ReferralView = closed({
  ...ReferralLine.properties,
  version: Type.Integer(),
  preview: Type.Array(named),
  previewNote: text,
  escalatedTo: orNull(text),
  events: Type.Array(EventView),
  case: orNull(closed({ id: text, code: text })),
  actions: Type.Array(ActionView)
})

export const ReferralList = closed({ items: Type.Array(ReferralLine), next: orNull(text) })

export const PlaceLine = closed({
  id: text,
  structure: text,
  label: text,
  region: orNull(text),
  constraints: Type.Array(Badge),
  status: text,
  since: orNull(text)
})

export const DeadlineList = closed({
  items: Type.Array(closed({ ...DeadlineView.properties, caseId: text, caseCode: text })),
  next: orNull(text)
})

export const Me = closed({
  person: closed({ name: text }),
  organisation: closed({ name: text, type: text, territory: orNull(Territory) }),
  role: text,
  roleLabel: text,
  accredited: Type.Boolean(),
  demonstration: Type.Boolean(),
  locale: text,
  nav: Type.Array(text)
})

export const Fields = closed({ class: text, fields: Type.Array(named) })

export type CaseLine = Static<typeof CaseLine>
export type CaseList = Static<typeof CaseList>
export type CaseView = Static<typeof CaseView>
export type RegionView = Static<typeof RegionView>
export type EventView = Static<typeof EventView>
export type DeadlineView = Static<typeof DeadlineView>
export type ConsentView = Static<typeof ConsentView>
export type ReferralLine = Static<typeof ReferralLine>
export type ReferralView = Static<typeof ReferralView>
export type ActionView = Static<typeof ActionView>
export type PlaceLine = Static<typeof PlaceLine>
export type Badge = Static<typeof Badge>
export type Basis = Static<typeof Basis>
export type Me = Static<typeof Me>

const AuditLine = closed({
  at: text,
  actor: closed({ name: text, organisation: text, role: text }),
  act: text,
  actLabel: text,
  object: text,
  caseCode: orNull(text),
  outcome: text,
  outcomeLabel: text,
  detail: text
})
export const AuditList = closed({ items: Type.Array(AuditLine), next: orNull(text) })
export type AuditLine = Static<typeof AuditLine>
