import { preparesProtocol } from '../../policies/protocols.ts'
import { courtsOf } from '../../workflows/calendar/jurisdictions.ts'
import { departmentOf, isCourt } from '../../workflows/configuration/local/place.ts'
import { showCode } from '../cases/code.ts'
import { courtNamed } from '../cases/district.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { ProtocolView } from '../views/protocols.ts'
import type { ProtocolRow } from './store.ts'

/** As many as one page shows: those that were moved to it leave the others. */
const most = 50

const named = `select c.id as "caseId", c.code from participation p join "case" c on c.id = p.case_id
  where p.org_id = $1 and p.capacity = 'cell' and p.until is null and c.territory = $2 and c.facts ->> 'met' = $2
    and c.closure not like 'closed%' and split_part(c.config_version, '+', 2) <> $3 and ${courtNamed('c.id')} = $4
  order by c.code limit ${most}`

/**
 * Of a court’s protocol in force, the cases of its district whose court was named before it was signed. None is moved by itself: the page of
 * that act shows what each would change. Told to the cell that has them in charge.
 */
export const namedBefore = async (
  tx: Tx,
  { name, place }: Pick<ProtocolRow, 'name' | 'place'>,
  { actor }: Reader
): Promise<ProtocolView['named']> => {
  const territory = departmentOf(place)
  if (!isCourt(place) || courtsOf(territory).length === 1 || !preparesProtocol(actor, place)) return []
  const values = [actor.orgId, territory, name, place]
  const rows = await runQuery<{ caseId: string; code: string }>(tx, named, values)
  return rows.map(({ caseId, code }) => ({ caseId, code: showCode(code) }))
}
