import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn
} from 'drizzle-orm/pg-core'
import { orgTypes, roles } from '../../policies/actor.ts'
import { regimes } from '../../policies/habilitations.ts'
import { capacities } from '../../workflows/capacities.ts'
import { regionIds, regionTables } from '../../workflows/commands.ts'
import type { Facts } from '../../workflows/facts.ts'
import { activeStays, placeKinds, stayStates } from '../../workflows/places/places.ts'
import { liveReferralStates, referralStates } from '../../workflows/referral.machine.ts'
import { followUps } from '../../workflows/referral.refusal.ts'
import { consentScopes, dataClasses, referralKindIds, type RegionId } from '../../workflows/vocabulary.ts'
import { person } from '../auth/tables.ts'

export * from '../auth/tables.ts'
export * from './configuration.tables.ts'
export * from './glass.tables.ts'
export * from './link.tables.ts'
export * from './meeting.tables.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A CHECK written from the table that owns the words; text rather than enum, whose `=` is not leakproof under row security. */
const oneOf = (column: AnyPgColumn, words: readonly string[]) =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`

/** The same, for the condition of an index, which names its own columns. */
const wordsIn = (column: string, words: readonly string[]) =>
  sql.raw(`${column} in (${words.map((word) => `'${word}'`).join(', ')})`)

export const organisation = pgTable(
  'organisation',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull().unique(),
    type: text('type').notNull(),
    name: text('name').notNull(),
    territory: text('territory'),
    region: text('region'),
    siret: text('siret'),
    /** Of which court it is, where a département has several; null has them all. */
    court: text('court'),
    status: text('status').notNull().default('pending')
  },
  (t) => [
    index('organisation_territory_type_idx').on(t.territory, t.type),
    check('organisation_type_known', oneOf(t.type, orgTypes)),
    check('organisation_status_known', oneOf(t.status, ['accredited', 'pending', 'suspended']))
  ]
)

export const membership = pgTable(
  'membership',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisation.id),
    role: text('role').notNull(),
    until: instant('until')
  },
  (t) => [
    unique('membership_person_org_role_key').on(t.personId, t.orgId, t.role),
    index('membership_org_id_idx').on(t.orgId),
    check('membership_role_known', oneOf(t.role, Object.keys(roles)))
  ]
)

export const habilitation = pgTable(
  'habilitation',
  {
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisation.id),
    regime: text('regime').notNull(),
    since: date('since').notNull(),
    until: date('until')
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.regime] }),
    check('habilitation_regime_known', oneOf(t.regime, regimes))
  ]
)

export const cases = pgTable(
  'case',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    version: integer('version').notNull(),
    territory: text('territory').notNull(),
    openedAt: instant('opened_at').notNull(),
    identification: text('identification').notNull(),
    housing: text('housing').notNull(),
    residence: text('residence').notNull(),
    judicial: text('judicial').notNull(),
    care: text('care').notNull(),
    minor: text('minor').notNull(),
    consent: text('consent').notNull(),
    closure: text('closure').notNull(),
    facts: jsonb('facts').$type<Facts>().notNull(),
    configVersion: text('config_version').notNull(),
    updatedAt: instant('updated_at').notNull()
  },
  (t) => [
    index('case_config_version_idx').on(t.configVersion, t.code),
    ...regionIds.map((id: RegionId) =>
      check(`case_${id}_known`, oneOf(t[id], Object.keys(regionTables[id].states)))
    )
  ]
)

export const caseEvents = pgTable(
  'case_event',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    command: text('command').notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    /** Classes of which this act wrote sealed values. */
    sealed: text('sealed').array().notNull(),
    personId: uuid('person_id'),
    orgId: uuid('org_id'),
    role: text('role').notNull(),
    territory: text('territory'),
    basis: text('basis').array().notNull(),
    basisOn: date('basis_on').notNull(),
    consentScope: text('consent_scope'),
    late: boolean('late').notNull().default(false)
  },
  (t) => [primaryKey({ columns: [t.caseId, t.seq] })]
)

export const compartments = pgTable(
  'compartment',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    dataClass: text('data_class').notNull(),
    seq: integer('seq').notNull(),
    body: bytes('body').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.dataClass, t.seq] }),
    check('compartment_class_known', oneOf(t.dataClass, Object.keys(dataClasses)))
  ]
)

/** Keyed digests of what an identity would share with another file of the same person; erased with the sealed identity. */
export const identityMarks = pgTable(
  'identity_mark',
  {
    caseId: uuid('case_id').notNull(),
    dataClass: text('data_class').notNull().default('B'),
    seq: integer('seq').notNull(),
    mark: bytes('mark').notNull()
  },
  (t) => [
    primaryKey({ name: 'identity_mark_pk', columns: [t.caseId, t.seq, t.mark] }),
    index('identity_mark_mark_idx').on(t.mark),
    check('identity_mark_of_identity', sql`${t.dataClass} = 'B'`),
    foreignKey({
      name: 'identity_mark_with_sealed',
      columns: [t.caseId, t.dataClass, t.seq],
      foreignColumns: [compartments.caseId, compartments.dataClass, compartments.seq]
    }).onDelete('cascade')
  ]
)

export const participations = pgTable(
  'participation',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisation.id),
    capacity: text('capacity').notNull(),
    classes: text('classes').array().notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
    basis: text('basis').notNull(),
    /** The consent that this participation rests on: its withdrawal ends it. */
    scope: text('scope'),
    /** The worklist of this organisation, kept by the gate so that a list never scans cases. */
    waitsFor: text('waits_for'),
    urgency: smallint('urgency').notNull().default(1),
    dueAt: instant('due_at'),
    /** A keyset needs a value on every row. */
    sortAt: instant('sort_at').generatedAlwaysAs(sql`coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')`),
    movedAt: instant('moved_at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.orgId, t.capacity] }),
    index('participation_todo_idx')
      .on(t.orgId, t.urgency, t.sortAt, t.caseId)
      .where(sql`waits_for is not null and until is null`),
    index('participation_due_idx')
      .on(t.orgId, t.dueAt, t.caseId)
      .where(sql`until is null and due_at is not null`),
    index('participation_moved_idx')
      .on(t.orgId, t.movedAt.desc().nullsFirst(), t.caseId)
      .where(sql`until is null`),
    check('participation_capacity_known', oneOf(t.capacity, Object.keys(capacities))),
    check(
      'participation_scope_known',
      sql`${t.scope} is null or ${oneOf(t.scope, Object.keys(consentScopes))}`
    )
  ]
)

