import type { Actor } from '../../policies/actor.ts'
import type { LinkKind } from '../../workflows/case/linked.ts'
import { readHeld } from '../cases/held.ts'
import { partsIn, readCases, type CaseRow } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { linksKnown, type Side } from '../disclosure/linked/known.ts'
import { linksShown } from '../views/acts/linked.ts'

type Kept = {
  id: string
  kind: LinkKind
  otherId: string
  madeOrg: string
  madeAt: Date
  endedAt: Date | null
}
/** `other`: the case that this one has something in common with. */
export type Linked = Kept & { other: CaseRow; there: Side }
export type Here = Side & { row: CaseRow }

const ofCase = `select id, kind, case when low_id = $1 then high_id else low_id end as "otherId", made_org as "madeOrg",
    made_at as "madeAt", ended_at as "endedAt"
  from case_link where (low_id = $1 or high_id = $1) and ($2::uuid is null or id = $2)
  order by ended_at is not null, made_at desc, id limit ${linksShown}`

/** @throws NotFound for whoever reads no such case. */
export const readHere = async (tx: Tx, caseId: string, actor: Actor): Promise<Here> => {
  const { row, held } = await readHeld(tx, caseId, actor)
  return { row, held, facts: row.facts }
}

/** The links of a case that this reader may know of: of others there is neither a row nor a number. */
export const linksOf = async (
  tx: Tx,
  here: Here,
  actor: Actor,
  id: string | null = null
): Promise<Linked[]> => {
  const rows = await runQuery<Kept>(tx, ofCase, [here.row.id, id])
  const ids = [...new Set(rows.map(({ otherId }) => otherId))]
  if (ids.length === 0) return []
  const others = new Map((await readCases(tx, ids)).map((one) => [one.id, one]))
  const parts = await partsIn(tx, ids, actor)
  return rows.flatMap((row) => {
    const other = others.get(row.otherId)
    const held = parts.get(row.otherId)?.held
    if (!other || !held) return []
    const there = { held, facts: other.facts }
    return linksKnown(here, there).includes(row.kind) ? [{ ...row, other, there }] : []
  })
}
