import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp, type App, type AppDeps } from '../../../server/app.ts'
import { loadConfig, type Config } from '../../../server/config.ts'
import { createLog } from '../../../server/log.ts'
import { webEnvironment } from '../../../server/web.ts'
import { freshDatabase, type TestDatabase, type Urls } from './db.ts'

export interface TestApp {
  app: App
  db: TestDatabase
  config: Config
  close(): Promise<void>
}

export interface TestAppOptions extends Partial<Pick<AppDeps, 'now' | 'log' | 'compiled'>> {
  env?: Record<string, string>
  /** A test's own routes, added before the application closes its list. */
  routes?: (app: App) => void
  /** The pages too, when they are built. */
  web?: boolean
  /** Another PostgreSQL than the one of the test run. */
  urls?: Urls
}

/** The whole application on a database of its own, silent and without limits; ask it by `app.inject`. */
export async function testApp({
  env = {},
  routes,
  web = false,
  urls,
  ...given
}: TestAppOptions = {}): Promise<TestApp> {
  // Whichever test asks first for pages loads them for its whole process.
  Object.assign(process.env, webEnvironment)
  const db = await freshDatabase(urls)
  const dataDir = mkdtempSync(join(tmpdir(), 'mnio-app-'))
  const config = loadConfig({ RATE_LIMIT: '0', DATA_DIR: dataDir, ...env })
  const app = await buildApp({
    config,
    db,
    keys: db.keys,
    log: createLog('silent'),
    web,
    described: true,
    ...given
  })
  routes?.(app)
  await app.ready()
  const close = async () => {
    await app.close()
    await db.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { app, db, config, close }
}
