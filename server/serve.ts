import type { App, AppDeps } from './app.ts'
import { ConfigProblem, loadConfig, type Config } from './config.ts'
import { openDatabase } from './db/client.ts'
import { embeddedDataExists, startEmbedded } from './db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from './keys.ts'
import { createLog, errorForLog } from './log.ts'
import { pagesAreBuilt, webEnvironment } from './web.ts'
import { missingPages } from './web-build.ts'

const closePatience = 25_000

/** Opened first, closed last. */
const closers: { what: string; close: () => Promise<unknown> }[] = []

async function start(config: Config): Promise<void> {
  if (config.mode !== 'worker' && !config.dev && !pagesAreBuilt()) throw new Error(missingPages)
  const log = createLog(config.logLevel, { ending: () => closing })
  // One promise that nobody waited for must not end the work of everybody.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a failure that nobody waited for'))
  const first = !embeddedDataExists(config.dataDir)
  const keys = openKeys(masterKeyFile(config), first)
  // PostgreSQL starts in a process of its own: meanwhile this one loads what will answer.
  const [embedded, { prepareDatabase, requirePrepared, refuseOwner, ownerWhoSignsIn }, { buildApp }] =
    await Promise.all([
      config.databaseUrl ? null : startEmbedded({ dataDir: config.dataDir, keys, log }),
      import('./prepare.ts'),
      import('./app.ts')
    ])
  if (embedded) closers.push({ what: 'PostgreSQL', close: embedded.stop })
  if (config.databaseUrl) refuseOwner(config.databaseUrl)
  if (embedded) await prepareDatabase(embedded.ownerUrl, { config, keys, log })
  const db = openDatabase({ url: embedded?.url ?? config.databaseUrl ?? '', keys, log })
  closers.push({ what: 'connections', close: db.close })
  if (!embedded) await requirePrepared(db, config)
  if (!embedded && (await ownerWhoSignsIn(db)))
    log.warn('the owner of the tables can still sign in: take its password away until the next release')
  const running = { config, db, log, keys }
  if (config.mode !== 'web') await work(running)
  if (config.mode === 'worker') return console.log('MNIO works on its deadlines and messages.')
  const app = await buildApp(running)
  closers.push({ what: 'requests', close: () => app.close() })
  if (config.demonstration && config.demoCases > 0) {
    if (first) console.log('Setting up the fictional country: a few seconds.')
    const { startDemoWorld } = await import('./demo/start.ts')
    const world = await startDemoWorld(running)
    closers.push({ what: 'the demonstration world', close: world.close })
  }
  await listenQuietly(app, config)
  console.log(`MNIO is ready: ${config.publicUrl}`)
}

/** A process that only answers holds nothing of this in memory. */
async function work({ config, db, log, keys }: AppDeps): Promise<void> {
  const [{ startWorker }, { postBy }] = await Promise.all([
    import('./worker/worker.ts'),
    import('./mail/post.ts')
  ])
  const post = postBy(config)
  if (!post) log.warn('SMTP_URL is not set: letters wait in the queue')
  const gate = { pool: db.app, keys }
  const { publicUrl, callBack, inactivity } = config
  const worker = await startWorker({ db, gate, log, publicUrl, callBack, post, inactivity })
  closers.push({ what: 'the worker', close: worker.stop })
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

/** Runs until a signal, or says why it cannot and ends. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutDown(0))
  try {
    Object.assign(env, webEnvironment)
    await start(loadConfig(env))
  } catch (error) {
    console.error(error instanceof ConfigProblem ? error.message : `MNIO cannot start. ${reasonOf(error)}`)
    await shutDown(1)
  }
}
