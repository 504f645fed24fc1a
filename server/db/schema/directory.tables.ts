import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { asylumCentres } from '../../../policies/organisations/directories.ts'
import { settlementKinds } from '../../../policies/organisations/settlements.ts'
import type { Offer, Received } from '../../../policies/organisations/offered.ts'
import { instant, oneOf, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { person } from './person.tables.ts'

/** Named contacts of prosecutions and JIRS. */
export const courtReferents = pgTable(
  'court_referent',
  {
    id: uuid('id').primaryKey(),
    courtId: rowOf('court_id', () => organisation.id),
    name: text('name').notNull(),
    service: text('service').notNull(),
    contact: text('contact').notNull(),
    verifiedOn: date('verified_on').notNull(),
    verifiedBy: rowOf('verified_by', () => person.id),
    verifiedOrg: rowOf('verified_org', () => organisation.id),
    removedAt: instant('removed_at')
  },
  (t) => [
    index('court_referent_court_idx')
      .on(t.courtId)
      .where(sql`removed_at is null`),
    check('court_referent_said', sql`${t.name} <> '' and ${t.service} <> '' and ${t.contact} <> ''`)
  ]
)

/** How full the asylum scheme is, as OFII counted on a day. */
export const asylumOccupancy = pgTable(
  'asylum_occupancy',
  {
    centre: text('centre').notNull(),
    region: text('region').notNull(),
    asOf: date('as_of').notNull(),
    places: integer('places').notNull(),
    occupied: integer('occupied').notNull(),
    recordedBy: rowOf('recorded_by', () => person.id),
    recordedAt: instant('recorded_at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.centre, t.region, t.asOf] }),
    check('asylum_occupancy_centre_known', oneOf(t.centre, Object.keys(asylumCentres))),
    check('asylum_occupancy_counts', sql`${t.places} >= 0 and ${t.occupied} >= 0`)
  ]
)

/** Informal settlements where an organisation mediates: no address, and no case leads to one. */
export const settlements = pgTable(
  'settlement',
  {
    id: uuid('id').primaryKey(),
    orgId: rowOf('org_id', () => organisation.id),
    label: text('label').notNull(),
    kind: text('kind').notNull(),
    commune: text('commune').notNull(),
    territory: text('territory').notNull(),
    addedBy: rowOf('added_by', () => person.id),
    addedAt: instant('added_at').notNull(),
    closedBy: uuid('closed_by').references(() => person.id),
    closedAt: instant('closed_at')
  },
  (t) => [
    index('settlement_org_idx').on(t.orgId),
    check('settlement_said', sql`${t.label} <> '' and ${t.commune} <> ''`),
    check('settlement_kind_known', oneOf(t.kind, Object.keys(settlementKinds))),
    check('settlement_closed_by_somebody', sql`(${t.closedAt} is null) = (${t.closedBy} is null)`)
  ]
)

/** What an organisation offers to those who are referred to it, as it says itself: no address, and no case. */
export const serviceOffers = pgTable(
  'service_offer',
  {
    orgId: rowOf('org_id', () => organisation.id).primaryKey(),
    offers: text('offers').array().$type<Offer[]>().notNull(),
    receives: text('receives').array().$type<Received[]>().notNull().default([]),
    languages: text('languages').array().notNull().default([]),
    hours: text('hours').notNull().default(''),
    note: text('note').notNull().default(''),
    saidOn: date('said_on').notNull(),
    saidBy: rowOf('said_by', () => person.id)
  },
  (t) => [
    index('service_offer_offers_idx').using('gin', t.offers),
    check('service_offer_said', sql`cardinality(${t.offers}) between 1 and 20`),
    check('service_offer_lists', sql`cardinality(${t.receives}) <= 10 and cardinality(${t.languages}) <= 40`),
    check('service_offer_short', sql`length(${t.hours}) <= 160 and length(${t.note}) <= 300`)
  ]
)
