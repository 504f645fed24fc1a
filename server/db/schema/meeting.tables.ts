import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import type { SeatType } from '../../../workflows/configuration/cell.ts'
import { itemStates, meetingStateIds, presences } from '../../../workflows/meeting/states.ts'
import type { MeetingRules } from '../../../workflows/meeting/quorum.ts'
import { followupEnds, followupSubjects } from '../../../workflows/meeting/followup.ts'
import { voiceIds, type Tally } from '../../../workflows/meeting/tally.ts'
import { rejoinReasons } from '../../../workflows/meeting/withdrawal.ts'
import type { Minutes } from '../../../workflows/meeting/minutes.ts'
import { person } from './person.tables.ts'
import { cases } from './case.tables.ts'
import { instant, oneOf, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'

/** A meeting of a local cell. It keeps the rules it was convened under, and once closed its minutes, which nothing changes. */
export const meetings = pgTable(
  'meeting',
  {
    id: uuid('id').primaryKey(),
    territory: text('territory').notNull(),
    orgId: rowOf('org_id', () => organisation.id),
    state: text('state').notNull(),
    version: integer('version').notNull(),
    startsAt: instant('starts_at').notNull(),
    /** A room's label, without an address. */
    place: text('place'),
    rules: jsonb('rules').$type<MeetingRules>().notNull(),
    convenedAt: instant('convened_at'),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    minutes: jsonb('minutes').$type<Minutes>()
  },
  (t) => [
    index('meeting_org_starts_idx').on(t.orgId, t.startsAt),
    check('meeting_state_known', oneOf(t.state, meetingStateIds))
  ]
)

/** Who was convened, and who is there. `cellOrgId` lets row security decide without asking the meeting, which asks it. */
export const meetingMembers = pgTable(
  'meeting_member',
  {
    meetingId: rowOf('meeting_id', () => meetings.id),
    personId: rowOf('person_id', () => person.id),
    orgId: rowOf('org_id', () => organisation.id),
    orgType: text('org_type').notNull(),
    cellOrgId: uuid('cell_org_id').notNull(),
    presence: text('presence').notNull().default('absent'),
    /** Called because somebody of the same institution withdrew from a case: votes on that one alone. */
    standsIn: boolean('stands_in').notNull().default(false)
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.personId] }),
    index('meeting_member_org_idx').on(t.orgId, t.meetingId),
    check('meeting_member_presence_known', oneOf(t.presence, Object.keys(presences)))
  ]
)

export const meetingItems = pgTable(
  'meeting_item',
  {
    id: uuid('id').primaryKey(),
    meetingId: rowOf('meeting_id', () => meetings.id),
    caseId: rowOf('case_id', () => cases.id),
    /** Kept here because a member no longer reads the case once it is decided. */
    caseCode: text('case_code').notNull(),
    position: smallint('position').notNull(),
    state: text('state').notNull(),
    outcome: text('outcome'),
    tally: jsonb('tally').$type<Tally>(),
    /** The event of the case that this item did. */
    caseSeq: integer('case_seq'),
    settledAt: instant('settled_at'),
    /** Kinds of institutions that withdrew from it, without which the quorum was counted. */
    without: text('without').array().$type<SeatType[]>(),
    /** By the protocol of which court a case from elsewhere is decided here, until the members are called. */
    court: text('court')
  },
  (t) => [
    unique('meeting_item_once').on(t.meetingId, t.caseId),
    index('meeting_item_case_idx').on(t.caseId),
    check('meeting_item_state_known', oneOf(t.state, Object.keys(itemStates)))
  ]
)

/** A running case that is looked at again, for the cell's secretary alone: it is opened to nobody, and nobody votes on it. */
export const meetingFollowups = pgTable(
  'meeting_followup',
  {
    id: uuid('id').primaryKey(),
    meetingId: rowOf('meeting_id', () => meetings.id),
    cellOrgId: uuid('cell_org_id').notNull(),
    caseId: rowOf('case_id', () => cases.id),
    caseCode: text('case_code').notNull(),
    subject: text('subject').notNull(),
    outcome: text('outcome'),
    notedAt: instant('noted_at')
  },
  (t) => [
    unique('meeting_followup_once').on(t.meetingId, t.caseId),
    index('meeting_followup_case_idx').on(t.caseId),
    check('meeting_followup_subject_known', oneOf(t.subject, Object.keys(followupSubjects))),
    check('meeting_followup_outcome_known', oneOf(t.outcome, Object.keys(followupEnds))),
    check('meeting_followup_noted', sql`(${t.outcome} is null) = (${t.notedAt} is null)`)
  ]
)

/** Who withdrew from a case before a meeting, for themselves or for their whole institution, and who took it back and why. */
export const meetingRecusals = pgTable(
  'meeting_recusal',
  {
    itemId: rowOf('item_id', () => meetingItems.id),
    caseId: rowOf('case_id', () => cases.id),
    personId: rowOf('person_id', () => person.id),
    orgId: rowOf('org_id', () => organisation.id),
    cellOrgId: uuid('cell_org_id').notNull(),
    at: instant('at').notNull(),
    id: uuid('id').primaryKey().defaultRandom(),
    /** The institution, and not this person alone. */
    whole: boolean('whole').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by').references(() => person.id),
    reason: text('reason'),
    /** Who asks to come back for an institution of which the author of the withdrawal sits no more: the secretary confirms. */
    backBy: uuid('back_by').references(() => person.id),
    backReason: text('back_reason')
  },
  (t) => [
    index('meeting_recusal_case_idx').on(t.caseId, t.orgId),
    uniqueIndex('meeting_recusal_standing')
      .on(t.caseId, t.personId)
      .where(sql`${t.endedAt} is null`),
    check(
      'meeting_recusal_ended',
      sql`(${t.endedAt} is null) = (${t.endedBy} is null) and (${t.endedAt} is null) = (${t.reason} is null)`
    ),
    check('meeting_recusal_reason_known', oneOf(t.reason, Object.keys(rejoinReasons))),
    check('meeting_recusal_back', sql`(${t.backBy} is null) = (${t.backReason} is null)`),
    check('meeting_recusal_back_known', oneOf(t.backReason, Object.keys(rejoinReasons)))
  ]
)

/** One voice of one person on one item, given once. */
export const meetingVotes = pgTable(
  'meeting_vote',
  {
    itemId: rowOf('item_id', () => meetingItems.id),
    personId: rowOf('person_id', () => person.id),
    cellOrgId: uuid('cell_org_id').notNull(),
    voice: text('voice').notNull(),
    /** The member's own hand, or the secretary's for a member present without a device. */
    recordedBy: text('recorded_by').notNull(),
    at: instant('at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.personId], name: 'meeting_vote_once' }),
    check('meeting_vote_voice_known', oneOf(t.voice, voiceIds)),
    check('meeting_vote_recorded_by_known', oneOf(t.recordedBy, ['member', 'secretary']))
  ]
)
