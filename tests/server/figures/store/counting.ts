import { countCase } from '../../../../server/figures/store/count.ts'
import { createLog } from '../../../../server/log.ts'
import { deliverDue } from '../../../../server/worker/deliver.ts'
import { briefPulse } from '../../../support/running/keys.ts'
import type { TestDatabase } from '../../../support/running/db.ts'

/** Counts what waits, as a worker does, and nothing else of the outbox. */
export const countAll = (db: TestDatabase) =>
  deliverDue(
    { db, log: createLog('silent'), lease: briefPulse },
    { count: (payload: { caseId: string }) => countCase(db.stats, db.keys, payload) }
  )
