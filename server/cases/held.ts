import type { Actor } from '../../policies/actor.ts'
import type { Capacity } from '../../workflows/vocabulary/capacities.ts'
import type { Tx } from '../db/context.ts'
import { nested } from '../db/nested.ts'
import { NotFound } from '../errors.ts'
import { caseWith, partsAmong, partsInOne, type CaseRow, type PartLine } from './store.ts'

const read = caseWith<{ lines: PartLine[] }>({ lines: nested(partsInOne) })

export type HeldCase = { row: CaseRow; held: Capacity[] }

/** A case, and in which capacities the reader takes part in it now. @throws NotFound for whoever takes none. */
export const readHeld = async (tx: Tx, caseId: string, actor: Actor): Promise<HeldCase> => {
  const row = await read(tx, [caseId, actor.orgId])
  const { held } = partsAmong(row?.lines ?? [], caseId, actor)
  if (!row || held.length === 0) throw new NotFound('no such case for this organisation')
  return { row, held }
}
