import { sql } from 'drizzle-orm'
import { boolean, check, date, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { callModes, type CallMode } from '../../../policies/calls/wish.ts'
import { instant, oneOf, rowOf } from './columns.ts'
import { membership } from './organisation.tables.ts'
import { person } from './person.tables.ts'

/** How each person wishes to be written to; who has no row has what is usual. */
export const mailWishes = pgTable(
  'mail_wish',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id),
    mode: text('mode').$type<CallMode>().notNull(),
    digestHour: smallint('digest_hour').notNull(),
    quietFrom: smallint('quiet_from').notNull(),
    quietUntil: smallint('quiet_until').notNull(),
    daysOff: boolean('days_off').notNull(),
    changedAt: instant('changed_at').notNull()
  },
  (t) => [
    check('mail_wish_mode_known', oneOf(t.mode, Object.keys(callModes))),
    check(
      'mail_wish_hours',
      sql`${t.digestHour} between 0 and 23 and ${t.quietFrom} between 0 and 23 and ${t.quietUntil} between 0 and 23`
    )
  ]
)

/** Up to which notice, and on which day, a mail was last asked for. */
export const mailCalls = pgTable('mail_call', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  until: instant('until'),
  digestOn: date('digest_on')
})

/** Addresses by which a calendar reads the days of a membership: of the code in one, its digest. */
export const calendarFeeds = pgTable(
  'calendar_feed',
  {
    id: uuid('id').primaryKey(),
    membershipId: rowOf('membership_id', () => membership.id),
    personId: rowOf('person_id', () => person.id),
    digest: text('digest').notNull().unique('calendar_feed_digest_unique'),
    madeAt: instant('made_at').notNull(),
    revokedAt: instant('revoked_at')
  },
  (t) => [
    uniqueIndex('calendar_feed_open')
      .on(t.membershipId)
      .where(sql`revoked_at is null`),
    check('calendar_feed_digest_long', sql`length(${t.digest}) = 43`)
  ]
)
