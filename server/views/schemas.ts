import { Type, type Static } from 'typebox'
import { featureIds } from '../../policies/features.ts'
import { closed } from '../../workflows/vocabulary/fields.ts'
import { consentStates } from '../../workflows/vocabulary/vocabulary.ts'
import { ActionLine, ActionView } from './actions.ts'
import { DeadlineView, Past, StandingClockView } from './clocks.ts'
import { EventView, named } from './events.ts'
import { NextStep } from './next.ts'
import { oneOf, orNull, text } from './shapes.ts'
import { Badge, badgeTone, Count, Due } from './worklist.ts'

export { ActionLine, ActionView, CaseAction, JsonForm, type JsonSchema } from './actions.ts'
export { Basis, DeadlineView, StandingClockView } from './clocks.ts'
export { EventView, named } from './events.ts'
export { NextStep } from './next.ts'
export { oneOf, orNull, text } from './shapes.ts'
export { Badge, badgeTone, CaseLine, CaseList, Count } from './worklist.ts'

// What leaves the server, and nothing else: a column that is added to a table does not appear here by itself.

/** As many lines of a story as are read at once. */
export const linesAtOnce = 50

const regionTone = oneOf('done', 'running', 'late', 'none')

export const RegionView = closed({
  id: text,
  label: text,
  state: text,
  stateLabel: text,
  tone: regionTone,
  detail: orNull(text),
  clock: orNull(
    closed({
      label: text,
      daysLeft: Type.Integer(),
      total: Type.Integer(),
      hours: orNull(Type.Integer()),
      dueOn: text,
      dueAt: text,
      past: Past
    })
  )
})

export const ConsentView = closed({
  scope: text,
  label: text,
  state: oneOf('none', ...consentStates),
  on: orNull(text),
  language: orNull(text),
  means: orNull(text),
  interpreter: Type.Boolean(),
  expiresOn: orNull(text)
})

export const ReferralLine = closed({
  id: text,
  /** What tells it from another, for whoever may not know of which case it is. */
  reference: text,
  kind: text,
  kindLabel: text,
  sender: text,
  recipient: text,
  direction: oneOf('in', 'out'),
  state: text,
  stateLabel: text,
  tone: badgeTone,
  sentAt: text,
  answerDue: orNull(Due),
  summary: text,
  /** Immediate danger, as its preview tells it. */
  danger: orNull(text),
  /** What is to be done by whoever moves it next, where that is not its recipient. */
  toSettle: orNull(text),
  caseCode: orNull(text),
  caseId: orNull(text)
})

const Territory = closed({ code: text, name: text })

export const CaseView = closed({
  id: text,
  code: text,
  /** The reader's own: it moves when what they may know of moves. */
  version: text,
  openedOn: text,
  territory: orNull(Territory),
  capacity: closed({ id: text, label: text }),
  badges: Type.Array(Badge),
  regions: Type.Array(RegionView),
  classes: Type.Array(
    closed({ class: text, label: text, access: oneOf('open', 'masked', 'closed'), why: text })
  ),
  /** The file into which this one goes, or went, for whoever reads both. */
  joined: orNull(closed({ id: text, code: text, settled: Type.Boolean(), undoWithin: text })),
  stay: orNull(closed({ id: text, structure: orNull(text), region: orNull(text), state: text })),
  /** For whoever accompanies the person: nobody of the cell can read it today. */
  unread: Type.Optional(Type.Boolean()),
  /** That somebody asked for its closing, or declined to close it, where nothing has come after. */
  closing: orNull(closed({ declined: Type.Boolean(), event: EventView })),
  /** The newest lines of its story, as many as were asked for. */
  timeline: Type.Array(EventView, { maxItems: linesAtOnce }),
  /** Where the story goes on, as its own page takes it. */
  older: orNull(text),
  deadlines: Type.Array(DeadlineView),
  standing: Type.Array(StandingClockView),
  consents: Type.Array(ConsentView),
  referrals: Type.Array(ReferralLine),
  /** What comes first for this reader, of all that the rest of this view says. */
  nextStep: NextStep,
  actions: Type.Array(ActionLine),
  /** How many acts are closed, and how many records would be unexpected here: listed where they are asked for. */
  closedActs: Type.Integer(),
  unexpectedActs: Type.Integer()
})

