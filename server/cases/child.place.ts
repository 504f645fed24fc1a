import type { Facts } from '../../workflows/facts/facts.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { organisationsOfFirst } from './participation.ts'

type Child = {
  caseId: string
  facts: Pick<Facts, 'foundIn' | 'territory'>
  input?: Record<string, unknown>
}

// Where she was found lasts until the case follows her elsewhere.
const lastPlace = `select input ->> 'foundIn' as place from case_event
  where case_id = $1 and struck_by is null and (command = 'territory.moved' or input ? 'foundIn') order by seq desc limit 1`

/** Where the child is: as found, by this act or by the last that says so; else where she was met, or moved to. */
export const placeOfChild = async (tx: Tx, { caseId, facts, input = {} }: Child): Promise<string> => {
  if (typeof input['foundIn'] === 'string') return input['foundIn']
  const [last] =
    facts.foundIn === null ? [] : await runQuery<{ place: string | null }>(tx, lastPlace, [caseId])
  return last?.place ?? facts.territory
}

/** Who searches for a child: the police of where she was last found; where none is accredited there, of the case's place. */
export const searchersOf = async (tx: Tx, child: Child): Promise<string[]> =>
  organisationsOfFirst(tx, 'police', [await placeOfChild(tx, child), child.facts.territory])
