import { buildApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/db/client.ts'
import { masterKeyFile, openKeys } from '../../server/keys.ts'
import { createLog } from '../../server/log.ts'

// The application alone, in a process of its own, which says what it has used whenever it is asked.
const { dataDir, url, port } = JSON.parse(process.argv[2]!) as { dataDir: string; url: string; port: number }

const config = loadConfig({
  DATA_DIR: dataDir,
  PORT: String(port),
  RATE_LIMIT: '100000000',
  LOG_LEVEL: 'warn'
})
const keys = openKeys(masterKeyFile(config), false)
const log = createLog(config.logLevel)
const app = await buildApp({ config, db: openDatabase({ url, keys, log }), log, keys, web: false })
await app.listen({ port, host: '127.0.0.1', listenTextResolver: () => 'listening' })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, rss: process.memoryUsage().rss })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
