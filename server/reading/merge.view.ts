import { unitWord } from '../../workflows/deadlines/explanation.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { DisclosedCase } from '../disclosure/door.ts'
import type { CaseView } from '../views/schemas.ts'
import { readCode, showCode } from '../cases/code.ts'
import { spokenFor } from '../cases/store.ts'

/** The file that stays after a merge, proposed or done: told to whoever may follow the merge and reads that file too. */
export const joinedView = async (
  tx: Tx,
  { merging, reader: { actor, locale } }: DisclosedCase,
  configuration: Configuration
): Promise<CaseView['joined']> => {
  if (!merging) return null
  const { into, settled } = merging
  const [other] = await runQuery<{ id: string; code: string }>(
    tx,
    `select c.id, c.code from participation p join "case" c on c.id = p.case_id
      where p.org_id = $1 and p.until is null and ${spokenFor(actor.role)} and c.code = $2 limit 1`,
    [actor.orgId, readCode(into) ?? into]
  )
  if (!other) return null
  const { n, unit } = configuration.durations['MNIO-MERGE-UNDO']
  return {
    id: other.id,
    code: showCode(other.code),
    settled,
    undoWithin: `${n} ${unitWord(n, unit, locale)}`
  }
}
