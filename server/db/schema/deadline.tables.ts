import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid
} from 'drizzle-orm/pg-core'
import type { InLaw } from '../../../workflows/deadlines/doubts.ts'
import type { Stood } from '../../../workflows/deadlines/both.ts'
import { deadlineStates, type DeadlineState } from '../../../workflows/deadlines/states.ts'
import type { Duration } from '../../../workflows/deadlines/deadlines.ts'
import { cases } from './case.tables.ts'
import { bytes, instant, oneOf, rowOf } from './columns.ts'
import { referrals } from './referral.tables.ts'

export const deadlines = pgTable(
  'deadline',
  {
    id: uuid('id').primaryKey(),
    caseId: rowOf('case_id', () => cases.id),
    referralId: uuid('referral_id').references(() => referrals.id),
    code: text('code').notNull(),
    startsOn: date('starts_on').notNull(),
    dueOn: date('due_on').notNull(),
    dueAt: instant('due_at').notNull(),
    /** As counted where she was met: told to whoever may not know where she is. */
    metStartsOn: date('met_starts_on').notNull(),
    metDueOn: date('met_due_on').notNull(),
    metDueAt: instant('met_due_at').notNull(),
    metComputation: text('met_computation').array().notNull(),
    /** What is counted, which is of no place. `startedAt` null: it runs from the civil day of a document. */
    startedAt: instant('started_at'),
    countedAt: instant('counted_at').notNull(),
    n: integer('length').notNull(),
    unit: text('unit').$type<Duration['unit']>().notNull(),
    sinceMajority: boolean('since_majority').notNull().default(false),
    stood: jsonb('stood').$type<readonly Stood[]>().notNull().default([]),
    steps: jsonb('steps')
      .$type<{ kind: 'alert' | 'due'; at: string; daysBefore?: number; on?: string }[]>()
      .notNull(),
    nextStep: smallint('next_step').notNull().default(0),
    nextAt: instant('next_at'),
    state: text('state').$type<DeadlineState>().notNull(),
    computation: text('computation').array().notNull(),
    /** The days of a clock from which a birth date would be read; the row then tells the month. */
    sealed: bytes('sealed'),
    configVersion: text('config_version').notNull(),
    firedAt: instant('fired_at'),
    lateSeconds: integer('late_seconds'),
    /** Since when it stands still, or last did; while it does, its dates say nothing. */
    suspendedAt: instant('suspended_at'),
    /** The hour that its document bears, and what may give more than its safe day, which is `dueOn`. */
    inLaw: jsonb('in_law').$type<InLaw>()
  },
  (t) => [
    index('deadline_case_id_idx').on(t.caseId),
    index('deadline_referral_id_idx').on(t.referralId),
    index('deadline_next_at_idx')
      .on(t.nextAt)
      .where(sql`state = 'running'`),
    check('deadline_state_known', oneOf(t.state, deadlineStates)),
    check('deadline_suspended_since', sql`${t.state} <> 'suspended' or ${t.suspendedAt} is not null`)
  ]
)

/** What a clock was before an act of its case touched it, so that the act can be taken back; null where it opened the clock. */
export const deadlineTraces = pgTable(
  'deadline_trace',
  {
    deadlineId: uuid('deadline_id').notNull(),
    caseId: rowOf('case_id', () => cases.id),
    seq: integer('seq').notNull(),
    was: jsonb('was')
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq, t.deadlineId] }),
    index('deadline_trace_deadline_idx').on(t.deadlineId)
  ]
)
