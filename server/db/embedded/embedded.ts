import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Keys } from '../../keys.ts'
import type { Log } from '../../log.ts'
import { postgresHome, type PostgresHome } from './postgres-home.ts'
import {
  freePort,
  initialise,
  isAlive,
  runningPostmaster,
  spawnPostgres,
  stopPostmaster
} from './postgres-process.ts'

export interface EmbeddedOptions {
  dataDir: string
  keys: Keys
  log: Log
  durable?: boolean
  maxConnections?: number
  /** False: whatever happens to it, another process answers for PostgreSQL. */
  supervise?: boolean
}

export interface EmbeddedPostgres {
  /** Where it answers, without who signs in. */
  url: string
  /** For what prepares the database. The owner has no way in of its own: the superuser of this cluster takes its role. */
  ownerUrl: string
  /** The superuser's, for tests and repairs. */
  superuserUrl: string
  /** Stops PostgreSQL, unless another server of ours started it and still runs. */
  stop(): Promise<void>
}

const database = 'mnio'
const owner = 'mnio'
const patience = 30_000
const watchMs = 500

/** Whether the database exists already, so that no new master key is made for old data. */
export function embeddedDataExists(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres', 'cluster')) || existsSync(join(dataDir, 'postgres.location'))
}

/**
 * PostgreSQL under DATA_DIR, on a free port of 127.0.0.1. A server left running by a killed process is taken
 * over; one that a live process of ours runs is shared, and left running at the end. Whoever answers for it starts it again
 * when it dies, on the same port: nobody's address changes.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = postgresHome(options.dataDir)
  if (home.moved)
    options.log.info({ folder: home.folder }, 'PostgreSQL cannot enter DATA_DIR: its files are here')
  const password = options.keys.password('db:superuser')
  await initialise(home, password)
  const served = await serve(home, options, password)
  const { port } = served
  const superuserUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
  await ensureOwner(superuserUrl)
  const watched = { pid: served.pid, mine: false }
  const lastResort = () => void (isAlive(watched.pid) && process.kill(watched.pid, 'SIGINT'))
  const claim = () => {
    if (watched.mine || options.supervise === false || !claimSupervision(options.dataDir)) return
    watched.mine = true
    process.once('exit', lastResort)
  }
  claim()
  const unwatch = watch(watched, options.log, {
    claim,
    startAgain: async () => (await serve(home, options, password, port)).pid
  })
  return {
    url: `postgresql://127.0.0.1:${port}/${database}`,
    ownerUrl: ownerUrlOf(superuserUrl),
    superuserUrl,
    stop: async () => {
      await unwatch()
      if (!watched.mine) return
      process.removeListener('exit', lastResort)
      await stopPostmaster(watched.pid)
      rmSync(supervisorFile(options.dataDir), { force: true })
    }
  }
}

type Watched = { pid: number; mine: boolean }
type Watch = { claim: () => void; startAgain: () => Promise<number> }

/**
 * Takes over when whoever answers for PostgreSQL is gone, and starts it again when it is dead. The answer ends the watch, once
 * a start under way has ended.
 */
function watch(watched: Watched, log: Log, { claim, startAgain }: Watch): () => Promise<void> {
  let starting: Promise<void> | null = null
  const revive = async () => {
    log.error('PostgreSQL has died: it is started again')
    try {
      watched.pid = await startAgain()
      log.info('PostgreSQL runs again')
    } catch (error) {
      log.error({ err: error }, 'PostgreSQL could not be started again')
    }
  }
  const timer = setInterval(() => {
    claim()
    if (!watched.mine || starting !== null || isAlive(watched.pid)) return
    starting = revive().finally(() => (starting = null))
  }, watchMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await starting
  }
}

/** @param port where it must answer; any free one when absent. */
async function serve(home: PostgresHome, options: EmbeddedOptions, password: string, port?: number) {
  let failure: unknown
  for (let attempt = 0; attempt < 8; attempt++) {
    const running = runningPostmaster(home.data)
    if (running) {
      const url = `postgresql://postgres:${password}@127.0.0.1:${running.port}/postgres`
      if (await answers(url, () => isAlive(running.pid))) return running
      await stopPostmaster(running.pid)
    }
    try {
      return await launch(home, options, password, port)
    } catch (error) {
      // Children of a killed postmaster may still hold its memory for a moment; or the port was taken meanwhile.
      failure = error
      await sleep(250 * (attempt + 1))
    }
  }
  throw failure
}

async function launch(home: PostgresHome, options: EmbeddedOptions, password: string, fixed?: number) {
  const port = fixed ?? (await lastPort(options.dataDir)) ?? (await freePort())
  writeFileSync(portFile(options.dataDir), `${port}\n`)
  const logFile = join(options.dataDir, 'postgres.log')
  const { durable = true, maxConnections = 60 } = options
  const child = spawnPostgres(home, { port, logFile, durable, maxConnections })
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
  const running = () => child.exitCode === null && child.signalCode === null
  if (await answers(`postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, running))
    return { port, pid: child.pid! }
  await endOf(child)
  throw new Error(`PostgreSQL did not start. Its last words, from ${logFile}:\n${lastLines(logFile)}`)
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.pid && child.exitCode === null) await stopPostmaster(child.pid)
}

const lastLines = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(-6).join('\n')

/** Waits until it answers; false when it died or never did. A wrong password will not become right by waiting. */
async function answers(url: string, running: () => boolean): Promise<boolean> {
  const end = Date.now() + patience
  while (running() && Date.now() < end) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (cause) {
      await client.end().catch(() => undefined)
      if ((cause as { code?: string }).code === '28P01') {
        throw new Error(
          'The database was made with another master key: restore DATA_DIR/keys or set KEY_FILE',
          { cause }
        )
      }
      await sleep(40)
    }
  }
  return false
}

/**
 * As on a database of one's own: the owner is no superuser. BYPASSRLS lets migrations see every row. It cannot sign in, and the
 * password that former releases gave it is taken away.
 */
async function ensureOwner(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [owner])
    const verb = roles.rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${owner} nologin createrole bypassrls password null`)
    const databases = await client.query('select from pg_database where datname = $1', [database])
    if (databases.rowCount === 0) await client.query(`create database ${database} owner ${owner}`)
  } finally {
    await client.end()
  }
}

const ownerUrlOf = (superuserUrl: string): string => {
  const url = new URL(superuserUrl)
  url.pathname = `/${database}`
  url.searchParams.set('options', `-c role=${owner}`)
  return url.href
}

const portFile = (dataDir: string) => join(dataDir, 'postgres.port')

/** Where it answered last, if nobody else does now: another process that shares it knows that address alone. */
async function lastPort(dataDir: string): Promise<number | null> {
  const file = portFile(dataDir)
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return port > 0 ? freePort(port).catch(() => null) : null
}

const supervisorFile = (dataDir: string) => join(dataDir, 'postgres.supervisor')

/** True when we answer for stopping it: nobody else does, or the one who did is dead. */
function claimSupervision(dataDir: string): boolean {
  const file = supervisorFile(dataDir)
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const [pid = '', birth] = known.split(' ')
  const other = Number(pid)
  if (other > 1 && other !== process.pid && isAlive(other) && birthOf(other) === birth) return false
  writeFileSync(file, `${process.pid} ${birthOf(process.pid)}\n`)
  return true
}

/** A process number is used again; together with its start it is not. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '-'
  } catch {
    return '-'
  }
}
