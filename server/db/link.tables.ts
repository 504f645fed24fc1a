import { customType, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisation, referrals } from './schema.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

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
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisation.id),
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
