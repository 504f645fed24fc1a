import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { showCode } from '../cases/code.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import { whereaboutsIn } from '../referrals/whereabouts.ts'

/** Of a row of the caseload: that it begins, and that it is over. */
export const followed = { begins: 1, ends: 2 } as const

const words = {
  begins: {
    fr: 'Un dossier vous est confié, à vous ou à votre équipe',
    en: 'A case is given to you or your team'
  },
  ends: {
    fr: 'Un dossier que vous suiviez est passé à d’autres',
    en: 'A case that you followed has passed to others'
  }
} as const satisfies Record<string, Bilingual>

type Row = { id: string; caseId: string; byId: string; since: Date }
const rowsOf = `select id, case_id as "caseId", by_id as "byId", since from caseload where id = any($1::uuid[])`

/**
 * What these rows of the caseload say to a reader, where PostgreSQL shows them: that a case is theirs, if they read it now; that it
 * no more is, and no word of which, if they do not. Whoever leads reads all of them, and is told by the page of teams.
 */
export const followsTold = async (tx: Tx, ids: readonly string[], reader: Reader) => {
  const { actor, locale } = reader
  const rows = new Map((await runQuery<Row>(tx, rowsOf, [ids])).map((row) => [row.id, row]))
  const caseIds = [...new Set([...rows.values()].map(({ caseId }) => caseId))]
  const places = await whereaboutsIn(tx, caseIds, actor)
  return (id: string, seq: number) => {
    const row = rows.get(id)
    if (!row) return null
    const where = places.get(row.caseId)
    if (seq === followed.begins)
      return where
        ? {
            label: words.begins[locale],
            on: row.since.toISOString(),
            caseCode: showCode(where.code),
            opens: { what: 'case', id: row.caseId } as const
          }
        : null
    return where ? null : { label: words.ends[locale], opens: { what: 'team', id } as const }
  }
}
