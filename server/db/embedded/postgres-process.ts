import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresHome } from './postgres-home.ts'

/** Nothing of ours reaches PostgreSQL's environment or its log: both outlive the request that caused them. */
const environment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }
const maxLogBytes = 5_000_000

export interface Postmaster {
  pid: number
  port: number
}

/** The server that serves this data folder now. A pid file left by a killed one is removed. */
export function runningPostmaster(data: string): Postmaster | null {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (pid > 1 && port > 0 && servesFolder(pid, data)) return { pid, port }
  rmSync(file, { force: true })
  return null
}

/** The number alone proves nothing: after a reboot or in a container it may be anyone's. */
function servesFolder(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(data)
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Dead, but not yet collected by its parent, who in a container may never do it. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** A "fast" stop: open transactions roll back, then everything is written. Immediate only if that hangs. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000]
  ] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const end = Date.now() + patience
    while (isAlive(pid) && Date.now() < end) await sleep(25)
  }
}

/** Makes the data folder whole or not at all: a killed initdb leaves a draft, never half a database. */
export async function initialise(home: PostgresHome, password: string): Promise<void> {
  if (existsSync(home.data)) return
  const draft = join(home.folder, `draft-${process.pid}`)
  const passwordFile = join(home.folder, `password-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid)
  try {
    await runInitdb(home, ['--pgdata', draft, '--username', 'postgres', '--pwfile', passwordFile])
    renameSync(draft, home.data)
  } catch (error) {
    // Another server that started with us may have been first.
    if (!existsSync(home.data)) throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

async function runInitdb(home: PostgresHome, place: string[]): Promise<void> {
  // PostgreSQL's own locale: an upgrade of the system's library cannot silently change the order of an index.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = [...place, '--auth=scram-sha-256', ...locale]
  const child = spawn(join(home.binaries, 'bin', 'initdb'), args, {
    ...home.user,
    cwd: home.folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve)
  )
  if (code !== 0) throw new Error(`PostgreSQL could not prepare ${home.data}:\n${complaint.trim()}`)
}

export interface PostgresSettings {
  port: number
  logFile: string
  /** False in tests only: a crash then loses data. */
  durable: boolean
  maxConnections: number
}

export function spawnPostgres(home: PostgresHome, settings: PostgresSettings): ChildProcess {
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: settings.maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    log_statement: 'none',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    ...(settings.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  if (existsSync(settings.logFile) && statSync(settings.logFile).size > maxLogBytes) {
    renameSync(settings.logFile, `${settings.logFile}.1`)
  }
  const log = openSync(settings.logFile, 'a', 0o600)
  // Its own session: Ctrl-C reaches us alone, and we stop it after the last request.
  const args = ['-D', home.data, '-p', String(settings.port), ...flags]
  const child = spawn(join(home.binaries, 'bin', 'postgres'), args, {
    ...home.user,
    cwd: home.data,
    env: environment,
    detached: true,
    stdio: ['ignore', log, log]
  })
  closeSync(log)
  return child
}

export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject).listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
