import pg from 'pg'
import { buildApp } from '../server/app.ts'
import { loadConfig } from '../server/config.ts'
import { openDatabase, openOwner } from '../server/db/client.ts'
import { masterKeyFile, openKeys } from '../server/keys.ts'
import { createLog } from '../server/log.ts'
import { boundGarbage } from '../server/memory.ts'
import { webEnvironment } from '../server/web.ts'
import { buildFloor } from './floor.ts'

/** What the measuring process asks of this one: the application and its floor, side by side, on each database. */
export type ServeOrder = { dataDir: string; databases: { url: string; port: number; floorPort: number }[] }
export type Count = { nodeMicros: number; statements: number }

const order = JSON.parse(process.argv[2]!) as ServeOrder
let statements = 0

/** Whatever is sent goes by this one method of the driver, the floor's as ours. */
const asked = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  statements++
  return Reflect.apply(asked, this, given)
} as typeof asked

Object.assign(process.env, webEnvironment)
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
  const app = await buildApp({ config, db, log, keys })
  await app.listen({ port, host: config.host, listenTextResolver: () => 'listening' })
  const floor = buildFloor(openOwner({ url, keys, log, size: 12 }))
  await floor.listen({ port: floorPort, host: config.host })
}
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ nodeMicros: user + system, statements } satisfies Count)
})
boundGarbage()
process.send?.('ready')
process.on('disconnect', () => process.exit(0))
