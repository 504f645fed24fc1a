import type { OpeningSubject } from '../../policies/emergency-access.ts'
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

export const subjectOf = ({
  personId,
  orgId,
  capacity,
  confirmOrgId,
  toldOrgs,
  toldAs
}: Opening): OpeningSubject => ({
  personId,
  orgId,
  capacity,
  confirmOrgId,
  toldOrgs,
  toldAs
})

/** Words of an opening stand where accounts do: they may say as much. */
export const wordsAt = (id: string) => ({ table: 'glass_opening', id, dataClass: 'C' })
