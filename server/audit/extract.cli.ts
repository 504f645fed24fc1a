import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { startEmbedded } from '../db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { extractAudit } from './extract.ts'

// The journal by case, person and time, for whoever answers for data protection: `npm run -s journal -- --case CODE`.

const one = { type: 'string' } as const
const { values } = parseArgs({ options: { case: one, person: one, since: one, until: one, action: one } })
const config = loadConfig(process.env)
const log = createLog('silent')
const keys = openKeys(masterKeyFile(config), false)
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
const db = openDatabase({ url: embedded?.url ?? config.databaseUrl ?? '', keys, log, size: 2 })
const { csv, counts } = await extractAudit(db.app, values)
process.stdout.write(csv)
console.error(`${counts.lines} lines, ${counts.cases} cases, ${counts.persons} persons`)
await db.close()
await embedded?.stop()
