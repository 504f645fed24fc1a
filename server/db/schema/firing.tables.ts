import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

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
