import { activeStays } from '../../workflows/places/places.ts'
import { showCode } from '../commands/code.ts'
import { capacitiesOf, readCase } from '../cases/store.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { PlaceView } from '../views/places.ts'

type Stay = { caseId: string; state: string }

const holds = ['MNIO-HOLD', 'MNIO-DNA-HOLD', 'MNIO-MINOR-HOLD']

/** Until when a place is held: it lapses then. Who sleeps in one has no such day. */
const heldUntil = async (tx: Tx, { caseId, state }: Stay): Promise<string | null> => {
  if (state !== 'reserved') return null
  const [clock] = await runQuery<{ due: Date }>(
    tx,
    `select due_at as due from deadline where case_id = $1 and code = any($2) and state = 'running'`,
    [caseId, holds]
  )
  return clock?.due.toISOString() ?? null
}

/** For whom one of its own places is taken: the case by its code where the reader takes part in it. */
export const holderOf = async (tx: Tx, placeId: string, { actor }: Reader): Promise<PlaceView['holder']> => {
  const [stay] = await runQuery<Stay>(
    tx,
    `select case_id as "caseId", state from stay where place_id = $1 and state = any($2)`,
    [placeId, activeStays]
  )
  if (!stay) return null
  const takesPart = (await capacitiesOf(tx, stay.caseId, actor)).length > 0
  const row = takesPart ? await readCase(tx, stay.caseId) : null
  return {
    case: row ? { id: row.id, code: showCode(row.code) } : null,
    until: takesPart ? await heldUntil(tx, stay) : null
  }
}
