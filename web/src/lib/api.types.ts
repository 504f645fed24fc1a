/**
 * What the API answers, as the pages read it.
 * To be replaced, type by type, by `import type` from the server's own views.
 */
export type Tone = 'danger' | 'late' | 'done' | 'minor' | 'accent' | 'plain'
export type Badge = { key: string; label: string; tone: Tone }
export type Territory = { code: string; name: string }
export type Locale = 'fr' | 'en'

export type NavKey = 'today' | 'cases' | 'flag' | 'referrals' | 'places' | 'deadlines' | 'figures' | 'audit'

export type Me = {
  person: { name: string }
  organisation: { name: string; type: string; territory: Territory | null }
  role: string
  roleLabel: string
  accredited: boolean
  demonstration: boolean
  locale: Locale
  nav: string[]
}

export type Page<T> = { items: T[]; next: string | null }

// Worklist
export type WorklistView = 'todo' | 'late' | 'moved' | 'all'
export type Count = { n: number; capped: boolean }
export type Due = { label?: string; dueAt: string; daysLeft: number; late: boolean }
export type CaseLine = {
  id: string
  code: string
  openedOn: string
  waitsFor: { command: string; label: string } | null
  situation: { state: string; label: string; tone: Tone }
  badges: Badge[]
  summary: string
  due: Due | null
  movedAt: string
}
export type CaseList = Page<CaseLine> & { counts: { todo: Count; late: Count; moved: Count } }

// One case
export type Basis = { code: string; label: string; status: 'statute' | 'soft' | 'design' }
export type LabelledValue = { label: string; value: string }
export type RegionTone = 'done' | 'running' | 'late' | 'none'
export type RegionView = {
  id: string
  label: string
  state: string
  stateLabel: string
  tone: RegionTone
  detail: string | null
  clock: { label: string; daysLeft: number; total: number; dueOn: string } | null
}
export type ClassView = { class: string; label: string; access: 'open' | 'masked' | 'closed'; why: string }
export type EventView = {
  seq: number
  at: string
  command: string
  label: string
  by: { organisation: string; role: string }
  basis: Basis[]
  fields: LabelledValue[]
  late: boolean
}
export type DeadlineView = {
  id: string
  code: string
  label: string
  startsOn: string
  dueOn: string
  dueAt: string
  daysLeft: number
  total: number
  state: 'running' | 'fired' | 'stopped'
  late: boolean
  computation: string[]
  basis: Basis[]
}
export type ConsentView = {
  scope: string
  label: string
  state: 'given' | 'withdrawn' | 'none'
  on: string | null
  language: string | null
  means: string | null
  interpreter: string | null
  expiresOn: string | null
}
export type JsonSchema = {
  type?: string
  title?: string
  description?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  oneOf?: { const: string; title: string }[]
  format?: string
  const?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  'x-class'?: string
  [keyword: string]: unknown
}
export type ActionView = {
  command: string
  label: string
  region: string
  enabled: boolean
  reason: string | null
  primary: boolean
  input: JsonSchema
  basis: Basis[]
}
export type CaseView = {
  id: string
  code: string
  version: number
  openedOn: string
  territory: Territory | null
  capacity: { id: string; label: string }
  participants: number
  badges: Badge[]
  regions: RegionView[]
  classes: ClassView[]
  timeline: EventView[]
  deadlines: DeadlineView[]
  consents: ConsentView[]
  referrals: ReferralLine[]
  actions: ActionView[]
}
export type Compartment = { class: string; fields: LabelledValue[] }

// Referrals
export type ReferralLine = {
  id: string
  kind: string
  kindLabel: string
  recipient: string
  direction: 'in' | 'out'
  state: string
  stateLabel: string
  tone: Tone
  sentAt: string
  answerDue: { dueAt: string; daysLeft: number; late: boolean } | null
  summary: string
  caseCode: string | null
  caseId: string | null
}
export type ReferralView = ReferralLine & {
  version: number
  preview: LabelledValue[]
  previewNote: string
  events: EventView[]
  case: { id: string; code: string } | null
  actions: ActionView[]
}

// Places
export type PlaceStatus = 'free' | 'reserved' | 'occupied' | 'out'
export type PlaceLine = {
  id: string
  structure: string
  label: string
  region: string
  constraints: Badge[]
  status: PlaceStatus
  since: string | null
}
export type WaitingLine = {
  caseId: string
  code: string
  since: string
  days: number
  reason: string
  needs: Badge[]
}

// Deadlines of all the reader's cases
export type DeadlineLine = DeadlineView & { caseId: string; caseCode: string }

// Figures: a null value is a hidden count, never zero
export type FlowNode = { id: string; label: string; value: number | null }
export type FlowLink = { source: string; target: string; value: number | null }
export type Figure = { id: string; label: string; value: number | null; unit: string | null; tone: Tone }
export type Flow = {
  asOf: string
  total: number
  nodes: FlowNode[]
  links: FlowLink[]
  figures: Figure[]
  note: string
}
export type TerritoryCount = { code: string; name: string; value: number | null; per100k: number | null }
export type Territories = { threshold: number; items: TerritoryCount[] }

// Audit: acts, never content
export type AuditLine = {
  id?: string
  at: string
  actor: { name: string; organisation: string; role: string }
  act: string
  actLabel: string
  caseCode: string | null
  outcome: 'done' | 'denied' | 'failed'
  outcomeLabel: string
}

export type FieldProblem = { field: string; code: string; message: string }
export type Problem = {
  type?: string
  title: string
  status: number
  code: string
  detail?: string
  errors?: FieldProblem[]
}
