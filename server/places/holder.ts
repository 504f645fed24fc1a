import type { DeadlineCode } from '../../workflows/deadlines/deadlines.ts'
import { activeStays, type PlaceKind } from '../../workflows/places/places.ts'
import { showCode } from '../cases/code.ts'
import { capacitiesOf } from '../cases/store.ts'
import { discloseCase, type DisclosedCase } from '../disclosure/door.ts'
import type { Reader } from '../disclosure/reader.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { PlaceView } from '../views/places.ts'

type Stay = { caseId: string; state: (typeof activeStays)[number]; pool: PlaceKind }

// A place of each side may be held for her at once, each under a clock of its own class.
const clockOf: Record<PlaceKind, DeadlineCode> = {
  acse: 'MNIO-HOLD',
  dna: 'MNIO-DNA-HOLD',
  minor: 'MNIO-MINOR-HOLD'
}

/** Until when a place is held: it lapses then. Who sleeps in one has no such day. */
const heldUntil = ({ state, pool }: Stay, { clocks }: DisclosedCase): string | null => {
  if (state !== 'reserved') return null
  const clock = clocks.find((one) => one.code === clockOf[pool] && one.state === 'running')
  return clock?.dueAt.toISOString() ?? null
}

/** For whom one of its own places is taken: the case by its code where the reader takes part in it. */
export const holderOf = async (tx: Tx, placeId: string, reader: Reader): Promise<PlaceView['holder']> => {
  const [stay] = await runQuery<Stay>(
    tx,
    `select case_id as "caseId", state, pool from stay where place_id = $1 and state = any($2)`,
    [placeId, activeStays]
  )
  if (!stay) return null
  const { caseId } = stay
  if ((await capacitiesOf(tx, caseId, reader.actor)).length === 0) return { case: null, until: null }
  const told = await discloseCase(tx, caseId, reader, { holds: () => true })
  return { case: { id: caseId, code: showCode(told.code) }, until: heldUntil(stay, told) }
}
