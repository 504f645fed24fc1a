import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { roles } from '../../../policies/actor.ts'
import { regimes } from '../../../policies/habilitations.ts'
import { proposalKinds, proposalStates } from '../../../policies/organisations.ts'
import { instant, oneOf, rowOf } from './columns.ts'
import { membership, organisation } from './organisation.tables.ts'
import { person } from './person.tables.ts'

/** What opens a right and waits for a second person, or had one. */
export const organisationProposals = pgTable(
  'organisation_proposal',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    orgId: rowOf('org_id', () => organisation.id),
    intoOrg: uuid('into_org').references(() => organisation.id),
    regime: text('regime'),
    body: jsonb('body').notNull(),
    proposedBy: rowOf('proposed_by', () => person.id),
    proposedAt: instant('proposed_at').notNull(),
    state: text('state').notNull().default('waiting'),
    settledBy: uuid('settled_by').references(() => person.id),
    settledAt: instant('settled_at'),
    /** The transaction in which it was settled: what it opens is opened there and nowhere else. */
    settledIn: text('settled_in'),
    /** In which somebody is to be invited: what rows are filtered by holds no JSON. */
    role: text('role').generatedAlwaysAs(sql`body ->> 'role'`)
  },
  (t) => [
    index('organisation_proposal_waiting_idx')
      .on(t.orgId)
      .where(sql`state = 'waiting'`),
    check('organisation_proposal_kind_known', oneOf(t.kind, Object.keys(proposalKinds))),
    check('organisation_proposal_state_known', oneOf(t.state, Object.keys(proposalStates))),
    check('organisation_proposal_regime_known', sql`${t.regime} is null or ${oneOf(t.regime, regimes)}`),
    check(
      'organisation_proposal_whole',
      sql`(${t.kind} = 'merge') = (${t.intoOrg} is not null) and (${t.kind} = 'regime') = (${t.regime} is not null)`
    ),
    check(
      'organisation_proposal_settled_by_somebody',
      sql`(${t.state} = 'waiting') = (${t.settledBy} is null)`
    )
  ]
)

/** A way into one organisation in one role, for some days, once. Its token is computed from `id` and `generation`, and stored nowhere. */
export const invitations = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey(),
    orgId: rowOf('org_id', () => organisation.id),
    role: text('role').notNull(),
    manager: boolean('manager').notNull(),
    alternate: boolean('alternate').notNull().default(false),
    email: text('email').notNull(),
    generation: integer('generation').notNull().default(1),
    invitedBy: rowOf('invited_by', () => person.id),
    invitedAt: instant('invited_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    mailedAt: instant('mailed_at'),
    usedAt: instant('used_at'),
    usedBy: uuid('used_by').references(() => person.id),
    membershipId: uuid('membership_id').references(() => membership.id),
    /** What the provider of who opened it said, beside `email`. */
    providerEmail: text('provider_email'),
    withdrawnAt: instant('withdrawn_at')
  },
  (t) => [
    index('invitation_org_idx').on(t.orgId, t.invitedAt),
    check('invitation_role_known', oneOf(t.role, Object.keys(roles))),
    check('invitation_used_by_somebody', sql`(${t.usedAt} is null) = (${t.usedBy} is null)`)
  ]
)

/** Who could see what in an organisation, as its manager read and confirmed it; the audit keeps the digest. */
export const accessReviews = pgTable(
  'access_review',
  {
    id: uuid('id').primaryKey(),
    orgId: rowOf('org_id', () => organisation.id),
    half: text('half').notNull(),
    madeBy: rowOf('made_by', () => person.id),
    madeAt: instant('made_at').notNull(),
    body: text('body').notNull(),
    digest: text('digest').notNull()
  },
  (t) => [
    unique('access_review_once').on(t.orgId, t.half),
    check('access_review_half_known', sql`${t.half} ~ '^20\\d\\d-[12]$'`)
  ]
)
