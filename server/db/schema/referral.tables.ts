import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import type { AddedWords } from '../../../workflows/configuration/added.ts'
import {
  openReferralStates,
  referralAnswers,
  referralStates,
  type ReferralAnswer,
  type ReferralCommand,
  type ReferralState
} from '../../../workflows/referral/machine.ts'
import { followUps, type FollowUp } from '../../../workflows/referral/refusal.ts'
import { referralKindIds, type ReferralKind } from '../../../workflows/vocabulary/vocabulary.ts'
import { person } from './person.tables.ts'
import { cases } from './case.tables.ts'
import { instant, oneOf, wordsIn, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { places } from './place.tables.ts'

export const referrals = pgTable(
  'referral',
  {
    id: uuid('id').primaryKey(),
    caseId: rowOf('case_id', () => cases.id),
    kind: text('kind').$type<ReferralKind>().notNull(),
    state: text('state').$type<ReferralState>().notNull(),
    version: integer('version').notNull(),
    senderOrgId: rowOf('sender_org_id', () => organisation.id),
    recipientOrgId: rowOf('recipient_org_id', () => organisation.id),
    placeId: uuid('place_id').references(() => places.id),
    preview: jsonb('preview').$type<Record<string, unknown>>().notNull(),
    sentAt: instant('sent_at').notNull(),
    answeredAt: instant('answered_at'),
    reason: text('reason'),
    /** The person to whom silence, or a refusal to decide on, was said. */
    escalatedTo: text('escalated_to'),
    /** What a refusal leaves to do, until it is sent again or noted; null when nothing is. */
    followUp: text('follow_up').$type<FollowUp>(),
    /** Whose turn it is after silence or a refusal, and which of its people was named. */
    awaitsOrgId: uuid('awaits_org_id').references(() => organisation.id),
    awaitsPersonId: uuid('awaits_person_id').references(() => person.id),
    previousId: uuid('previous_id'),
    movedAt: instant('moved_at').notNull(),
    /** The first answer, and its number: it stays what it was, whatever becomes of a yes. */
    answer: text('answer').$type<ReferralAnswer>(),
    answerSeq: integer('answer_seq'),
    /** When its sender was last told something of it: a step up to the answer, or their own. */
    toldAt: instant('told_at').notNull(),
    /** The day by which it is sorted while it waits for an answer: of no place, and shown to nobody. */
    answerBy: date('answer_by').notNull(),
    /** Immediate danger as its preview tells it, then silence, come first. */
    answerRank: smallint('answer_rank')
      .notNull()
      .generatedAlwaysAs(
        sql`case when preview ->> 'danger' = 'immediate' then 0 else 2 end + case when state = 'escalated' then 0 else 1 end`
      ),
    /** The words of the reason of a configuration that makes the one of the tables more precise, as they stood. */
    reasonAdded: jsonb('reason_added').$type<AddedWords>()
  },
  (t) => [
    index('referral_case_id_idx').on(t.caseId),
    index('referral_recipient_idx').on(t.recipientOrgId, t.movedAt.desc().nullsFirst(), t.id),
    index('referral_waiting_idx')
      .on(t.recipientOrgId, t.answerRank, t.answerBy, t.sentAt, t.id)
      .where(wordsIn('state', openReferralStates)),
    index('referral_asked_idx')
      .on(t.senderOrgId, t.toldAt.desc().nullsFirst(), t.id)
      .where(wordsIn('state', openReferralStates)),
    index('referral_left_idx')
      .on(t.awaitsOrgId)
      .where(sql`state = 'escalated' or follow_up is not null`),
    index('referral_sender_idx').on(t.senderOrgId, t.toldAt.desc().nullsFirst(), t.id),
    uniqueIndex('referral_one_unanswered_for_sides_and_case')
      .on(t.caseId, t.kind, t.recipientOrgId, t.senderOrgId)
      .where(wordsIn('state', openReferralStates)),
    check('referral_follow_up_known', sql`${t.followUp} is null or ${oneOf(t.followUp, followUps)}`),
    check('referral_answer_known', sql`${t.answer} is null or ${oneOf(t.answer, referralAnswers)}`),
    check('referral_answer_numbered', sql`(${t.answer} is null) = (${t.answerSeq} is null)`),
    check('referral_kind_known', oneOf(t.kind, referralKindIds)),
    check('referral_state_known', oneOf(t.state, Object.keys(referralStates)))
  ]
)

export const referralEvents = pgTable(
  'referral_event',
  {
    referralId: rowOf('referral_id', () => referrals.id),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    command: text('command').$type<ReferralCommand | 'send'>().notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    personId: uuid('person_id'),
    orgId: uuid('org_id'),
    role: text('role').notNull(),
    /** The clock that took this step. */
    deadlineId: uuid('deadline_id')
  },
  (t) => [primaryKey({ columns: [t.referralId, t.seq] })]
)
