import { ask, type Tx } from '../db/context.ts'

/** Where the person of case `c` was met, as its flag says. */
export const metIn = `coalesce((select e.input ->> 'territory' from case_event e
  where e.case_id = c.id and e.command = 'case.flag' limit 1), c.territory)`

const metOf = `select ${metIn} as met from "case" c where c.id = $1`

/** Where the person was met; of a case that is being opened, where she is. */
export const metTerritory = async (
  tx: Tx,
  { id, territory }: { id: string; territory: string }
): Promise<string> => (await ask<{ met: string }>(tx, metOf, [id]))[0]?.met ?? territory
