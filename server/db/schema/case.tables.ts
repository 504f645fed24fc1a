import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { regionIds, regionTables } from '../../../workflows/case/commands.ts'
import type { Facts } from '../../../workflows/facts/facts.ts'
import { asylumHousingIn } from '../../../workflows/vocabulary/states.housing.ts'
import { searching } from '../../../workflows/regions/housing/ways.ts'
import {
  undoReasons,
  undoRequestStates,
  type UndoReason,
  type UndoRequestState
} from '../../../workflows/vocabulary/words.repair.ts'
import { dataClasses, type DataClass, type RegionId } from '../../../workflows/vocabulary/vocabulary.ts'
import { instant, bytes, oneOf, rowOf, wordsIn } from './columns.ts'
import { person } from './person.tables.ts'

/**
 * Acts of a journal that are told or not told alike. `input`: the fields that were filled in, with the values on which it hangs
 * whether the act is told; `metAt`: until when it is not, by the hour of where she was met. `last`: the newest of them.
 */
export type Alike = {
  command: string
  orgId: string | null
  role: string
  sealed: DataClass[]
  input: Record<string, unknown>
  /** Of its codes, those that say that it left its region as it was. */
  unusual: string[]
  metInput: Record<string, unknown> | null
  metAt: string | null
  /** Taken back, as entered in error. */
  struck: boolean
  n: number
  last: number
}

/** The acts of a journal up to one of them, counted. `heardBy`: on which values it hung, in the release that counted. */
export type CountedStory = { upTo: number; heardBy: string; acts: Alike[] }

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
    asylum_housing: text('asylum_housing').notNull(),
    residence: text('residence').notNull(),
    asylum: text('asylum').notNull(),
    judicial: text('judicial').notNull(),
    care: text('care').notNull(),
    minor: text('minor').notNull(),
    consent: text('consent').notNull(),
    closure: text('closure').notNull(),
    facts: jsonb('facts').$type<Facts>().notNull(),
    configVersion: text('config_version').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Null as long as the journal is short, or was erased in part. */
    story: jsonb('story').$type<CountedStory>()
  },
  (t) => [
    index('case_config_version_idx').on(sql`split_part(${t.configVersion}, '+', 1)`, t.code),
    index('case_housing_sought_idx').on(t.id).where(wordsIn('housing', searching)),
    index('case_asylum_housing_sought_idx')
      .on(t.id)
      .where(wordsIn('asylum_housing', asylumHousingIn('seeking'))),
    ...regionIds.map((id: RegionId) =>
      check(`case_${id}_known`, oneOf(t[id], Object.keys(regionTables[id].states)))
    )
  ]
)

export const caseEvents = pgTable(
  'case_event',
  {
    caseId: rowOf('case_id', () => cases.id),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    command: text('command').notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    /** Classes of which this act wrote sealed values. */
    sealed: text('sealed').array().$type<DataClass[]>().notNull(),
    personId: uuid('person_id'),
    orgId: uuid('org_id'),
    role: text('role').notNull(),
    territory: text('territory'),
    basis: text('basis').array().notNull(),
    basisOn: date('basis_on').notNull(),
    consentScope: text('consent_scope'),
    late: boolean('late').notNull().default(false),
    /** Of what a clock did: when, and what it said, as counted where she was met. */
    metAt: instant('met_at'),
    metInput: jsonb('met_input').$type<Record<string, unknown>>(),
    /** Of a record of an authority that came unexpected: in codes, what is unusual about it. */
    unusual: text('unusual').array().notNull().default([]),
    /** Of an act that was entered in error: the act that took it back, when, and why. */
    struckBy: integer('struck_by'),
    struckAt: instant('struck_at'),
    struckFor: text('struck_for').$type<UndoReason>(),
    /** Whether the clocks that it touched keep what they were before it. */
    traced: boolean('traced').notNull().default(true)
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    check(
      'case_event_struck_whole',
      sql`(${t.struckBy} is null) = (${t.struckAt} is null) and (${t.struckBy} is null) = (${t.struckFor} is null)`
    ),
    check('case_event_struck_later', sql`${t.struckBy} > ${t.seq}`),
    check(
      'case_event_struck_for_known',
      sql`${t.struckFor} is null or ${oneOf(t.struckFor, Object.keys(undoReasons))}`
    )
  ]
)

export const compartments = pgTable(
  'compartment',
  {
    caseId: rowOf('case_id', () => cases.id),
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

/** That an act was entered in error, as those who entered it say and cannot take it back alone. */
export const undoRequests = pgTable(
  'undo_request',
  {
    id: uuid('id').primaryKey(),
    caseId: rowOf('case_id', () => cases.id),
    seq: integer('seq').notNull(),
    reason: text('reason').$type<UndoReason>().notNull(),
    state: text('state').$type<UndoRequestState>().notNull(),
    askedBy: rowOf('asked_by', () => person.id),
    askedAt: instant('asked_at').notNull(),
    settledBy: uuid('settled_by').references(() => person.id),
    settledAt: instant('settled_at')
  },
  (t) => [
    uniqueIndex('undo_request_open')
      .on(t.caseId, t.seq)
      .where(sql`state = 'asked'`),
    index('undo_request_act_idx').on(t.caseId, t.seq, t.askedAt),
    index('undo_request_waiting_idx')
      .on(t.askedAt)
      .where(sql`state = 'asked'`),
    check('undo_request_state_known', oneOf(t.state, Object.keys(undoRequestStates))),
    check('undo_request_reason_known', oneOf(t.reason, Object.keys(undoReasons))),
    check(
      'undo_request_settled_whole',
      sql`(${t.state} = 'asked') = (${t.settledAt} is null) and (${t.state} in ('asked', 'lapsed')) = (${t.settledBy} is null)`
    )
  ]
)
