import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Configuration } from '../../../workflows/configuration/configuration.ts'
import type { Duration } from '../../../workflows/deadlines/deadlines.ts'
import { person } from './person.tables.ts'
import { instant, rowOf } from './columns.ts'

/** What the mechanism leaves open, version by version. A published body never changes; a draft is one person's until another publishes it. */
export const configVersions = pgTable(
  'config_version',
  {
    version: text('version').primaryKey(),
    id: uuid('id').notNull().unique().defaultRandom(),
    effectiveOn: date('effective_on').notNull(),
    body: jsonb('body').$type<Configuration>().notNull(),
    state: text('state').notNull(),
    /** How often the draft was saved: who publishes says which one was read. */
    revision: integer('revision').notNull().default(1),
    /** The version it was copied from. */
    basedOn: text('based_on'),
    createdBy: uuid('created_by').references(() => person.id),
    /** Everyone who has written in it: none of them may publish it. */
    writers: uuid('writers').array().notNull(),
    createdAt: instant('created_at').notNull(),
    publishedBy: uuid('published_by').references(() => person.id),
    publishedAt: instant('published_at')
  },
  (t) => [
    index('config_version_effective_idx').on(t.state, t.effectiveOn),
    check('config_version_state_known', sql`${t.state} in ('draft', 'published', 'withdrawn')`),
    check(
      'config_version_published_by_another',
      sql`${t.publishedBy} is null or not (${t.publishedBy} = any (${t.writers}))`
    )
  ]
)

/** One act of moving running cases from a version to another, and how far it is. */
export const configMoves = pgTable(
  'config_move',
  {
    id: uuid('id').primaryKey(),
    fromVersion: text('from_version')
      .notNull()
      .references(() => configVersions.version),
    toVersion: text('to_version')
      .notNull()
      .references(() => configVersions.version),
    state: text('state').notNull(),
    startedBy: rowOf('started_by', () => person.id),
    startedAt: instant('started_at').notNull(),
    undoneBy: uuid('undone_by').references(() => person.id),
    undoneAt: instant('undone_at'),
    finishedAt: instant('finished_at'),
    total: integer('total').notNull(),
    moved: integer('moved').notNull().default(0),
    /** Cases that could not be moved now; they stay under their version. */
    failed: integer('failed').notNull().default(0),
    restored: integer('restored').notNull().default(0),
    /** Cases that another version holds by now: undoing leaves them. */
    left: integer('left').notNull().default(0),
    /** The code of the last case seen: where the work goes on after a restart. */
    cursor: text('cursor').notNull().default('')
  },
  (t) => [check('config_move_state_known', sql`${t.state} in ('moving', 'moved', 'undoing', 'undone')`)]
)

/** What a moved clock was before, so that the move can be undone to the letter. */
export type ClockBefore = {
  id: string
  dueOn: string
  dueAt: string
  steps: { kind: 'alert' | 'due'; at: string; daysBefore?: number; on?: string }[]
  nextStep: number
  nextAt: string | null
  computation: string[]
  metDueOn: string
  metDueAt: string
  metComputation: string[]
  countedAt: string
  n: number
  unit: Duration['unit']
  configVersion: string
  /** Where the move put it, by the count of where she was met: it stands there unless an act stopped the clock or moved its start. */
  movedTo: { metDueAt: string }
}

export const configMoveCases = pgTable(
  'config_move_case',
  {
    moveId: rowOf('move_id', () => configMoves.id),
    code: text('code').notNull(),
    caseId: uuid('case_id').notNull(),
    state: text('state').notNull(),
    before: jsonb('before').$type<ClockBefore[]>().notNull(),
    at: instant('at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.moveId, t.code] }),
    check('config_move_case_state_known', sql`${t.state} in ('moved', 'restored', 'left')`)
  ]
)
