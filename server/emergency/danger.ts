import { ask, type Tx } from '../db/context.ts'

const told = 'select danger_told_by_another($1) as told'

/** Whether another organisation than the one that asks has recorded that she is in immediate danger. */
export const dangerTold = async (tx: Tx, caseId: string): Promise<boolean> => {
  const [row] = await ask<{ told: boolean }>(tx, told, [caseId])
  return row?.told === true
}
