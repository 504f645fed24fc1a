import type { Pool } from 'pg'
import type { Actor } from '../../policies/actor.ts'
import { runQuery, inContext, type Tx } from '../db/context.ts'

type Subject = Pick<Actor, 'personId' | 'orgId' | 'role'>

export type AuditEntry = {
  /** `case:<id>`, or `system` for what belongs to no case; the object's own where none is named. */
  chain?: string
  action: string
  object: string
  outcome?: 'allowed' | 'denied'
  /** Names of fields, classes or rules; never a value. */
  detail?: string
}

/** The clock and the platform have no person and no organisation. */
export const idOrNull = (id: string) => (id === '' ? null : id)

/** Which fields an act filled, never what with. */
export const fieldsFilled = (input: object) => Object.keys(input).sort().join(',')

const valuesOf = (who: Subject, at: Date, entry: AuditEntry) => [
  entry.chain ?? entry.object,
  at,
  idOrNull(who.personId),
  idOrNull(who.orgId),
  who.role,
  entry.action,
  entry.object,
  entry.outcome ?? 'allowed',
  entry.detail ?? ''
]

/** Joins the transaction of what it tells: no act without its trace, no trace without its act. */
export const audit = (tx: Tx, who: Subject, at: Date, entry: AuditEntry) =>
  runQuery(tx, 'select append_audit($1, $2, $3, $4, $5, $6, $7, $8, $9)', valuesOf(who, at, entry))

const entering = `select set_config('app.case', $10, true), set_config('app.act', $11, true), append_audit($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/** `seq`: the number of the act, by which the clocks that it touches keep what they were. */
type Entry = { caseId: string; seq: number; who: Subject; at: Date } & Pick<AuditEntry, 'action' | 'detail'>

/** Lets an authorised act write for everyone who takes part in its case, and leaves its trace: one does not go without the other. */
export const enterCase = (tx: Tx, { caseId, seq, who, at, ...entry }: Entry) => {
  const chain = `case:${caseId}`
  return runQuery(tx, entering, [
    ...valuesOf(who, at, { chain, object: chain, ...entry }),
    caseId,
    String(seq)
  ])
}

/** A denial outlives the transaction that it ended. */
export const auditDenial = (pool: Pool, who: Subject, entry: Omit<AuditEntry, 'outcome'>) =>
  inContext(pool, who, (tx, at) => audit(tx, who, at, { ...entry, outcome: 'denied' }))
