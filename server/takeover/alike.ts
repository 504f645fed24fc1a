import {
  likenessOf,
  likenessReasons,
  marksOf,
  portraitOf,
  type Identity
} from '../../workflows/case/duplicates.ts'
import { partsIn, readCases, spokenFor } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Keys } from '../keys.ts'
import { showCode } from '../cases/code.ts'
import { blind, identitiesOf } from '../disclosure/duplicates.ts'
import { opensIdentityAs } from '../disclosure/sealed.ts'
import type { Reader } from '../disclosure/reader.ts'

/** A file that may be of somebody who is not here yet: its code for whoever reads it, and why. */
export type Alike = { caseId: string; code: string; reasons: string[] }

type Marked = { caseId: string; mark: Buffer }

// PostgreSQL shows a mark to whoever may open the identity that it was drawn from, and a case of teams to whoever reads it.
const marked = (role: Reader['actor']['role']) => `select i.case_id as "caseId", i.mark from identity_mark i
  where i.mark = any($1::bytea[]) and exists (select from participation p where p.case_id = i.case_id and p.org_id = $2
    and p.until is null and ${spokenFor(role)})
  order by i.case_id limit 500`

const heldBack = ['duplicate_merged']

/**
 * Which files of one's own organisation may be of these persons, for each in turn: only those whose identity the reader opens, and no
 * count of others. Whoever is shown one has read something of class B: the caller writes it down.
 */
export const alikeAmongOwn = async (
  tx: Tx,
  keys: Keys,
  identities: readonly Identity[],
  { actor, locale }: Reader
): Promise<Alike[][]> => {
  const drawn = blind(keys)
  const marks = identities.map((one) => marksOf(one).map(drawn))
  const sought = marks.flat()
  if (sought.length === 0) return identities.map(() => [])
  const found = await runQuery<Marked>(tx, marked(actor.role), [sought, actor.orgId])
  const ids = [...new Set(found.map(({ caseId }) => caseId))]
  const [rows, parts] = [await readCases(tx, ids), await partsIn(tx, ids, actor)]
  const open = rows.filter(
    ({ id, facts, identification }) =>
      !heldBack.includes(identification) && opensIdentityAs(parts.get(id)?.held ?? [], { facts })
  )
  const known = await identitiesOf(
    tx,
    keys,
    open.map(({ id }) => id)
  )
  const held = open.map(({ id, code }) => ({ caseId: id, code, portrait: portraitOf(known.get(id) ?? {}) }))
  return identities.map(portraitOf).map((one) =>
    held.flatMap(({ caseId, code, portrait }) => {
      const reasons = likenessOf(one, portrait)
      if (reasons.length === 0) return []
      return [{ caseId, code: showCode(code), reasons: reasons.map((each) => likenessReasons[each][locale]) }]
    })
  )
}
