import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, oneOf } from './columns.ts'

// How work is shared between workers. Instants here are real time, also where the demonstration let some pass.

/** Cases whose clocks one worker fires, and until when no other does. */
export const firingLeases = pgTable('firing_lease', {
  caseId: uuid('case_id').primaryKey(),
  leasedBy: uuid('leased_by').notNull(),
  leasedUntil: instant('leased_until').notNull()
})

/** Clocks that could not be fired. What the law counts stands in the clock itself and does not move. */
export const deadlineSetbacks = pgTable('deadline_setback', {
  deadlineId: uuid('deadline_id').primaryKey(),
  attempts: integer('attempts').notNull(),
  retryAt: instant('retry_at').notNull(),
  /** The class of the last error, never its message. */
  error: text('error').notNull()
})

/** Which workers live: the id under which each takes jobs, when it last said so, and since when without a gap. */
export const workerBeats = pgTable('worker_beat', {
  id: text('id').primaryKey(),
  steadySince: instant('steady_since').notNull(),
  at: instant('at').notNull()
})

/** What acts leave to be delivered once they are committed. `lockedUntil`: until when the worker that took it is given. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    at: instant('at')
      .notNull()
      .default(sql`now()`),
    runAt: instant('run_at')
      .notNull()
      .default(sql`now()`),
    attempts: integer('attempts').notNull().default(0),
    lockedUntil: instant('locked_until'),
    /** The class of the last error, never its message. */
    lastError: text('last_error')
  },
  (t) => [
    index('outbox_run_at_idx').on(t.runAt, t.id),
    check(
      'outbox_kind_known',
      oneOf(t.kind, ['tell', 'mail_link', 'mail_access', 'mail_error', 'mail_call', 'count'])
    )
  ]
)
