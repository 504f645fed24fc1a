import { fork, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOwner } from '../server/db/client.ts'
import { startEmbedded } from '../server/db/embedded/embedded.ts'
import { migrateDatabase } from '../server/db/migrate.ts'
import { freePort } from '../server/db/embedded/postgres-process.ts'
import { openKeys, type Keys } from '../server/keys.ts'
import { createLog } from '../server/log.ts'
import { fillByCopies } from './copies.ts'
import { fill } from './fill.ts'
import { withClient } from './measures.ts'
import { settle } from './people.ts'
import { postgresCpu } from './postgres-cpu.ts'
import type { Count, ServeOrder } from './serve.ts'
import { nodeFlags } from './start.ts'
import type { Counters } from './volley.ts'

export type Site = { cases: number; url: string; port: number; floorPort: number }
export type Stage = {
  dataDir: string
  keys: Keys
  sites: readonly [small: Site, large: Site]
  bytesPerCase: number
  /** Of the server that is started last, on the small database. */
  startPort: number
  /** After what the gate has written: statistics, and fresh connections on both sides. */
  settled: () => Promise<void>
  counters: () => Promise<Counters>
  /** Ends all that serves, and leaves the folder. */
  stop: () => Promise<void>
  close: () => Promise<void>
}

const on = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href

/** Also after a filling: what the release keeps of each case is then kept of these as well. */
const migrate = async (url: string, keys: Keys) => {
  const owner = openOwner({ url, keys, log: createLog('silent') })
  await migrateDatabase(owner, keys)
  await owner.end()
}

const serve = async (dataDir: string, sites: readonly Site[]): Promise<ChildProcess> => {
  const order: ServeOrder = {
    dataDir,
    databases: sites.map(({ url, port, floorPort }) => ({ url, port, floorPort }))
  }
  const child = fork(new URL('serve.ts', import.meta.url), [JSON.stringify(order)], {
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: nodeFlags()
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return child
}

const ended = async (child: ChildProcess) => {
  if (!child.connected) return
  child.removeAllListeners('exit')
  const over = new Promise((resolve) => child.once('exit', resolve))
  child.disconnect()
  await over
}

const countOf = (child: ChildProcess) =>
  new Promise<Count>((resolve) => {
    child.once('message', (count) => resolve(count as Count))
    child.send('count')
  })

type Sizes = { small: number; large: number; say: (text: string) => void }
type Filling = Sizes & { dataDir: string; keys: Keys; superuserUrl: string; issuers: readonly string[] }

/** A database of the small size is filled, copied, and the copy filled up to the large one. */
const fillBoth = async (sites: Stage['sites'], filling: Filling): Promise<number> => {
  const { superuserUrl, issuers, keys, dataDir, small, large, say } = filling
  say(`filling ${small} cases`)
  await withClient(on(superuserUrl, 'mnio'), async (client) => {
    await fill(client, { organisations: await settle(client, issuers), from: 0, to: small })
  })
  await migrate(sites[0].url, keys)
  say(`filling up to ${large} cases`)
  await withClient(superuserUrl, (client) =>
    client.query('create database mnio_large template mnio owner mnio')
  )
  const bytes = await withClient(on(superuserUrl, 'mnio_large'), (client) =>
    fillByCopies(client, { dataDir, from: small, to: large, say })
  )
  say(`${bytes} bytes a case`)
  await migrate(sites[1].url, keys)
  return bytes
}

/** A PostgreSQL of its own that flushes as in production, and the application and its floor in a process of theirs. */
export const openStage = async (sizes: Sizes): Promise<Stage> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mnio-bench-'))
  chmodSync(dataDir, 0o711)
  const keys = openKeys(join(dataDir, 'keys', 'master.key'), true)
  const server = await startEmbedded({ dataDir, keys, log: createLog('silent'), maxConnections: 120 })
  let child: ChildProcess | null = null
  const stop = async () => {
    if (child) await ended(child)
    child = null
    await server.stop()
  }
  const close = async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const siteOf = async (cases: number, database: string): Promise<Site> => ({
      cases,
      url: on(server.ownerUrl, database),
      port: await freePort(),
      floorPort: await freePort()
    })
    const sites = [await siteOf(sizes.small, 'mnio'), await siteOf(sizes.large, 'mnio_large')] as const
    const startPort = await freePort()
    await migrate(server.ownerUrl, keys)
    const ports = [...sites.map(({ port }) => port), startPort]
    const issuers = ports.map((port) => `http://localhost:${port}/oidc`)
    const { superuserUrl } = server
    const bytesPerCase = await fillBoth(sites, { ...sizes, dataDir, keys, superuserUrl, issuers })
    const settled = async () => {
      if (child) await ended(child)
      for (const database of ['mnio', 'mnio_large'])
        await withClient(on(superuserUrl, database), (client) => client.query('vacuum analyze'))
      await withClient(superuserUrl, (client) => client.query('checkpoint'))
      child = await serve(dataDir, sites)
    }
    await settled()
    const computed = await postgresCpu(superuserUrl)
    const counters = async () => ({ ...(await countOf(child!)), postgresMicros: computed() })
    return { dataDir, keys, sites, bytesPerCase, startPort, settled, counters, stop, close }
  } catch (error) {
    await close()
    throw error
  }
}