export const Story = closed({ items: Type.Array(EventView), next: orNull(text) })

export const ReferralView = closed({
  ...ReferralLine.properties,
  version: Type.Integer(),
  preview: Type.Array(named),
  previewNote: text,
  escalatedTo: orNull(text),
  /** Told to its sender, of a recipient in which nobody has access today. */
  unread: orNull(text),
  /** Told to its sender, of a recipient without an account: how long the link opens. */
  link: orNull(closed({ expiresAt: text, renewals: Type.Integer() })),
  events: Type.Array(EventView),
  case: orNull(closed({ id: text, code: text })),
  actions: Type.Array(ActionView)
})

/** `waiting`: how many are open in each box. `kinds`: of which kinds the box that is listed is. */
const ReferralCounts = closed({
  waiting: closed({ in: Count, out: Count, settle: Count }),
  kinds: Type.Array(closed({ value: text, label: text, found: Count }), { maxItems: 60 })
})

export const ReferralList = closed({
  items: Type.Array(ReferralLine),
  next: orNull(text),
  counts: Type.Optional(ReferralCounts)
})

export const DeadlineLine = closed({ ...DeadlineView.properties, caseId: text, caseCode: text })
export const DeadlineList = closed({ items: Type.Array(DeadlineLine), next: orNull(text) })

const streets = [
  'today',
  'cases',
  'flag',
  'referrals',
  'places',
  'deadlines',
  'notices',
  'figures',
  'audit',
  'meetings',
  'protocols',
  'configuration',
  'organisations',
  'people',
  'team',
  'referents',
  'occupancy',
  'settlements',
  'directory'
] as const

/** Rooms that hang on more than a role, and stand in no navigation. */
const furtherRooms = ['openings', 'seats', 'accessReview', 'import'] as const

export const FlagRefused = Type.Union([closed({ why: text, regime: text, givenBy: text }), Type.Null()], {
  description:
    'Why a flag of the reader’s organisation would be refused, the regime that it lacks and who gives it; null where it would not.'
})

export const Me = closed({
  person: closed({ id: text, name: text }),
  organisation: closed({
    id: text,
    name: text,
    type: text,
    territory: orNull(Territory),
    /** By whose clock this person reads the hours. */
    zone: text
  }),
  role: text,
  roleLabel: text,
  accredited: Type.Boolean(),
  demonstration: Type.Boolean(),
  locale: oneOf('fr', 'en'),
  /** How long the session lives without a request. */
  idleSeconds: Type.Integer(),
  /** Others refer cases to this person’s organisation. */
  answers: Type.Boolean(),
  /** The act by which this person’s desk offers a place; null for all but the desks. */
  offer: orNull(text),
  /** The acts by which somebody comes into a place: a case that waits for one of them is on the way. */
  arrivals: Type.Array(text),
  nav: Type.Array(oneOf(...streets)),
  /** What the house has beside the cases, where this person finds it. */
  rooms: Type.Array(oneOf(...featureIds, ...furtherRooms)),
  flagRefused: FlagRefused,
  /** Why nothing is open to whose organisation is not accredited; null for all others, and for who works nowhere. */
  waits: orNull(closed({ state: oneOf('pending', 'suspended', 'closed'), manages: Type.Boolean() })),
  /** In which roles this person may act, and in which they do: their own memberships that live. */
  memberships: Type.Array(closed({ id: text, organisation: text, roleLabel: text, here: Type.Boolean() }), {
    maxItems: 20
  })
})

export const Compartment = closed({ class: text, fields: Type.Array(named) })

/** More than this is not a likeness, it is a common name. */
export const likenessShown = 20
export const LikenessList = closed({
  items: Type.Array(closed({ caseId: text, code: text, openedOn: text, reasons: Type.Array(text) }), {
    maxItems: likenessShown
  })
})

export type LikenessList = Static<typeof LikenessList>
export type CaseView = Static<typeof CaseView>
export type RegionView = Static<typeof RegionView>
export type Story = Static<typeof Story>
export type ConsentView = Static<typeof ConsentView>
export type ReferralLine = Static<typeof ReferralLine>
export type ReferralView = Static<typeof ReferralView>
export type DeadlineList = Static<typeof DeadlineList>
export type ReferralList = Static<typeof ReferralList>
export type Compartment = Static<typeof Compartment>
export type Me = Static<typeof Me>
