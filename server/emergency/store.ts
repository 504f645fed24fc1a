import { selectAll } from '../cases/store.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { glassOpenings } from '../db/schema/schema.ts'

export type Opening = typeof glassOpenings.$inferSelect

const byId = `${selectAll(glassOpenings)} where id = $1`

export const readOpening = async (tx: Tx, id: string): Promise<Opening | null> =>
  (await runQuery<Opening>(tx, byId, [id]))[0] ?? null

/** Locked until the transaction ends, for who has entered its case. */
export const lockOpening = async (tx: Tx, id: string): Promise<Opening | null> =>
  (await runQuery<Opening>(tx, `${byId} for update`, [id]))[0] ?? null

/** Words of an opening stand where accounts do: they may say as much. */
export const wordsAt = (id: string) => ({ table: 'glass_opening', id, dataClass: 'C' })

const danger = 'select danger_told_by_another($1) as told'

/** Whether another organisation than the one that asks has recorded that she is in immediate danger. */
export const dangerTold = async (tx: Tx, caseId: string): Promise<boolean> => {
  const [row] = await runQuery<{ told: boolean }>(tx, danger, [caseId])
  return row?.told === true
}
