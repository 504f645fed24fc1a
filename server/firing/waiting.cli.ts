import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { startEmbedded } from '../db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { retryNow, setBackNow, whatToDo } from './waiting.ts'

// Deadlines that could not be fired, for whoever keeps the server: `npm run deadlines`, and `-- --retry` once put right.

const { values } = parseArgs({ options: { retry: { type: 'boolean', default: false } } })
const config = loadConfig(process.env)
const log = createLog('silent')
const keys = openKeys(masterKeyFile(config), false)
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
const db = openDatabase({ url: embedded?.url ?? config.databaseUrl ?? '', keys, log, size: 2 })
const waiting = await setBackNow(db.worker)
for (const { id, code, dueSince, attempts, retryAt, error } of waiting)
  console.log(
    `${id} ${code} due since ${dueSince.toISOString()}: ${error}, ${attempts} attempts, the next at ${retryAt.toISOString()}`
  )
console.log(`${waiting.length} deadlines could not be fired.`)
if (values.retry) console.log(`${await retryNow(db.worker)} are tried within a minute.`)
else if (waiting.length > 0) console.log(whatToDo)
await db.close()
await embedded?.stop()