export const places = pgTable(
  'place',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisation.id),
    kind: text('kind').notNull().default('acse'),
    label: text('label').notNull(),
    sexes: text('sexes').array().notNull(),
    children: smallint('children').notNull(),
    languages: text('languages').array().notNull(),
    accessible: boolean('accessible').notNull().default(false),
    /** Départements from which nobody may come: never where the place is. */
    excludedZones: text('excluded_zones')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    maxStayMonths: smallint('max_stay_months'),
    /** Of the asylum scheme: whom its centre receives. */
    centre: text('centre'),
    outOfService: text('out_of_service'),
    outUntil: date('out_until'),
    version: integer('version').notNull().default(1)
  },
  (t) => [
    index('place_org_id_idx').on(t.orgId),
    unique('place_org_label_key').on(t.orgId, t.label),
    check('place_kind_known', oneOf(t.kind, Object.keys(placeKinds)))
  ]
)

/** Class A. Read by one route alone, under a role that reads nothing else. */
export const placeAddresses = pgTable('place_address', {
  placeId: uuid('place_id')
    .primaryKey()
    .references(() => places.id),
  body: bytes('body').notNull()
})

export const referrals = pgTable(
  'referral',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    version: integer('version').notNull(),
    senderOrgId: uuid('sender_org_id')
      .notNull()
      .references(() => organisation.id),
    recipientOrgId: uuid('recipient_org_id')
      .notNull()
      .references(() => organisation.id),
    placeId: uuid('place_id').references(() => places.id),
    preview: jsonb('preview').$type<Record<string, unknown>>().notNull(),
    sentAt: instant('sent_at').notNull(),
    answeredAt: instant('answered_at'),
    reason: text('reason'),
    /** The person to whom silence, or a refusal to decide on, was said. */
    escalatedTo: text('escalated_to'),
    /** What a refusal leaves to do, until it is sent again or noted; null when nothing is. */
    followUp: text('follow_up'),
    /** Whose turn it is after silence or a refusal, and which of its people was named. */
    awaitsOrgId: uuid('awaits_org_id').references(() => organisation.id),
    awaitsPersonId: uuid('awaits_person_id').references(() => person.id),
    previousId: uuid('previous_id'),
    movedAt: instant('moved_at').notNull()
  },
  (t) => [
    index('referral_case_id_idx').on(t.caseId),
    index('referral_recipient_idx').on(t.recipientOrgId, t.movedAt.desc().nullsFirst(), t.id),
    index('referral_sender_idx').on(t.senderOrgId, t.movedAt.desc().nullsFirst(), t.id),
    uniqueIndex('referral_one_live_for_recipient_and_case')
      .on(t.caseId, t.kind, t.recipientOrgId)
      .where(wordsIn('state', liveReferralStates)),
    check('referral_follow_up_known', sql`${t.followUp} is null or ${oneOf(t.followUp, followUps)}`),
    check('referral_kind_known', oneOf(t.kind, referralKindIds)),
    check('referral_state_known', oneOf(t.state, Object.keys(referralStates)))
  ]
)

