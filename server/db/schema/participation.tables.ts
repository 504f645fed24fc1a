import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid
} from 'drizzle-orm/pg-core'
import { capacities, type Capacity } from '../../../workflows/vocabulary/capacities.ts'
import { consentScopes, consentStates } from '../../../workflows/vocabulary/vocabulary.ts'
import { cases } from './case.tables.ts'
import { instant, oneOf, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'

export const participations = pgTable(
  'participation',
  {
    caseId: rowOf('case_id', () => cases.id),
    orgId: rowOf('org_id', () => organisation.id),
    capacity: text('capacity').$type<Capacity>().notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
    basis: text('basis').notNull(),
    /** The consent that this participation rests on: its withdrawal ends it. */
    scope: text('scope'),
    /** The worklist of this organisation, kept by the gate so that a list never scans cases. */
    waitsFor: text('waits_for'),
    urgency: smallint('urgency').notNull().default(1),
    /** Until when: the due day of the clock that the awaited act answers. This and what follows is as its organisation is told it. */
    dueAt: instant('due_at'),
    /** That the day is sealed: `dueAt` is the first day of its month. */
    dueInMonth: boolean('due_in_month').notNull().default(false),
    /** When the first of the clocks that it sees falls due, whoever that waits for. */
    clockAt: instant('clock_at'),
    /** A keyset needs a value on every row. */
    sortAt: instant('sort_at').generatedAlwaysAs(sql`coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')`),
    movedAt: instant('moved_at').notNull(),
    /** How many times it has: the reader's own version of the case. */
    told: integer('told').notNull().default(1),
    /** Lists go by the day of it: an index on the moment would be written with each act. */
    movedOn: date('moved_on')
      .notNull()
      .generatedAlwaysAs(sql`(moved_at at time zone 'UTC')::date`),
    /** What a list shows of the case, in codes, as this organisation is told it in this capacity. */
    line: text('line'),
    /** By which tables of the code the line and what stands beside it were made. */
    lineTables: text('line_tables'),
    /** As in `case`: these two never change. */
    caseCode: text('case_code'),
    openedAt: instant('opened_at'),
    /** From when the awaited act is late: infinity where no end is known in law, null of an indication. */
    lateAt: instant('late_at'),
    /** The words of it by which the list may be narrowed. */
    marks: text('marks').array(),
    /** The clocks by which a trade reads where the case stands, with their days (JSON): none from which a birth date is read. */
    runs: text('runs'),
    /** Who accompanied, or kept the file as the cell, and does no more, once the others were told so: itself, so that a merge forgets it. */
    leftTold: uuid('left_told')
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.orgId, t.capacity] }),
    index('participation_todo_idx')
      .on(t.orgId, t.urgency, t.sortAt, t.caseId)
      .where(sql`waits_for is not null and until is null`),
    index('participation_due_idx')
      .on(t.orgId, t.sortAt, t.caseId)
      .where(sql`until is null`),
    index('participation_clock_idx')
      .on(t.orgId, t.clockAt, t.caseId)
      .where(sql`until is null and clock_at is not null`),
    index('participation_moved_idx')
      .on(t.orgId, t.movedOn.desc().nullsFirst(), t.caseId)
      .where(sql`until is null`),
    index('participation_tables_idx')
      .on(t.lineTables)
      .where(sql`until is null`),
    index('participation_left')
      .on(t.caseId)
      .where(sql`left_told is not null`),
    check('participation_capacity_known', oneOf(t.capacity, Object.keys(capacities))),
    check(
      'participation_scope_known',
      sql`${t.scope} is null or ${oneOf(t.scope, Object.keys(consentScopes))}`
    )
  ]
)

/** What each capacity may see, as `migrate` writes it from policies/data-classes.ts: the walls read it, nobody writes it. */
export const sights = pgTable(
  'sight',
  {
    capacity: text('capacity').notNull(),
    dataClass: text('data_class').notNull(),
    consent: text('consent'),
    minors: text('minors'),
    minorsOnly: boolean('minors_only').notNull(),
    /** Seen as one coarse word, and not whole. */
    coarse: boolean('coarse').notNull().default(false)
  },
  (t) => [
    primaryKey({ name: 'sight_pk', columns: [t.capacity, t.dataClass] }),
    check('sight_minors_check', oneOf(t.minors, ['always', 'missing']))
  ]
)

export const consents = pgTable(
  'consent',
  {
    caseId: rowOf('case_id', () => cases.id),
    seq: integer('seq').notNull(),
    scope: text('scope').notNull(),
    state: text('state').$type<(typeof consentStates)[number]>().notNull(),
    at: instant('at').notNull(),
    language: text('language'),
    means: text('means'),
    interpreter: boolean('interpreter').notNull().default(false),
    expiresOn: date('expires_on')
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.scope, t.seq] }),
    check('consent_scope_known', oneOf(t.scope, Object.keys(consentScopes))),
    check('consent_state_known', oneOf(t.state, consentStates))
  ]
)
