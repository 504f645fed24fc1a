import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CountedDimension } from '../../../../figures/table/counted.ts'
import { audiences, failures, releaseKinds, releaseStates } from '../../../../figures/release/rules.ts'
import { instant, oneOf, rowOf } from '../columns.ts'
import { person } from '../person.tables.ts'

/** National figures of a year up to the end of a quarter. PostgreSQL refuses to change one that is out. */
export const releases = pgTable(
  'release',
  {
    number: integer('number').primaryKey().generatedAlwaysAsIdentity(),
    quarter: text('quarter').notNull(),
    kind: text('kind').$type<keyof typeof releaseKinds>().notNull(),
    version: integer('version').notNull(),
    asOf: instant('as_of').notNull(),
    state: text('state').$type<keyof typeof releaseStates>().notNull().default('asked'),
    erratum: text('erratum'),
    askedBy: rowOf('asked_by', () => person.id),
    askedAt: instant('asked_at').notNull(),
    step: text('step'),
    done: integer('done').notNull().default(0),
    method: jsonb('method'),
    panel: integer('panel'),
    publishedBy: uuid('published_by').references(() => person.id),
    publishedAt: instant('published_at'),
    failure: text('failure').$type<keyof typeof failures>(),
    leftOut: text('left_out')
      .array()
      .notNull()
      .default(sql`'{}'`),
    placesAt: instant('places_at')
  },
  (t) => [
    check('release_quarter_named', sql`${t.quarter} ~ '^\\d{4}-Q[1-4]$'`),
    check('release_kind_known', oneOf(t.kind, Object.keys(releaseKinds))),
    check('release_state_known', oneOf(t.state, Object.keys(releaseStates))),
    check('release_final_of_a_year', sql`${t.kind} <> 'final' or ${t.quarter} like '%-Q4'`),
    check('release_numbered', sql`${t.version} >= 1`),
    check('release_erratum_said', sql`(${t.version} > 1) = (${t.erratum} is not null)`),
    check(
      'release_left_out_named',
      sql`array_position(${t.leftOut}, null) is null and '' <> all (${t.leftOut})`
    ),
    check('release_of_what_is_over', sql`${t.askedAt} >= ${t.asOf}`),
    check('release_done_in_percent', sql`${t.done} between 0 and 100`),
    check(
      'release_published_whole',
      sql`(${t.state} = 'published') = (${t.publishedAt} is not null) and (${t.publishedAt} is null) = (${t.publishedBy} is null)`
    ),
    check('release_failure_known', oneOf(t.failure, Object.keys(failures))),
    check('release_failure_of_failed', sql`${t.failure} is null or ${t.state} in ('failed', 'dropped')`),
    check('release_by_two_people', sql`${t.publishedBy} <> ${t.askedBy}`),
    uniqueIndex('release_once')
      .on(t.quarter, t.kind, t.version)
      .where(sql`state = 'published'`),
    uniqueIndex('release_at_work')
      .on(sql`(true)`)
      .where(sql`state in ('asked', 'ready')`)
  ]
)

const ofRelease = () =>
  integer('release')
    .notNull()
    .references(() => releases.number)
const audienceKnown = Object.keys(audiences)

/** One table of a release as it may be read; null where it is masked. */
export const releaseTables = pgTable(
  'release_table',
  {
    release: ofRelease(),
    audience: text('audience').$type<keyof typeof audiences>().notNull(),
    id: text('id').notNull(),
    dimensions: jsonb('dimensions').$type<CountedDimension[]>().notNull(),
    shown: integer('shown').array().$type<(number | null)[]>().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.release, t.audience, t.id] }),
    check('release_table_audience_known', oneOf(t.audience, audienceKnown))
  ]
)

/** What the attacks found of a release, for those who publish. */
export const releaseReports = pgTable('release_report', {
  release: integer('release')
    .primaryKey()
    .references(() => releases.number),
  report: jsonb('report').notNull()
})