export const referralEvents = pgTable(
  'referral_event',
  {
    referralId: uuid('referral_id')
      .notNull()
      .references(() => referrals.id),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    command: text('command').notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    personId: uuid('person_id'),
    orgId: uuid('org_id'),
    role: text('role').notNull()
  },
  (t) => [primaryKey({ columns: [t.referralId, t.seq] })]
)

export const stays = pgTable(
  'stay',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    placeId: uuid('place_id')
      .notNull()
      .references(() => places.id),
    referralId: uuid('referral_id')
      .notNull()
      .references(() => referrals.id),
    state: text('state').notNull(),
    reservedAt: instant('reserved_at').notNull(),
    admittedOn: date('admitted_on'),
    endedAt: instant('ended_at')
  },
  (t) => [
    index('stay_case_id_idx').on(t.caseId),
    uniqueIndex('stay_one_active_for_a_place').on(t.placeId).where(wordsIn('state', activeStays)),
    // One held and one slept in: a person who is moved keeps her bed until she arrives.
    uniqueIndex('stay_one_active_for_a_person').on(t.caseId, t.state).where(wordsIn('state', activeStays)),
    check('stay_state_known', oneOf(t.state, stayStates))
  ]
)

export const consents = pgTable(
  'consent',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    seq: integer('seq').notNull(),
    scope: text('scope').notNull(),
    given: boolean('given').notNull(),
    at: instant('at').notNull(),
    language: text('language'),
    means: text('means'),
    interpreter: boolean('interpreter').notNull().default(false),
    expiresOn: date('expires_on')
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.scope, t.seq] }),
    check('consent_scope_known', oneOf(t.scope, Object.keys(consentScopes)))
  ]
)

export const deadlines = pgTable(
  'deadline',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    referralId: uuid('referral_id').references(() => referrals.id),
    code: text('code').notNull(),
    startsOn: date('starts_on').notNull(),
    dueOn: date('due_on').notNull(),
    dueAt: instant('due_at').notNull(),
    steps: jsonb('steps').$type<{ kind: 'alert' | 'due'; at: string; daysBefore?: number }[]>().notNull(),
    nextStep: smallint('next_step').notNull().default(0),
    nextAt: instant('next_at'),
    state: text('state').notNull(),
    computation: text('computation').array().notNull(),
    configVersion: text('config_version').notNull(),
    firedAt: instant('fired_at'),
    lateSeconds: integer('late_seconds'),
    /** Since when it stands still, or last did; while it does, its dates say nothing. */
    suspendedAt: instant('suspended_at')
  },
  (t) => [
    index('deadline_case_id_idx').on(t.caseId),
    index('deadline_referral_id_idx').on(t.referralId),
    index('deadline_next_at_idx')
      .on(t.nextAt)
      .where(sql`state = 'running'`),
    check('deadline_state_known', oneOf(t.state, ['running', 'suspended', 'fired', 'stopped'])),
    check('deadline_suspended_since', sql`${t.state} <> 'suspended' or ${t.suspendedAt} is not null`)
  ]
)

export const auditEvents = pgTable(
  'audit_event',
  {
    chain: text('chain').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    personId: uuid('person_id'),
    orgId: uuid('org_id'),
    role: text('role').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    outcome: text('outcome').notNull(),
    detail: text('detail').notNull(),
    previous: bytes('previous').notNull(),
    hash: bytes('hash').notNull()
  },
  (t) => [primaryKey({ columns: [t.chain, t.seq] }), index('audit_event_at_idx').on(t.at)]
)

export const auditHeads = pgTable('audit_head', {
  chain: text('chain').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull()
})

export const idempotency = pgTable(
  'idempotency',
  {
    personId: uuid('person_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    aggregate: text('aggregate').notNull(),
    aggregateId: uuid('aggregate_id').notNull(),
    at: instant('at').notNull()
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index('idempotency_at_idx').on(t.at)]
)

export const drafts = pgTable(
  'draft',
  {
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    body: bytes('body').notNull(),
    expiresAt: instant('expires_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })]
)

/** What an organisation is told: that something moved, never what it says. */
export const notices = pgTable(
  'notice',
  {
    id: uuid('id').primaryKey(),
    orgId: uuid('org_id')
      .notNull()
      .references(() => organisation.id),
    about: text('about').notNull(),
    aboutId: uuid('about_id').notNull(),
    at: instant('at').notNull()
  },
  (t) => [index('notice_org_at_idx').on(t.orgId, t.at)]
)

/** Figures ready to be read, small counts already hidden. */
export const figures = pgTable('figure', {
  name: text('name').primaryKey(),
  asOf: instant('as_of').notNull(),
  body: jsonb('body').notNull()
})
