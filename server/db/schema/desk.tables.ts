import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { person } from './person.tables.ts'
import { instant, bytes, oneOf, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'

export const idempotency = pgTable(
  'idempotency',
  {
    personId: uuid('person_id').notNull(),
    key: text('key').notNull(),
    requestMac: text('request_mac').notNull(),
    aggregate: text('aggregate').notNull(),
    aggregateId: uuid('aggregate_id').notNull(),
    at: instant('at').notNull()
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index('idempotency_at_idx').on(t.at)]
)

export const drafts = pgTable(
  'draft',
  {
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    body: bytes('body').notNull(),
    expiresAt: instant('expires_at').notNull(),
    orgId: uuid('org_id').notNull()
  },
  (t) => [primaryKey({ name: 'draft_pkey', columns: [t.personId, t.orgId, t.kind] })]
)

/** A list that a person asks for again: the values of its filters, in codes (JSON). Nothing in it was typed. */
export const savedViews = pgTable(
  'saved_view',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: rowOf('person_id', () => person.id),
    orgId: rowOf('org_id', () => organisation.id),
    asked: text('asked').notNull(),
    at: instant('at').notNull()
  },
  (t) => [unique('saved_view_once').on(t.personId, t.orgId, t.asked)]
)

/** The key of one person on one device: drafts there are sealed to its public half. Without its private half they open no more. */
export const deviceKeys = pgTable(
  'device_key',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id').notNull(),
    device: uuid('device').notNull(),
    sessionId: uuid('session_id'),
    publicHalf: text('public_half').notNull(),
    privateHalf: bytes('private_half'),
    expiresAt: instant('expires_at').notNull(),
    orgId: uuid('org_id').notNull(),
    /** In which role it was asked for, and opens. */
    role: text('role').notNull()
  },
  (t) => [
    index('device_key_of_device_idx').on(t.personId, t.device),
    index('device_key_session_idx').on(t.sessionId)
  ]
)

/** What a notice can be of: a line of the story of a case or of a referral, or where something stands. */
export const noticeSubjects = [
  'case',
  'referral',
  'reminder',
  'meeting',
  'opening',
  'caseload',
  'left',
  'fallen',
  'protocol',
  'handing',
  'undo'
] as const

/** What an organisation is told: which line of which journal says it, never its words. */
export const notices = pgTable(
  'notice',
  {
    id: uuid('id').primaryKey(),
    orgId: rowOf('org_id', () => organisation.id),
    about: text('about').$type<(typeof noticeSubjects)[number]>().notNull(),
    aboutId: uuid('about_id').notNull(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    /** When it was written: what is told late bears an earlier hour. */
    toldAt: instant('told_at')
      .notNull()
      .default(sql`wall_clock()`)
  },
  (t) => [
    index('notice_org_at_idx').on(t.orgId, t.at, t.id),
    index('notice_org_told_idx').on(t.orgId, t.toldAt),
    unique('notice_told_once').on(t.orgId, t.about, t.aboutId, t.seq),
    check('notice_about_known', oneOf(t.about, noticeSubjects))
  ]
)

/** Up to when each person has read what their organisation was told. */
export const noticesRead = pgTable(
  'notice_read',
  {
    personId: rowOf('person_id', () => person.id),
    orgId: rowOf('org_id', () => organisation.id),
    until: instant('until').notNull()
  },
  (t) => [primaryKey({ name: 'notice_read_pk', columns: [t.personId, t.orgId] })]
)
