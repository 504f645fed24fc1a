import type { EmergencyClass } from '../../workflows/case/emergency-access.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from './reader.ts'

const inSight = `select capacity, classes, until from glass_opening
  where case_id = $1 and person_id = $2 and org_id = $3 and role = $4 and state in ('open', 'confirmed')
    and opened_at <= $5 and until > $5`

/**
 * The classes that emergency accesses show now to this person and nobody else, and until when. PostgreSQL is asked the
 * same for each row: there, they hold only as long as the organisation takes part.
 */
export const openedTo = async (
  tx: Tx,
  caseId: string,
  { actor, now }: Pick<Reader, 'actor' | 'now'>
): Promise<Map<EmergencyClass, Date>> => {
  const { personId, orgId, role } = actor
  const rows = await runQuery<{ classes: EmergencyClass[]; until: Date }>(tx, inSight, [
    caseId,
    personId,
    orgId,
    role,
    now
  ])
  const sorted = rows.toSorted((one, other) => one.until.getTime() - other.until.getTime())
  return new Map(
    sorted.flatMap(({ classes, until }) => classes.map((one): [EmergencyClass, Date] => [one, until]))
  )
}
