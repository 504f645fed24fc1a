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
  uuid
} from 'drizzle-orm/pg-core'
import { placeKinds } from '../../../workflows/places/places.ts'
import { bytes, oneOf, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'

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
