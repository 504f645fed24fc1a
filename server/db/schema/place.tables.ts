import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { activeStays, placeKinds, stayStates } from '../../../workflows/places/places.ts'
import { cases } from './case.tables.ts'
import { instant, bytes, oneOf, wordsIn, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { referrals } from './referral.tables.ts'

export const places = pgTable(
  'place',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    orgId: rowOf('org_id', () => organisation.id),
    kind: text('kind').notNull().default('acse'),
    label: text('label').notNull(),
    sexes: text('sexes').array().notNull(),
    children: smallint('children').notNull(),
    languages: text('languages').array().notNull(),
    accessible: boolean('accessible').notNull().default(false),
    /** Départements from which nobody may come: never where the place is. */
    excludedZones: text('excluded_zones')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    maxStayMonths: smallint('max_stay_months'),
    /** Of the asylum scheme: whom its centre receives. */
    centre: text('centre'),
    outOfService: text('out_of_service'),
    outUntil: date('out_until'),
    version: integer('version').notNull().default(1)
  },
  (t) => [
    index('place_org_id_idx').on(t.orgId),
    unique('place_org_label_key').on(t.orgId, t.label),
    check('place_kind_known', oneOf(t.kind, Object.keys(placeKinds)))
  ]
)

/** Class A. Read by one route alone, under a role that reads nothing else. */
export const placeAddresses = pgTable('place_address', {
  placeId: uuid('place_id')
    .primaryKey()
    .references(() => places.id),
  body: bytes('body').notNull()
})

export const stays = pgTable(
  'stay',
  {
    id: uuid('id').primaryKey(),
    caseId: rowOf('case_id', () => cases.id),
    placeId: rowOf('place_id', () => places.id),
    referralId: rowOf('referral_id', () => referrals.id),
    /** Of its place: a person may be held one of asylum beside another. */
    pool: text('pool').notNull(),
    state: text('state').notNull(),
    reservedAt: instant('reserved_at').notNull(),
    admittedOn: date('admitted_on'),
    endedAt: instant('ended_at')
  },
  (t) => [
    index('stay_case_id_idx').on(t.caseId),
    uniqueIndex('stay_one_active_for_a_place').on(t.placeId).where(wordsIn('state', activeStays)),
    uniqueIndex('stay_one_bed_for_a_person')
      .on(t.caseId)
      .where(wordsIn('state', ['admitted'])),
    // Whoever is moved keeps her bed until she arrives. An asylum place may be held as well: those who hold another know nothing of it.
    uniqueIndex('stay_one_held_for_a_person')
      .on(t.caseId, sql`(pool = 'dna')`)
      .where(wordsIn('state', ['reserved'])),
    check('stay_pool_known', oneOf(t.pool, Object.keys(placeKinds))),
    check('stay_state_known', oneOf(t.state, stayStates))
  ]
)
