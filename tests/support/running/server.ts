import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, openOwner } from '../../../server/db/client.ts'
import { startEmbedded } from '../../../server/db/embedded/embedded.ts'
import { postgresHome } from '../../../server/db/embedded/postgres-home.ts'
import { freePort } from '../../../server/db/embedded/postgres-process.ts'
import { openKeys } from '../../../server/keys.ts'
import { createLog } from '../../../server/log.ts'
import type { TestDatabase } from './db.ts'

/** The real server in a process of its own, with its own PostgreSQL and nothing seeded. It may be killed and started again. */
export const spareServer = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mnio-faults-'))
  chmodSync(folder, 0o711)
  const dataDir = join(folder, 'data')
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: 'localhost',
    DEMO_CASES: '0',
    LOG_LEVEL: 'warn',
    RATE_LIMIT: '0'
  }
  let child: ChildProcess
  let over: Promise<unknown>

  /** Starts with other words in its environment, waits for its end, and gives what it said: it must not run. */
  const refusal = (other: Record<string, string> = {}) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const tried = spawn(process.execPath, ['server/main.ts'], { env: { ...env, ...other } })
      let said = ''
      tried.stderr.on('data', (words: Buffer) => (said += words.toString()))
      tried.once('exit', (code) => resolve({ code, said }))
      setTimeout(() => tried.kill('SIGKILL'), 45_000).unref()
    })
  const start = async (other: Record<string, string> = {}) => {
    child = spawn(process.execPath, ['server/main.ts'], { env: { ...env, ...other }, stdio: 'ignore' })
    over = new Promise((resolve) => child.once('exit', resolve))
    for (let turn = 0; turn < 400; turn++) {
      if ((await fetch(`${url}/api/ready`).catch(() => null))?.status === 200) return
      await sleep(50)
    }
    throw new Error('the server never answered')
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await over
  }
  await start()
  const keys = openKeys(join(dataDir, 'keys', 'master.key'), false)
  const shared = await startEmbedded({ dataDir, keys, log: createLog('silent'), supervise: false })
  const { ownerUrl, superuserUrl } = shared
  const opened = openDatabase({ url: shared.url, keys, log: createLog('silent'), size: 2 })
  const owner = openOwner({ url: ownerUrl, keys, log: createLog('silent') })
  const db: TestDatabase = { ...opened, owner, url: ownerUrl, superuserUrl, keys }
  /** As PostgreSQL itself wrote it, and touched by nobody: it may just be starting. */
  const postmaster = (): number | null => {
    const file = join(postgresHome(dataDir).data, 'postmaster.pid')
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || null : null
  }
  return {
    url,
    /** Of the database, without who signs in. */
    databaseUrl: shared.url,
    db,
    dataDir,
    postmaster,
    /** Whether the process that was started last still runs. */
    alive: () => child.exitCode === null && child.signalCode === null,
    start,
    refusal,
    kill: () => end('SIGKILL'),
    close: async () => {
      await Promise.all([db.close(), owner.end()])
      await shared.stop()
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
