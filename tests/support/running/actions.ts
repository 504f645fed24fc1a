import type { Database } from '../../../server/db/client.ts'
import { inContext } from '../../../server/db/context.ts'
import type { Reader } from '../../../server/disclosure/reader.ts'
import { viewAction } from '../../../server/reading/action.ts'
import { viewCase } from '../../../server/reading/view.ts'
import type { CaseAction } from '../../../server/views/schemas.ts'

/** One act as its form is read: what it asks, on what ground, and what follows from it. */
export const actionFor = (
  { app }: Pick<Database, 'app'>,
  reader: Reader,
  [id, command]: [id: string, command: string]
): Promise<CaseAction> => inContext(app, reader.actor, (tx) => viewAction(tx, { id, command }, reader))

/** Every act that a case offers to a reader, each with its form. */
export const actionsFor = async (
  db: Pick<Database, 'app'>,
  reader: Reader,
  id: string
): Promise<CaseAction[]> => {
  const { actions } = await inContext(db.app, reader.actor, (tx) => viewCase(tx, id, reader))
  const read: CaseAction[] = []
  for (const { command } of actions) read.push(await actionFor(db, reader, [id, command]))
  return read
}
