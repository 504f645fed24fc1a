import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  handingReasons,
  handingStates,
  type HandingReason,
  type HandingState
} from '../../../policies/organisations/handing.ts'
import { cases } from './case.tables.ts'
import { instant, oneOf, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { person } from './person.tables.ts'

/** That a case is to pass from one association to another: what was proposed, and what became of it. */
export const caseHandings = pgTable(
  'case_handing',
  {
    id: uuid('id').primaryKey(),
    caseId: rowOf('case_id', () => cases.id),
    fromOrgId: rowOf('from_org_id', () => organisation.id),
    toOrgId: rowOf('to_org_id', () => organisation.id),
    state: text('state').$type<HandingState>().notNull(),
    territory: text('territory').notNull(),
    agreedOn: date('agreed_on').notNull(),
    language: text('language').notNull(),
    means: text('means').notNull(),
    interpreter: boolean('interpreter').notNull(),
    proposedBy: rowOf('proposed_by', () => person.id),
    proposedAt: instant('proposed_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    settledBy: uuid('settled_by').references(() => person.id),
    settledAt: instant('settled_at'),
    reason: text('reason').$type<HandingReason>()
  },
  (t) => [
    uniqueIndex('case_handing_open')
      .on(t.caseId, t.fromOrgId)
      .where(sql`state = 'proposed'`),
    index('case_handing_from_idx').on(t.fromOrgId, t.proposedAt),
    index('case_handing_to_idx').on(t.toOrgId, t.proposedAt),
    check('case_handing_state_known', oneOf(t.state, Object.keys(handingStates))),
    check('case_handing_of_two', sql`${t.fromOrgId} <> ${t.toOrgId}`),
    check('case_handing_settled_whole', sql`(${t.state} = 'proposed') = (${t.settledAt} is null)`),
    check('case_handing_reason_known', oneOf(t.reason, Object.keys(handingReasons))),
    check('case_handing_expires', sql`${t.expiresAt} > ${t.proposedAt}`)
  ]
)
