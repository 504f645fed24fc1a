import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../server/db/client.ts'
import { startEmbedded } from '../server/db/embedded/embedded.ts'
import { migrateDatabase } from '../server/db/migrate.ts'
import { freePort } from '../server/db/embedded/postgres-process.ts'
import { openKeys, type Keys } from '../server/keys.ts'
import { createLog } from '../server/log.ts'
import { fill } from './fill.ts'
import { settle } from './people.ts'
import type { ServeOrder } from './serve.ts'

export type Site = { cases: number; url: string; port: number; floorPort: number }
export type Stage = { sites: Site[]; close: () => Promise<void> }

const on = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const migrate = async (url: string, keys: Keys) => {
  const db = openDatabase({ url, keys, log: createLog('silent') })
  await migrateDatabase(db.owner, keys)
  await db.close()
}

const serve = async (dataDir: string, sites: readonly Site[]) => {
  const order: ServeOrder = {
    dataDir,
    databases: sites.map(({ url, port, floorPort }) => ({ url, port, floorPort }))
  }
  const child = fork(new URL('serve.ts', import.meta.url), [JSON.stringify(order)], {
    stdio: ['ignore', 2, 2, 'ipc']
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return child
}

type Sizes = { small: number; large: number; say: (text: string) => void }

/** A database of the small size is filled, copied, and the copy filled up to the large one. */
const fillBoth = async (superuserUrl: string, sites: readonly Site[], { small, large, say }: Sizes) => {
  const [first, second] = sites.map(({ port }) => `http://localhost:${port}/oidc`)
  say(`filling ${small} cases`)
  const organisations = await withClient(on(superuserUrl, 'mnio'), async (client) => {
    const settled = await settle(client, [first!, second!])
    await fill(client, { organisations: settled, from: 0, to: small })
    return settled
  })
  say(`filling up to ${large} cases`)
  await withClient(superuserUrl, (client) =>
    client.query('create database mnio_large template mnio owner mnio')
  )
  await withClient(on(superuserUrl, 'mnio_large'), (client) =>
    fill(client, { organisations, from: small, to: large })
  )
  for (const database of ['mnio', 'mnio_large'])
    await withClient(on(superuserUrl, database), (client) => client.query('vacuum analyze'))
  await withClient(superuserUrl, (client) => client.query('checkpoint'))
}

/** A PostgreSQL of its own that flushes as in production, and the application and its floor in a process of theirs. */
export const openStage = async (sizes: Sizes): Promise<Stage> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mnio-bench-'))
  chmodSync(dataDir, 0o711)
  const keys = openKeys(join(dataDir, 'keys', 'master.key'), true)
  const server = await startEmbedded({ dataDir, keys, log: createLog('silent'), maxConnections: 120 })
  const close = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const siteOf = async (cases: number, database: string): Promise<Site> => ({
      cases,
      url: on(server.url, database),
      port: await freePort(),
      floorPort: await freePort()
    })
    const sites = [await siteOf(sizes.small, 'mnio'), await siteOf(sizes.large, 'mnio_large')]
    await migrate(server.url, keys)
    await fillBoth(server.superuserUrl, sites, sizes)
    const child = await serve(dataDir, sites)
    const closeAll = async () => {
      child.removeAllListeners('exit')
      child.disconnect()
      await new Promise((resolve) => child.once('exit', resolve))
      await close()
    }
    return { sites, close: closeAll }
  } catch (error) {
    await close()
    throw error
  }
}
