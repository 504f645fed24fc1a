import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { openDatabase } from '../db/client.ts'
import { embeddedDataExists, startEmbedded } from '../db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { prepareDatabase } from '../prepare.ts'
import { demoIssuer } from './start.ts'
import { seedWorld } from './seed.ts'

/** `npm run seed -- --cases N`: tells the demonstration world into the configured database, and may be run again. */
const { values } = parseArgs({ options: { cases: { type: 'string' }, lanes: { type: 'string' } } })
const config = loadConfig({ ...process.env, ...(values.cases !== undefined && { DEMO_CASES: values.cases }) })
const log = createLog(config.logLevel)
const keys = openKeys(masterKeyFile(config), !embeddedDataExists(config.dataDir))
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
const db = openDatabase({ url: embedded?.url ?? config.databaseUrl ?? '', keys, log })
try {
  if (!config.demonstration)
    throw new Error('Only the demonstration has a world to tell: leave OIDC_ISSUER out')
  await prepareDatabase(embedded?.ownerUrl ?? config.databaseUrl ?? '', { config, keys, log })
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const told = await seedWorld({
    db,
    keys,
    log,
    seed: config.demoSeed,
    issuer: demoIssuer(config),
    cases: config.demoCases,
    ...(values.lanes !== undefined && { lanes: Number(values.lanes) }),
    onProgress: ({ done, total }) => {
      if (done % 500 === 0) console.log(`${done} of ${total} cases, ${Math.round(done / seconds())} a second`)
    }
  })
  console.log(`${told.done} cases told in ${seconds().toFixed(1)} s (${told.failed} failed)`)
  process.exitCode = told.failed > 0 ? 1 : 0
} finally {
  await db.close()
  await embedded?.stop()
}
