import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { browserKinds, systemKinds } from '../../auth/device.ts'
import { endedFrom } from '../../auth/store.ts'
import { instant, oneOf } from './columns.ts'

/** A principal: what one issuer calls one subject. An e-mail address is never an identity here. */
export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    displayName: text('display_name').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Where this person was invited: for letters about their access, never an identity. */
    email: text('email'),
    seenAt: instant('seen_at'),
    /** The membership by which this person last chose to act. */
    actsAs: uuid('acts_as')
  },
  (t) => [unique('person_issuer_subject_key').on(t.issuer, t.subject)]
)

/** Only the SHA-256 of the cookie is kept; the id_token is sealed under a key derived from the cookie itself. */
export const session = pgTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    membershipId: uuid('membership_id'),
    createdAt: instant('created_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    absoluteUntil: instant('absolute_until').notNull(),
    revokedAt: instant('revoked_at'),
    idToken: text('id_token'),
    acr: text('acr').notNull(),
    amr: text('amr').array().notNull(),
    /** As the provider said it at this sign-in, to be shown beside an invitation; never an identity. */
    email: text('email'),
    /** What pages call it by: neither the cookie nor its hash. */
    id: uuid('id').notNull().defaultRandom().unique(),
    browser: text('browser'),
    system: text('system'),
    /** Until when the person may choose what this sign-in closes; it opens nothing until then. */
    waitsUntil: instant('waits_until'),
    endedFrom: text('ended_from')
  },
  (t) => [
    index('session_person_id_idx').on(t.personId),
    check('session_browser_known', sql`${t.browser} is null or ${oneOf(t.browser, browserKinds)}`),
    check('session_system_known', sql`${t.system} is null or ${oneOf(t.system, systemKinds)}`),
    check('session_ended_from_known', sql`${t.endedFrom} is null or ${oneOf(t.endedFrom, endedFrom)}`),
    check('session_ends_after_it_begins', sql`${t.absoluteUntil} > ${t.createdAt}`)
  ]
)

/** One sign-in under way in one browser: taken (deleted) by the first callback that shows both secrets. */
export const signInAttempt = pgTable(
  'sign_in_attempt',
  {
    stateHash: text('state_hash').primaryKey(),
    browserHash: text('browser_hash').notNull(),
    sealed: text('sealed').notNull(),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull()
  },
  (t) => [index('sign_in_attempt_expires_at_idx').on(t.expiresAt)]
)
