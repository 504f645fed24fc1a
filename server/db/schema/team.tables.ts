import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { cases } from './case.tables.ts'
import { instant, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { person } from './person.tables.ts'

/** The people of an organisation who follow the same cases. */
export const teams = pgTable(
  'team',
  {
    id: uuid('id').primaryKey(),
    orgId: rowOf('org_id', () => organisation.id),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    /** It follows nothing any more, and nobody is in it. */
    closedAt: instant('closed_at')
  },
  (t) => [unique('team_name_of_org').on(t.orgId, t.name), unique('team_of_org').on(t.id, t.orgId)]
)

/** Who works in a team; whoever leads one reads all that the organisation follows. */
export const teamMembers = pgTable(
  'team_member',
  {
    id: uuid('id').primaryKey(),
    teamId: uuid('team_id').notNull(),
    orgId: uuid('org_id').notNull(),
    personId: rowOf('person_id', () => person.id),
    leads: boolean('leads').notNull().default(false),
    since: instant('since').notNull(),
    until: instant('until')
  },
  (t) => [
    foreignKey({
      name: 'team_member_team_fk',
      columns: [t.teamId, t.orgId],
      foreignColumns: [teams.id, teams.orgId]
    }).onUpdate('cascade'),
    uniqueIndex('team_member_once')
      .on(t.teamId, t.personId)
      .where(sql`until is null`),
    index('team_member_person_idx').on(t.personId, t.orgId)
  ]
)

/** Who reads in the stead of somebody who is away. */
export const teamCovers = pgTable(
  'team_cover',
  {
    id: uuid('id').primaryKey(),
    orgId: rowOf('org_id', () => organisation.id),
    absentId: rowOf('absent_id', () => person.id),
    coverId: rowOf('cover_id', () => person.id),
    since: instant('since').notNull(),
    until: instant('until').notNull(),
    byId: rowOf('by_id', () => person.id)
  },
  (t) => [
    index('team_cover_cover_idx').on(t.coverId, t.orgId),
    check('team_cover_of_two', sql`${t.absentId} <> ${t.coverId}`),
    check('team_cover_ends', sql`${t.until} >= ${t.since}`)
  ]
)

/** Who follows a case for an organisation: a team, a person, or a person in a team. The last row has no end. */
export const caseloads = pgTable(
  'caseload',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: rowOf('case_id', () => cases.id),
    orgId: rowOf('org_id', () => organisation.id),
    teamId: uuid('team_id'),
    personId: uuid('person_id').references(() => person.id),
    since: instant('since').notNull(),
    until: instant('until'),
    byId: rowOf('by_id', () => person.id),
    /** When it was said, which may be before it holds. */
    at: instant('at').notNull()
  },
  (t) => [
    foreignKey({
      name: 'caseload_team_fk',
      columns: [t.teamId, t.orgId],
      foreignColumns: [teams.id, teams.orgId]
    }).onUpdate('cascade'),
    uniqueIndex('caseload_last')
      .on(t.caseId, t.orgId)
      .where(sql`until is null`),
    index('caseload_case_idx').on(t.caseId, t.orgId),
    index('caseload_team_idx')
      .on(t.orgId, t.teamId)
      .where(sql`until is null`),
    index('caseload_person_idx')
      .on(t.orgId, t.personId)
      .where(sql`until is null`),
    check('caseload_of_somebody', sql`${t.teamId} is not null or ${t.personId} is not null`),
    check('caseload_ends', sql`${t.until} >= ${t.since}`)
  ]
)
