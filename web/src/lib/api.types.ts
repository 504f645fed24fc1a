/** What the API answers, as the pages read it: the server's own views, by type only. */
import type { PlaceLine } from '../../../server/views/places.ts'
import type * as Views from '../../../server/views/schemas.ts'
import type * as StatsFailures from '../../../server/stats/failures.view.ts'
import type * as Stats from '../../../server/stats/views.ts'
import type { Static } from 'typebox'

export type {
  ActionView,
  Badge,
  Basis,
  CaseLine,
  CaseList,
  CaseView,
  Compartment,
  ConsentView,
  DeadlineView,
  EventView,
  JsonSchema,
  LabelledValue,
  LikenessList,
  Me,
  ReferralLine,
  ReferralView,
  RegionView,
  StandingClockView
} from '../../../server/views/schemas.ts'
export type { PlaceLine, PlaceView, WaitingLine } from '../../../server/views/places.ts'
export type { AuditLine } from '../../../server/views/audit.ts'
export type { EmergencyView, OpeningPage, OpeningView } from '../../../server/views/glass.ts'

export type {
  Catalogue,
  MoveLine,
  MovePreview,
  VersionLine,
  VersionView
} from '../../../server/configuration/views.ts'
export type { NoticeList, NoticeView, Unread } from '../../../server/views/notices.ts'
export type { LinkView } from '../../../server/views/link.ts'
export type { ItemView, MeetingList, MeetingView } from '../../../server/meetings/schemas.ts'

export type { WhatIfView } from '../../../server/views/whatif.ts'

export type Tone = Views.Badge['tone']
export type RegionTone = Views.RegionView['tone']
export type Territory = { code: string; name: string }
export type { Room } from '../../../policies/rooms.ts'
export type Locale = Views.Me['locale']
export type NavKey =
  | 'today'
  | 'cases'
  | 'flag'
  | 'referrals'
  | 'places'
  | 'deadlines'
  | 'notices'
  | 'figures'
  | 'audit'
  | 'meetings'
  | 'configuration'
export type Page<T> = { items: T[]; next: string | null }

export type WorklistView = 'todo' | 'late' | 'moved' | 'all'
export type Count = Views.CaseList['counts']['todo']
/** `dueOn`: the civil day that ends at that instant, the same for every reader; null where hours are counted. */
export type Due = { label?: string; dueAt: string; dueOn: string | null; daysLeft: number; late: boolean }
export type ClassView = Views.CaseView['classes'][number]
export type PlaceStatus = PlaceLine['status']
/** A free place for one case: what speaks for it, what against. The desk decides, but for those never offered. */
export type PlaceMatch = {
  place: PlaceLine
  offered: boolean
  /** Offered for somebody else already, without an answer yet. */
  asked: boolean
  fits: boolean
  reasons: string[]
  against: string[]
}
export type DeadlineLine = Views.DeadlineList['items'][number]

// A null value is a hidden count, never zero.
export type Flow = Static<typeof Stats.Flow>
export type FlowNode = Flow['nodes'][number]
export type FlowLink = Flow['links'][number]
export type Figure = Flow['figures'][number]
export type FailureFlow = Static<typeof StatsFailures.FailureFlow>
export type Unmet = Static<typeof Stats.Unmet>
export type Territories = Static<typeof Stats.Territories>
export type TerritoryMonths = Static<typeof Stats.TerritoryMonths>
export type TerritoryCount = Territories['items'][number]

export type FieldProblem = { field: string; code: string; message: string }
export type Problem = {
  type?: string
  title: string
  status: number
  code: string
  detail?: string
  errors?: FieldProblem[]
}
