import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { emergencySight } from '../../../policies/emergency-access.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import {
  emergencyReasons,
  emergencyRefusals,
  emergencyStates,
  type EmergencyClass,
  type EmergencyState
} from '../../../workflows/case/emergency-access.ts'
import { cases } from './case.tables.ts'
import { bytes, instant, wordsIn, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'

/** The second wall of `emergencySight`: each capacity and the classes that no opening of it goes beyond. */
const openings = Object.entries(emergencySight)
  .filter(([, classes]) => classes.length > 0)
  .map(([capacity, classes]) => `when '${capacity}' then classes <@ '{${classes.join(',')}}'::text[]`)
  .join(' ')

/**
 * One emergency access of one person to one case. It is read like any other basis of sight, and waits for a second
 * person: its clock is the deadline of the same id. What was settled is not settled again.
 */
export const glassOpenings = pgTable(
  'glass_opening',
  {
    id: uuid('id').primaryKey(),
    caseId: rowOf('case_id', () => cases.id),
    personId: uuid('person_id').notNull(),
    orgId: rowOf('org_id', () => organisation.id),
    role: text('role').notNull(),
    capacity: text('capacity').$type<Capacity>().notNull(),
    classes: text('classes').array().$type<EmergencyClass[]>().notNull(),
    reason: text('reason').$type<keyof typeof emergencyReasons>().notNull(),
    /** Sealed: read by who opened and by who must confirm, and erased with the case. */
    words: bytes('words'),
    openedAt: instant('opened_at').notNull(),
    /** Until when it shows anything. */
    until: instant('until').notNull(),
    state: text('state').$type<EmergencyState>().notNull(),
    confirmOrgId: rowOf('confirm_org_id', () => organisation.id),
    /** Who was told at once, and in which capacity: the referring association, or the cell where that is not safe. */
    toldOrgs: uuid('told_orgs').array().notNull(),
    toldAs: text('told_as').$type<'referent' | 'cell'>().notNull(),
    settledAt: instant('settled_at'),
    settledBy: uuid('settled_by'),
    refusal: text('refusal').$type<keyof typeof emergencyRefusals>()
  },
  (t) => [
    index('glass_opening_case_idx').on(t.caseId, t.openedAt),
    index('glass_opening_person_idx').on(t.personId, t.openedAt),
    index('glass_opening_opened_idx').on(t.openedAt),
    check('glass_opening_reason_known', wordsIn('reason', Object.keys(emergencyReasons))),
    check('glass_opening_state_known', wordsIn('state', Object.keys(emergencyStates))),
    check(
      'glass_opening_refusal_known',
      sql`refusal is null or ${wordsIn('refusal', Object.keys(emergencyRefusals))}`
    ),
    check(
      'glass_opening_within_sight',
      sql.raw(`cardinality(classes) > 0 and case capacity ${openings} else false end`)
    ),
    check('glass_opening_place_for_police', sql`role = 'police' or not ('A' = any (classes))`),
    check('glass_opening_two_people', sql`settled_by is distinct from person_id`),
    check('glass_opening_settled', sql`(state = 'open') = (settled_at is null)`)
  ]
)
