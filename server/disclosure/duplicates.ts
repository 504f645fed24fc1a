import { createHmac } from 'node:crypto'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import {
  likeness,
  likenessReasons,
  marksOf,
  soundsIn,
  type Identity
} from '../../workflows/case/duplicates.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { audit } from '../acts/audit.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { cases, identityMarks } from '../db/schema/schema.ts'
import { opensIdentity } from './sealed.ts'
import { NotFound } from '../errors.ts'
import type { Keys } from '../keys.ts'
import { likenessShown, type LikenessList } from '../views/schemas.ts'
import { showCode } from '../cases/code.ts'
import { unseal } from '../db/sealing.ts'
import { readHeld } from '../cases/held.ts'
import { selectAll, type CaseRow } from '../cases/store.ts'
import type { Reader } from './reader.ts'

/** What is kept of a mark: nobody who has the row can draw it again. */
export const blind = (keys: Keys) => {
  const key = keys.derive('likeness:1')
  return (mark: string) => createHmac('sha256', key).update(mark).digest()
}

/**
 * What is kept of one word of a name: drawn for its case, so that two people of one name share nothing in a copy of the database, and how
 * common a name is says nothing there.
 */
export const blindIn = (keys: Keys) => {
  const key = keys.derive('named:1')
  return (caseId: string, word: string) => createHmac('sha256', key).update(`${caseId}\n${word}`).digest()
}

/** Leaves beside a sealed identity what another file of the same person would share with it, and by which words it is looked for. */
export const writeMarks = async (
  tx: Tx,
  keys: Keys,
  { caseId, seq, identity }: { caseId: string; seq: number; identity: Identity }
) => {
  const word = blindIn(keys)
  const marks = [
    ...marksOf(identity).map(blind(keys)),
    ...soundsIn(identity).map((sound) => word(caseId, sound))
  ]
  if (marks.length > 0) await tx.insert(identityMarks).values(marks.map((mark) => ({ caseId, seq, mark })))
}

type Sealed = { caseId: string; seq: number; body: Buffer }

const sealedIdentities = `select case_id as "caseId", seq, body from compartment
  where case_id = any($1::uuid[]) and data_class = 'B' order by seq`

/** Who each of these cases is about, the latest value of each field; only where PostgreSQL lets this reader open it. */
export const identitiesOf = async (
  tx: Tx,
  keys: Keys,
  ids: readonly string[]
): Promise<Map<string, Identity>> => {
  const known = new Map<string, Identity>()
  for (const { caseId, seq, body } of await runQuery<Sealed>(tx, sealedIdentities, [ids])) {
    const at = { table: 'compartment', id: `${caseId}:${seq}`, dataClass: 'B' }
    known.set(caseId, { ...known.get(caseId), ...(unseal(keys, at, body) as Identity) })
  }
  return known
}

// The reader's own cell alone: what another capacity of the same organisation may see is not the cell's to compare.
const candidates = `${selectAll(cases)} where id <> $1 and identification <> 'duplicate_merged'
  and exists (select from participation p where p.case_id = "case".id and p.org_id = $3 and p.capacity = 'cell'
    and p.since <= (select wall_clock()) and (p.until is null or p.until > (select wall_clock())))
  and id in (select case_id from identity_mark where mark = any($2::bytea[]))
  order by opened_at desc, id limit 200`

/** Cases of the same cell that share a mark with this one and whose identity the cell may open too. */
const comparable = async (tx: Tx, keys: Keys, row: CaseRow, reader: Reader) => {
  const mine = (await identitiesOf(tx, keys, [row.id])).get(row.id) ?? {}
  const marks = marksOf(mine).map(blind(keys))
  if (marks.length === 0) return []
  const rows = await runQuery<CaseRow>(tx, candidates, [row.id, marks, reader.actor.orgId])
  const seen = rows.filter(opensIdentity)
  const theirs = await identitiesOf(
    tx,
    keys,
    seen.map(({ id }) => id)
  )
  return seen.map((other) => ({ other, reasons: likeness(mine, theirs.get(other.id) ?? {}) }))
}

/**
 * Files that may be of the same person, with why. Both identities must be open to the cell: where one is not, the other
 * is not named and not counted. What is found is a reading of class B, and is written down as one.
 * @throws NotFound for whoever is not the cell of the case.
 */
export const likenessIn = async (
  tx: Tx,
  keys: Keys,
  { caseId, reader }: { caseId: string; reader: Reader }
): Promise<LikenessList> => {
  const { actor, locale, now } = reader
  const { row, held } = await readHeld(tx, caseId, actor)
  if (!held.includes('cell')) throw new NotFound('not the cell of this case')
  if (!opensIdentity(row) || row.identification === 'duplicate_merged') return { items: [] }
  const found = (await comparable(tx, keys, row, reader)).filter(({ reasons }) => reasons.length > 0)
  const shown = found.slice(0, likenessShown)
  const read = shown.length > 0 ? [caseId, ...shown.map(({ other }) => other.id)] : []
  // In one order by everyone, or two readers would wait for each other's chain.
  for (const id of read.sort())
    await audit(tx, actor, now, {
      chain: `case:${id}`,
      action: 'read',
      object: `case:${id}`,
      outcome: 'allowed',
      detail: 'likeness'
    })
  return {
    items: shown.map(({ other, reasons }) => ({
      caseId: other.id,
      code: showCode(other.code),
      openedOn: civilDate(other.openedAt, zoneOf(other.territory)),
      reasons: reasons.map((reason) => likenessReasons[reason][locale])
    }))
  }
}
