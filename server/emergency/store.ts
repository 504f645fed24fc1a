import type { Actor } from '../../policies/actor.ts'
import type { GlassClass } from '../../workflows/case/emergency-access.ts'
import { selectAll } from '../cases/store.ts'
import { ask, type Tx } from '../db/context.ts'
import { glassOpenings } from '../db/schema/schema.ts'

export type Opening = typeof glassOpenings.$inferSelect

const byId = `${selectAll(glassOpenings)} where id = $1`

export const readOpening = async (tx: Tx, id: string): Promise<Opening | null> =>
  (await ask<Opening>(tx, byId, [id]))[0] ?? null

/** Locked until the transaction ends, for who has entered its case. */
export const lockOpening = async (tx: Tx, id: string): Promise<Opening | null> =>
  (await ask<Opening>(tx, `${byId} for update`, [id]))[0] ?? null

/** Words of an opening stand where accounts do: they may say as much. */
export const wordsAt = (id: string) => ({ table: 'glass_opening', id, dataClass: 'C' })

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
  { actor, now }: { actor: Actor; now: Date }
): Promise<Map<GlassClass, Date>> => {
  const { personId, orgId, role } = actor
  const rows = await ask<Pick<Opening, 'classes' | 'until'>>(tx, inSight, [
    caseId,
    personId,
    orgId,
    role,
    now
  ])
  const sorted = rows.toSorted((one, other) => one.until.getTime() - other.until.getTime())
  return new Map(
    sorted.flatMap(({ classes, until }) => classes.map((one): [GlassClass, Date] => [one, until]))
  )
}

const danger = 'select danger_told_by_another($1) as told'

/** Whether another organisation than the one that asks has recorded that she is in immediate danger. */
export const dangerTold = async (tx: Tx, caseId: string): Promise<boolean> => {
  const [row] = await ask<{ told: boolean }>(tx, danger, [caseId])
  return row?.told === true
}
