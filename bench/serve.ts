import { buildApp } from '../server/app.ts'
import { loadConfig } from '../server/config.ts'
import { openDatabase } from '../server/db/client.ts'
import { masterKeyFile, openKeys } from '../server/keys.ts'
import { createLog } from '../server/log.ts'
import { buildFloor } from './floor.ts'

/** What the measuring process asks of this one: the application and its floor, side by side, on each database. */
export type ServeOrder = { dataDir: string; databases: { url: string; port: number; floorPort: number }[] }

const order = JSON.parse(process.argv[2]!) as ServeOrder

for (const { url, port, floorPort } of order.databases) {
  // The limits stand as in production, too wide to be met.
  const config = loadConfig({
    DATA_DIR: order.dataDir,
    PORT: String(port),
    RATE_LIMIT: '100000000',
    LOG_LEVEL: 'warn'
  })
  const keys = openKeys(masterKeyFile(config), false)
  const log = createLog(config.logLevel)
  const db = openDatabase({ url, keys, log })
  const app = await buildApp({ config, db, log, keys, web: false })
  await app.listen({ port, host: config.host, listenTextResolver: () => 'listening' })
  const floor = buildFloor(openDatabase({ url, keys, log, size: 24 }).owner)
  await floor.listen({ port: floorPort, host: config.host })
}
process.send?.('ready')
process.on('disconnect', () => process.exit(0))
