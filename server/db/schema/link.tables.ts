import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { referrals } from './referral.tables.ts'

/**
 * The way in of a recipient without an account. The token is nowhere: it is computed from the row's id and generation.
 * Whether the link still lives is the referral's own state; when that is over, the address is forgotten.
 */
export const referralLinks = pgTable(
  'referral_link',
  {
    id: uuid('id').primaryKey(),
    referralId: uuid('referral_id')
      .notNull()
      .unique()
      .references(() => referrals.id),
    orgId: rowOf('org_id', () => organisation.id),
    /** Raised by each renewal: the token before it opens nothing. */
    generation: integer('generation').notNull(),
    /** Sealed. Read by the mail alone. */
    address: bytes('address'),
    /** Its first letter and its domain, for the sender alone. */
    masked: text('masked'),
    expiresAt: instant('expires_at').notNull(),
    mailedAt: instant('mailed_at')
  },
  (t) => [index('referral_link_org_idx').on(t.orgId)]
)
