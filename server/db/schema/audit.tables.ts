import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, bytes } from './columns.ts'

export const auditEvents = pgTable(
  'audit_event',
  {
    chain: text('chain').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    personId: uuid('person_id'),
    orgId: uuid('org_id'),
    role: text('role').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    outcome: text('outcome').notNull(),
    detail: text('detail').notNull(),
    previous: bytes('previous').notNull(),
    hash: bytes('hash').notNull()
  },
  (t) => [primaryKey({ columns: [t.chain, t.seq] }), index('audit_event_at_idx').on(t.at)]
)

export const auditHeads = pgTable('audit_head', {
  chain: text('chain').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull()
})
