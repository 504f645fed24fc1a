import { openDatabase } from '../../server/db/client.ts'
import { createLog } from '../../server/log.ts'
import { startWorker } from '../../server/worker/worker.ts'
import { testKeys } from '../support/running/keys.ts'

// A worker as `MODE=worker` starts it, in a process of its own, to be killed: `node worker.ts <the database's address>`.

const log = createLog('silent')
const db = openDatabase({ url: process.argv[2]!, keys: testKeys, log })
const gate = { pool: db.app, keys: testKeys }
await startWorker({ db, gate, log, publicUrl: 'http://localhost:3000', post: null })
