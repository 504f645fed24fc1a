import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, bytes } from './columns.ts'
import { organisation } from './organisation.tables.ts'

export const idempotency = pgTable(
  'idempotency',
  {
    personId: uuid('person_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
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
    expiresAt: instant('expires_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })]
)

/** What an organisation is told: that something moved, never what it says. */
export const notices = pgTable(
  'notice',
  {
    id: uuid('id').primaryKey(),
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisation.id),
    about: text('about').notNull(),
    aboutId: uuid('about_id').notNull(),
    at: instant('at').notNull()
  },
  (t) => [index('notice_org_at_idx').on(t.orgId, t.at)]
)

/** Figures ready to be read, small counts already hidden. */
export const figures = pgTable('figure', {
  name: text('name').primaryKey(),
  asOf: instant('as_of').notNull(),
  body: jsonb('body').notNull()
})
