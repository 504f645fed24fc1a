import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn
} from 'drizzle-orm/pg-core'
import { orgTypes, roles } from '../../../policies/actor.ts'
import { regimes } from '../../../policies/habilitations.ts'
import { orgStates } from '../../../policies/organisations.ts'
import { person } from './person.tables.ts'
import { instant, oneOf, rowOf } from './columns.ts'

export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull().unique(),
    type: text('type').notNull(),
    name: text('name').notNull(),
    territory: text('territory'),
    region: text('region'),
    siret: text('siret'),
    /** Of which court it is, where a département has several; null has them all. */
    court: text('court'),
    status: text('status').notNull().default('pending'),
    /** Kinds of referrals that it answers; null: all that its kind of organisation answers. */
    answers: text('answers').array(),
    /** Under which identifier the directory « data inclusion » knows it. */
    directoryId: text('directory_id').unique(),
    closedAt: instant('closed_at'),
    mergedInto: uuid('merged_into').references((): AnyPgColumn => organisation.id),
    /** That a case is read by its team, and not by everybody of the organisation. */
    byTeam: boolean('by_team').notNull().default(false),
    /** Of which half-year those who manage access were told that the review is due. */
    reviewTold: text('review_told'),
    /** Of which they were told again, before it ends. */
    reviewToldAgain: text('review_told_again')
  },
  (t) => [
    index('organisation_territory_type_idx').on(t.territory, t.type),
    index('organisation_merged_idx')
      .on(t.mergedInto)
      .where(sql`merged_into is not null`),
    check('organisation_type_known', oneOf(t.type, orgTypes)),
    check('organisation_status_known', oneOf(t.status, Object.keys(orgStates)))
  ]
)

export const membership = pgTable(
  'membership',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: rowOf('person_id', () => person.id),
    orgId: rowOf('org_id', () => organisation.id),
    role: text('role').notNull(),
    until: instant('until'),
    /** Manages who has access in this organisation. */
    manager: boolean('manager').notNull().default(false),
    since: instant('since').notNull().defaultNow(),
    absentFrom: date('absent_from'),
    absentUntil: date('absent_until'),
    /** Sits in the cell where nobody of the same organisation who holds a seat is there. */
    alternate: boolean('alternate').notNull().default(false),
    /** When a letter was asked for that says that the membership closes if its person does not come back. */
    warnedAt: instant('warned_at'),
    /** When that letter left. */
    warningMailedAt: instant('warning_mailed_at'),
    /** When somebody wrote down that they warned the person by hand, and who: of whom has no address. */
    warnedByHandAt: instant('warned_by_hand_at'),
    warnedBy: uuid('warned_by').references(() => person.id)
  },
  (t) => [
    check('membership_warned_by_somebody', sql`(${t.warnedByHandAt} is null) = (${t.warnedBy} is null)`),
    uniqueIndex('membership_open_key')
      .on(t.personId, t.orgId, t.role)
      .where(sql`until is null`),
    index('membership_org_id_idx').on(t.orgId),
    check('membership_role_known', oneOf(t.role, Object.keys(roles)))
  ]
)

/** Which roles the people of each kind of organisation may hold: written by migrate from the table of the code. */
export const kindRoles = pgTable(
  'kind_role',
  { kind: text('kind').notNull(), role: text('role').notNull() },
  (t) => [primaryKey({ name: 'kind_role_pk', columns: [t.kind, t.role] })]
)

/** For which acts the house of which roles must hold a regime: written by migrate from the table of the code. */
export const regimeNeeds = pgTable(
  'regime_need',
  { command: text('command').notNull(), role: text('role').notNull(), regime: text('regime').notNull() },
  (t) => [primaryKey({ name: 'regime_need_pk', columns: [t.command, t.role, t.regime] })]
)

export const habilitation = pgTable(
  'habilitation',
  {
    orgId: rowOf('org_id', () => organisation.id),
    regime: text('regime').notNull(),
    since: date('since'),
    until: date('until'),
    askedOn: date('asked_on'),
    completeOn: date('complete_on'),
    id: uuid('id').notNull().unique().defaultRandom(),
    /** The text by which it was given: its kind, its number, its day. */
    decision: text('decision'),
    /** How many months ahead its end was last told. */
    warnedMonths: smallint('warned_months')
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.regime] }),
    check('habilitation_regime_known', oneOf(t.regime, regimes)),
    check(
      'habilitation_given_or_asked',
      sql`${t.since} is not null or (${t.regime} = 'psp' and ${t.askedOn} is not null)`
    ),
    check(
      'habilitation_complete_after_asked',
      sql`${t.completeOn} is null or ${t.completeOn} >= ${t.askedOn}`
    )
  ]
)
