import { seesWhole } from '../../policies/data-classes.ts'
import { unitWord } from '../../workflows/deadlines/explanation.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import type { Actor } from '../../policies/actor.ts'
import { ask, type Tx } from '../db/context.ts'
import type { Locale } from '../http/locale.ts'
import type { CaseView } from '../views/schemas.ts'
import { readCode, showCode } from '../commands/code.ts'
import { spokenFor, type CaseRow } from '../cases/store.ts'
import type { EventRow } from './timeline.ts'

type Reader = { actor: Actor; capacity: Capacity; configuration: Configuration; locale: Locale }

/** The file that stays after a merge, proposed or done: told to whoever may follow the merge and reads that file too. */
export const joinedView = async (
  tx: Tx,
  row: CaseRow,
  events: readonly EventRow[],
  { actor, capacity, configuration, locale }: Reader
): Promise<CaseView['joined']> => {
  const settled = row.identification === 'duplicate_merged'
  const proposed = events.findLast(({ command }) => command === 'merge.propose')
  const into = row.facts.merging?.into ?? (settled ? String(proposed?.input['into'] ?? '') : '')
  if (into === '' || !seesWhole('D', capacity, row.facts)) return null
  const [other] = await ask<{ id: string; code: string }>(
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
