import { planMeeting } from '../../meetings/decide.ts'
import type { Stage } from './run.ts'
import { uuidOf } from '../world/random.ts'

const ahead = 9 * 24 * 3_600_000

/**
 * A meeting to come of the Rhône's cell, its agenda made of what waits there. Planned through its own gate; the key says
 * that a world told again has planned it already.
 */
export const planFirstMeeting = async (
  { pool, keys, anchor, actors }: Stage,
  seed: string
): Promise<void> => {
  const actor = actors.get('cell-69')
  if (!actor) return
  const day = new Date(anchor.getTime() + ahead)
  day.setUTCHours(8, 30, 0, 0)
  const startsAt = day.toISOString()
  await planMeeting(
    { pool, keys, now: () => anchor, telling: false },
    {
      actor,
      startsAt,
      place: 'Préfecture, salle de réunion',
      key: uuidOf(seed, 'meeting', 'cell-69', startsAt)
    }
  )
}
