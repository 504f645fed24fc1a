import { buildApp, type App } from './app.ts'
import { ConfigProblem, loadConfig, type Config } from './config.ts'
import { openDatabase } from './db/client.ts'
import { embeddedDataExists, startEmbedded } from './db/embedded/embedded.ts'
import { migrateDatabase } from './db/migrate.ts'
import { claimPurpose } from './db/purpose.ts'
import { requireWalls } from './db/walls.ts'
import { startDemoWorld } from './demo/start.ts'
import { masterKeyFile, openKeys } from './keys.ts'
import { postBy } from './links/mail.ts'
import { createLog, errorForLog } from './log.ts'
import { startWorker } from './worker/worker.ts'
import { pagesAreBuilt, webEnvironment } from './web.ts'
import { missingPages } from './web-build.ts'

const closePatience = 25_000

/** Opened first, closed last. */
const closers: { what: string; close: () => Promise<unknown> }[] = []

async function start(config: Config): Promise<void> {
  if (config.mode !== 'worker' && !config.dev && !pagesAreBuilt()) throw new Error(missingPages)
  const log = createLog(config.logLevel)
  // One promise that nobody waited for must not end the work of everybody.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a failure that nobody waited for'))
  const first = !embeddedDataExists(config.dataDir)
  const keys = openKeys(masterKeyFile(config), first)
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
  if (embedded) closers.push({ what: 'PostgreSQL', close: embedded.stop })
  const db = openDatabase({ url: embedded?.url ?? config.databaseUrl ?? '', keys, log })
  closers.push({ what: 'connections', close: db.close })
  await migrateDatabase(db.owner, keys)
  await requireWalls(db.owner)
  await claimPurpose(db.owner, config.demonstration ? 'demonstration' : 'real')
  if (config.mode !== 'web') {
    const post = postBy(config)
    if (!post) log.warn('SMTP_URL is not set: letters wait in the queue')
    const gate = { pool: db.app, keys }
    const worker = await startWorker({ db, gate, log, publicUrl: config.publicUrl, post })
    closers.push({ what: 'the worker', close: worker.stop })
  }
  if (config.mode === 'worker') return console.log('MNIO works on its deadlines and messages.')
  const app = await buildApp({ config, db, log, keys })
  closers.push({ what: 'requests', close: () => app.close() })
  if (config.demonstration && config.demoCases > 0) {
    if (first) console.log('Setting up the fictional country: a few seconds.')
    const world = await startDemoWorld({ config, db, keys, log })
    closers.push({ what: 'the demonstration world', close: world.close })
  }
  await listenQuietly(app, config)
  console.log(`MNIO is ready: ${config.publicUrl}`)
}

/** That it is ready is said once, in words: Fastify's own line would say it a second time. */
async function listenQuietly(app: App, { port, host }: Config): Promise<void> {
  const { level } = app.log
  app.log.level = 'warn'
  await app.listen({ port, host })
  app.log.level = level
}

/** Our own words, or those of the driver; never those of the layer between, which repeats what a statement was given. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error
  if (!/^Failed query/.test(message)) return message
  const { code, message: said } = (cause ?? {}) as { code?: string; message?: string }
  return `The database refused a statement: ${said ?? 'no reason given'}${code ? ` (${code})` : ''}`
}

let closing = false

/** Stops accepting, lets requests end, then the worker, the connections and PostgreSQL. */
async function shutDown(code: number): Promise<void> {
  if (closing) return
  closing = true
  setTimeout(() => process.exit(1), closePatience).unref()
  for (const { what, close } of closers.reverse()) {
    await close().catch((error: unknown) =>
      console.error(`Closing ${what} failed: ${errorForLog(error).class}`)
    )
  }
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutDown(0))

try {
  Object.assign(process.env, webEnvironment)
  await start(loadConfig(process.env))
} catch (error) {
  console.error(error instanceof ConfigProblem ? error.message : `MNIO cannot start. ${reasonOf(error)}`)
  await shutDown(1)
}
