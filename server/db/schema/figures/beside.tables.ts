import { sql } from 'drizzle-orm'
import { check, integer, numeric, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { breakdowns, measures, readings, sources, units } from '../../../../figures/administrative/terms.ts'
import { reportIds } from '../../../../figures/reports/ids.ts'
import { instant, listed, oneOf, rowOf } from '../columns.ts'
import { person } from '../person.tables.ts'

/** What other bodies count, entered beside our figures and never added to them. */
export const administrativeFigures = pgTable(
  'administrative_figure',
  {
    id: uuid('id').primaryKey(),
    subject: text('subject').notNull(),
    source: text('source').$type<keyof typeof sources>().notNull(),
    measure: text('measure').$type<keyof typeof measures>().notNull(),
    year: smallint('year').notNull(),
    since: smallint('since'),
    territory: text('territory'),
    breakdown: text('breakdown').$type<keyof typeof breakdowns>(),
    valueOf: text('value_of'),
    value: numeric('value').notNull(),
    unit: text('unit').$type<keyof typeof units>().notNull(),
    respondents: integer('respondents'),
    edition: text('edition').notNull(),
    link: text('link'),
    licence: text('licence').notNull(),
    reading: text('reading').$type<keyof typeof readings>().notNull(),
    enteredBy: rowOf('entered_by', () => person.id),
    enteredAt: instant('entered_at').notNull(),
    replacedAt: instant('replaced_at')
  },
  (t) => [
    check('administrative_figure_source_known', oneOf(t.source, Object.keys(sources))),
    check('administrative_figure_measure_known', oneOf(t.measure, Object.keys(measures))),
    check('administrative_figure_unit_known', oneOf(t.unit, Object.keys(units))),
    check(
      'administrative_figure_breakdown_known',
      sql`${t.breakdown} is null or ${t.breakdown} in (${sql.raw(listed(Object.keys(breakdowns)))})`
    ),
    check('administrative_figure_reading_known', oneOf(t.reading, Object.keys(readings))),
    check('administrative_figure_of_one_value', sql`(${t.breakdown} is null) = (${t.valueOf} is null)`),
    check(
      'administrative_figure_counts',
      sql`${t.value} >= 0 and (${t.unit} <> 'share' or ${t.value} <= 1) and ${t.respondents} >= 0`
    ),
    check('administrative_figure_years', sql`${t.since} is null or ${t.since} < ${t.year}`),
    check('administrative_figure_said', sql`${t.edition} <> '' and ${t.licence} <> ''`),
    uniqueIndex('administrative_figure_once')
      .on(t.subject, t.edition)
      .where(sql`replaced_at is null`)
  ]
)

/** Exact national numbers that somebody asked to send, and who allowed it: two people. */
export const exactExports = pgTable(
  'exact_export',
  {
    id: uuid('id').primaryKey(),
    report: text('report').notNull(),
    year: smallint('year').notNull(),
    purpose: text('purpose').notNull(),
    askedBy: rowOf('asked_by', () => person.id),
    askedAt: instant('asked_at').notNull(),
    state: text('state').notNull().default('waiting'),
    settledBy: uuid('settled_by').references(() => person.id),
    settledAt: instant('settled_at')
  },
  (t) => [
    check('exact_export_report_known', oneOf(t.report, reportIds)),
    check('exact_export_state_known', oneOf(t.state, ['waiting', 'allowed', 'refused', 'withdrawn'])),
    check(
      'exact_export_of_a_year_over',
      sql`${t.year} < extract(year from ${t.askedAt} at time zone 'Europe/Paris')`
    ),
    check('exact_export_says_why', sql`length(btrim(${t.purpose})) >= 10`),
    check(
      'exact_export_settled_whole',
      sql`(${t.state} = 'waiting') = (${t.settledAt} is null) and (${t.settledAt} is null) = (${t.settledBy} is null)`
    ),
    check(
      'exact_export_by_two_people',
      sql`case when ${t.state} = 'withdrawn' then ${t.settledBy} = ${t.askedBy} else ${t.settledBy} <> ${t.askedBy} end`
    ),
    uniqueIndex('exact_export_waiting')
      .on(t.report, t.year, t.askedBy)
      .where(sql`state = 'waiting'`)
  ]
)
