import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { activeStays, placeKinds, stayStates } from '../../../workflows/places/places.ts'
import { cases } from './case.tables.ts'
import { instant, oneOf, rowOf, wordsIn } from './columns.ts'
import { places } from './place.tables.ts'
import { referrals } from './referral.tables.ts'

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
