import { openDatabase } from '../../../server/db/client.ts'
import { createLog } from '../../../server/log.ts'
import { startWorker } from '../../../server/worker/worker.ts'
import { briefPulse, testKeys } from './keys.ts'

// A worker in a process of its own, to be killed: `node worker.child.ts <the database's address>`.

const log = createLog('silent')
const db = openDatabase({ url: process.argv[2]!, keys: testKeys, log, size: 4 })
await startWorker({
  db,
  gate: { pool: db.app, keys: testKeys },
  log,
  publicUrl: 'http://localhost:3000',
  post: async () => {},
  pulse: briefPulse
})
