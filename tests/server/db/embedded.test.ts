import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startEmbedded } from '../../../server/db/embedded/embedded.ts'
import { postgresHome } from '../../../server/db/embedded/postgres-home.ts'
import { freePort, isAlive, runningPostmaster } from '../../../server/db/embedded/postgres-process.ts'
import { scramVerifier } from '../../../server/db/roles.ts'
import { keysFrom, openKeys } from '../../../server/keys.ts'
import { createLog } from '../../../server/log.ts'
import { freshDatabase } from '../../support/running/db.ts'
import { testKeys } from '../../support/running/keys.ts'

const isRoot = process.getuid?.() === 0
const log = createLog('silent')
let dataDir: string
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mnio-embedded-'))
  chmodSync(folder, 0o711)
  dataDir = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = (keys = testKeys, durable = false) => startEmbedded({ dataDir, keys, log, durable })
const pidOf = () =>
  Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

async function settles(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never settled')
}

describe('the master key', () => {
  const path = () => join(dataDir, 'keys', 'master.key')

  test('is not made anew for data that exists', () => {
    expect(() => openKeys(path(), false)).toThrow('restore that file')
    expect(existsSync(path())).toBe(false)
  })

  test('is made once, for its owner alone', () => {
    const made = openKeys(path(), true)
    expect(statSync(path()).mode & 0o777).toBe(0o400)
    expect(openKeys(path(), false).fingerprint).toBe(made.fingerprint)
    expect(made.derive('a')).not.toEqual(made.derive('b'))
  })

  test('of another size is refused', () => {
    expect(() => keysFrom(Buffer.alloc(16))).toThrow('32 bytes')
  })
})

describe('embedded PostgreSQL', () => {
  test('another master key: refused, with the reason', async () => {
    const first = await start()
    await expect(start(keysFrom(Buffer.alloc(32, 8)))).rejects.toThrow('another master key')
    await first.stop()
  })

  test('a pid file that points at some other process does not prevent the start', async () => {
    await (await start()).stop()
    const file = join(dataDir, 'postgres/cluster/postmaster.pid')
    writeFileSync(file, `${process.pid}\n${dataDir}\n0\n5432\n\n\n\nready\n`)
    expect(runningPostmaster(join(dataDir, 'postgres/cluster'))).toBeNull()
    await (await start()).stop()
  })

  test('killed: the next start finds everything', async () => {
    const first = await start(testKeys, true)
    await run(first.ownerUrl, 'create table kept as select 42 as n')
    process.kill(pidOf(), 'SIGKILL')
    const second = await start()
    expect(await run(second.ownerUrl, 'select n from kept')).toEqual([{ n: 42 }])
    await second.stop()
    expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
  })

  test('listens on this machine alone, writes no statement to its log, and its owner is no superuser', async () => {
    const server = await start()
    await run(server.ownerUrl, 'select * from "DUPONT"').catch(() => undefined)
    const settings = await run(
      server.superuserUrl,
      `select current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as socket,
              current_setting('log_parameter_max_length') as parameters, rolsuper
         from pg_roles where rolname = 'mnio'`
    )
    expect(settings).toEqual([{ address: '127.0.0.1', socket: '', parameters: '0', rolsuper: false }])
    await server.stop()
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('select')
  })

  test.runIf(isRoot)('below a folder closed to others, the files go where PostgreSQL can reach them', () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const home = postgresHome(join(closed, 'data'))
    expect(home.moved).toBe(true)
    expect(home.folder.startsWith(closed)).toBe(false)
    expect(postgresHome(join(closed, 'data'))).toEqual(home)
    rmSync(join(home.folder, '..'), { recursive: true })
  })
})

async function run(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describe('database roles', () => {
  test('what requests use owns nothing and cannot pass row-level security', async () => {
    const db = await freshDatabase()
    const { rows } = await db.app.query<{ role: string }>(
      `select current_user as role, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              has_database_privilege(current_database(), 'create') as creates
         from pg_roles where rolname = current_user`
    )
    const weak = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      creates: false
    }
    expect(rows).toEqual([{ role: 'mnio_app', ...weak }])
    await expect(db.app.query('create table mine (n int)')).rejects.toThrow('permission denied')
    await db.close()
  })

  test('the password never travels in clear', () => {
    expect(scramVerifier('pencil', Buffer.alloc(16, 1))).toMatch(
      /^SCRAM-SHA-256\$4096:[\w+/=]+\$[\w+/=]+:[\w+/=]+$/
    )
  })
})

describe('the server process', () => {
  let child: ChildProcess | undefined
  const said: string[] = []
  afterEach(() => child?.kill('SIGKILL'))

  async function serve(port: number): Promise<string> {
    const env = {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO_CASES: '0',
      LOG_LEVEL: 'info'
    }
    child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout?.on('data', (words: Buffer) => said.push(String(words)))
    const url = `http://127.0.0.1:${port}/api/ready`
    await settles(async () => (await fetch(url).catch(() => null))?.status === 200)
    return url
  }

  const ended = () => new Promise<number | null>((resolve) => child?.once('exit', resolve))

  test('says once that it is ready, and where', async () => {
    const port = await freePort()
    await serve(port)
    await settles(() => said.join('').includes('ready'))
    expect(said.join('').match(/ready|listening/gi)).toEqual(['ready'])
    expect(said.join('')).toContain(`MNIO is ready: http://localhost:${port}`)
    const stopped = ended()
    child?.kill('SIGTERM')
    await stopped
  })

  test('killed, it leaves PostgreSQL running; the next one takes it over, and stops it in the end', async () => {
    const port = await freePort()
    await serve(port)
    const orphan = pidOf()
    const killed = ended()
    child?.kill('SIGKILL')
    await killed
    expect(isAlive(orphan)).toBe(true)
    await serve(port)
    expect(pidOf()).toBe(orphan)
    const stopped = ended()
    child?.kill('SIGTERM')
    expect(await stopped).toBe(0)
    expect(isAlive(orphan)).toBe(false)
  })
})
