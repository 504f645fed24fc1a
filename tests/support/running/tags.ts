import { partsOf } from '../../../server/cases/store.ts'
import { tagOf } from '../../../server/cases/tag.ts'
import { inContext } from '../../../server/db/context.ts'
import type { TestWorld } from '../world.ts'

/** The version of a case that an account would be given if it read it now. */
export const tagFor = (world: Pick<TestWorld, 'db' | 'as'>, login: string, caseId: string): Promise<string> =>
  inContext(world.db.app, world.as(login), async (tx) =>
    tagOf(world.db.keys, (await partsOf(tx, caseId, world.as(login))).follows)
  )
