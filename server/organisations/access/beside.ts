import { showCode } from '../../cases/code.ts'
import { runQuery, settleAll, type Tx } from '../../db/context.ts'
import type { AccessReview } from '../../views/organisations/review.ts'

type Row = { kind: 'opening' | 'link'; code: string | null; by: string | null; at: Date; until: Date }

const beside = 'select kind, code, by_whom as by, at, until from access_beside($1, $2)'
const previews = 'select previews_of($1)::int as n'

/** The first day of a half-year. */
const beginning = (half: string) => half.replace('-1', '-01-01').replace('-2', '-07-01')

/**
 * What opens a case beside the parts that a review confirms: what its house opened in an emergency since the half-year began, the links
 * that it sent and that still open a request, and how many requests it reads before it answers.
 */
export const openedBeside = async (tx: Tx, orgId: string, half: string): Promise<AccessReview['beside']> => {
  const [rows, [counted]] = await settleAll([
    runQuery<Row>(tx, beside, [orgId, beginning(half)]),
    runQuery<{ n: number }>(tx, previews, [orgId])
  ])
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind)
  return {
    openings: of('opening').map(({ code, by, at }) => ({
      ...{ code: showCode(code!), by: by ?? '', at: at.toISOString() }
    })),
    links: of('link').map(({ by, at, until }) => ({
      ...{ to: by ?? '', sentAt: at.toISOString(), until: until.toISOString() }
    })),
    previews: counted!.n
  }
}
