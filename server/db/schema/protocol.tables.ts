import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core'
import {
  signatorySideIds,
  type LocalProtocol,
  type SignatorySide
} from '../../../workflows/configuration/local/protocol.ts'
import { instant, oneOf, rowOf } from './columns.ts'
import { organisation } from './organisation.tables.ts'
import { person } from './person.tables.ts'

/** Rules that a territory sets where the national version leaves them open. What was signed never changes. */
export const localProtocols = pgTable(
  'local_protocol',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull().unique(),
    /** A département, or the court whose district it is. */
    place: text('place').notNull(),
    territory: text('territory').notNull(),
    state: text('state').notNull(),
    effectiveOn: date('effective_on').notNull(),
    body: jsonb('body').$type<LocalProtocol>().notNull(),
    revision: integer('revision').notNull().default(1),
    basedOn: text('based_on'),
    createdBy: rowOf('created_by', () => person.id),
    orgId: rowOf('org_id', () => organisation.id),
    /** Everyone who has written in it: none of them signs it. */
    writers: uuid('writers').array().notNull(),
    createdAt: instant('created_at').notNull(),
    signedAt: instant('signed_at'),
    withdrawnBy: uuid('withdrawn_by').references(() => person.id),
    withdrawnAt: instant('withdrawn_at')
  },
  (t) => [
    index('local_protocol_list_idx').on(t.territory, t.name),
    check('local_protocol_state_known', sql`${t.state} in ('draft', 'signed', 'withdrawn')`),
    check(
      'local_protocol_of_its_territory',
      sql`split_part(${t.place}, '.', 1) = ${t.territory} and starts_with(${t.name}, ${t.place} || '-')`
    ),
    check('local_protocol_signed_says_when', sql`${t.state} <> 'signed' or ${t.signedAt} is not null`)
  ]
)

/** Each side once, and two persons. */
export const localProtocolSignatures = pgTable(
  'local_protocol_signature',
  {
    protocolId: rowOf('protocol_id', () => localProtocols.id),
    side: text('side').$type<SignatorySide>().notNull(),
    personId: rowOf('person_id', () => person.id),
    orgId: rowOf('org_id', () => organisation.id),
    revision: integer('revision').notNull(),
    at: instant('at').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.protocolId, t.side] }),
    unique('local_protocol_signature_one_person_one_side').on(t.protocolId, t.personId),
    check('local_protocol_signature_side_known', oneOf(t.side, signatorySideIds))
  ]
)
