import { Logger, runOnce } from 'graphile-worker'
import type { Gate } from '../../../server/acts/command-validation.ts'
import type { Post } from '../../../server/mail/post.ts'
import { createLog } from '../../../server/log.ts'
import { deliverDue } from '../../../server/worker/deliver.ts'
import { deliveries, tasks } from '../../../server/worker/worker.ts'
import { briefPulse } from './keys.ts'
import type { TestDatabase } from './db.ts'

const silent = new Logger(() => () => undefined)

/** A worker that starts now, does what waits in the outbox and in the queue, and stops. */
export const workOff = async (db: TestDatabase, gate: Gate, post: Post | null = async () => {}) => {
  const deps = { db, gate, log: createLog('silent'), publicUrl: 'http://localhost:3000', post }
  await deliverDue({ ...deps, lease: briefPulse }, deliveries(deps))
  await runOnce({
    pgPool: db.owner,
    schema: 'graphile_worker',
    noHandleSignals: true,
    logger: silent,
    taskList: tasks(deps)
  })
}
