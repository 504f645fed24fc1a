import { Logger, runOnce } from 'graphile-worker'
import type { Gate } from '../../../server/acts/command-validation.ts'
import type { Post } from '../../../server/links/mail.ts'
import { createLog } from '../../../server/log.ts'
import { tasks } from '../../../server/worker/worker.ts'
import type { TestDatabase } from './db.ts'

const silent = new Logger(() => () => undefined)

/** A worker that starts now, does what waits in the queue, and stops. */
export const workOff = (db: TestDatabase, gate: Gate, post: Post | null = async () => {}) =>
  runOnce({
    pgPool: db.owner,
    schema: 'graphile_worker',
    noHandleSignals: true,
    logger: silent,
    taskList: tasks({ db, gate, log: createLog('silent'), publicUrl: 'http://localhost:3000', post })
  })
