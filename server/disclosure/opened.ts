import type { EmergencyClass } from '../../workflows/case/emergency-access.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { Reader } from './reader.ts'

/** Of a case ($1), to an organisation, a person and a role ($2 to $4), at a moment ($5). */
export const inSight = `select classes, until from glass_opening
  where case_id = $1 and org_id = $2 and person_id = $3 and role = $4 and state in ('open', 'confirmed')
    and opened_at <= $5 and until > $5 order by until`

type Opening = { classes: EmergencyClass[]; until: Date | string }

/** The classes that these show, and until when the last of them does. */
export const classesOf = (openings: readonly Opening[]) =>
  new Map(
    openings.flatMap(({ classes, until }) =>
      classes.map((one): [EmergencyClass, Date] => [one, new Date(until)])
    )
  )

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
  return classesOf(await runQuery<Opening>(tx, inSight, [caseId, orgId, personId, role, now]))
}
