import {
  calledSo,
  likenessReasons,
  marksOf,
  soundsOf,
  type Identity
} from '../../workflows/case/duplicates.ts'
import { partsIn, readCases, spokenFor, type CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { unseal } from '../db/sealing.ts'
import { blind, blindIn } from '../disclosure/duplicates.ts'
import type { Reader } from '../disclosure/reader.ts'
import { identityTo } from '../disclosure/sealed.ts'
import type { Keys } from '../keys.ts'

/** A case whose person is called so, and how; `territory`: as this reader is told it. */
export type Named = Pick<CaseRow, 'id' | 'code' | 'openedAt'> & { territory: string; because: string }

const mostLooked = 20_000
const mostAlike = 500

const own = (role: Reader['actor']['role']) => `select p.case_id as id from participation p
  where p.org_id = $1 and p.until is null and p.since <= (select wall_clock()) and ${spokenFor(role)}
  group by p.case_id order by max(p.moved_at) desc limit ${mostLooked}`

// PostgreSQL shows a mark to whoever may open the identity that it was drawn from.
const marked = `select i.case_id as id from unnest($1::uuid[], $2::bytea[]) as sought(case_id, mark)
    join identity_mark i on i.mark = sought.mark and i.case_id = sought.case_id
  union select i.case_id from identity_mark i where i.mark = any($3::bytea[]) and i.case_id = any($1::uuid[])
  limit ${mostAlike}`

type Sealed = {
  caseId: string
  seq: number
  body: Buffer
  command: string
  orgId: string | null
  role: string
}

const sealedIdentities = `select c.case_id as "caseId", c.seq, c.body, e.command, e.org_id as "orgId", e.role
  from compartment c join case_event e on e.case_id = c.case_id and e.seq = c.seq
  where c.case_id = any($1::uuid[]) and c.data_class = 'B' order by c.seq`

type Open = { row: CaseRow } & NonNullable<ReturnType<typeof identityTo>>

/** Which of these cases the reader opens the identity of by right, and which acts' part of it. */
const openIn = async (tx: Tx, ids: readonly string[], { actor }: Reader): Promise<Open[]> => {
  const [rows, parts] = [await readCases(tx, ids), await partsIn(tx, ids, actor)]
  return rows.flatMap((row) => {
    const told = identityTo(parts.get(row.id)?.held ?? [], row, actor)
    return told && row.identification !== 'duplicate_merged' ? [{ row, ...told }] : []
  })
}

/** Who each is about as this reader would read it there: the latest value of each field. */
const identitiesTo = async (tx: Tx, keys: Keys, open: readonly Open[]): Promise<Map<string, Identity>> => {
  const readsOf = new Map(open.map(({ row, reads }) => [row.id, reads]))
  const known = new Map<string, Identity>()
  for (const sealed of await runQuery<Sealed>(tx, sealedIdentities, [[...readsOf.keys()]])) {
    const { caseId, seq, body } = sealed
    if (!readsOf.get(caseId)?.(sealed)) continue
    const at = { table: 'compartment', id: `${caseId}:${seq}`, dataClass: 'B' }
    known.set(caseId, { ...known.get(caseId), ...(unseal(keys, at, body) as Identity) })
  }
  return known
}

const longest = (words: readonly string[]) =>
  words.reduce((best, one) => (one.length > best.length ? one : best), '')

/**
 * The cases of the reader whose person is called so, the latest first: those whose identity they could open. The marks find candidates;
 * what is said of them was read in the sealed identity itself. The same statements are made whatever is found.
 */
export const casesNamed = async (tx: Tx, keys: Keys, sought: string, reader: Reader): Promise<Named[]> => {
  const { actor, locale } = reader
  const cases = await runQuery<{ id: string }>(tx, own(actor.role), [actor.orgId])
  const ids = cases.map(({ id }) => id)
  const [word, drawn] = [longest(soundsOf(sought)), blindIn(keys)]
  const marks = [ids.map((id) => drawn(id, word)), marksOf({ name: sought }).map(blind(keys))]
  const alike = await runQuery<{ id: string }>(tx, marked, [ids, ...marks])
  const open = await openIn(
    tx,
    alike.map(({ id }) => id),
    reader
  )
  const known = await identitiesTo(tx, keys, open)
  return open.flatMap(({ row: { id, code, openedAt }, territory }) => {
    const reason = calledSo(known.get(id) ?? {}, sought)
    return reason === null
      ? []
      : [{ id, code, openedAt, territory, because: likenessReasons[reason][locale] }]
  })
}
