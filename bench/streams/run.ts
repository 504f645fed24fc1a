import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openOwner } from '../../server/db/client.ts'
import { startEmbedded } from '../../server/db/embedded/embedded.ts'
import { freePort } from '../../server/db/embedded/postgres-process.ts'
import { migrateDatabase } from '../../server/db/migrate.ts'
import { openKeys } from '../../server/keys.ts'
import { createLog } from '../../server/log.ts'
import { channel } from '../../server/outbox/tell.ts'
import { aFlag } from '../flags.ts'
import { requestText } from '../load.ts'
import { settle } from '../people.ts'
import { signedIn, type Listening } from './people.ts'

// What it costs to keep many people listening: real connections to 127.0.0.1, each with a session of its own, over one whole
// period of the beats; then what a hint costs. `--listeners N` for another number than 5,000.
const wanted = process.argv.indexOf('--listeners')
const listeners = wanted < 0 ? 5_000 : Number(process.argv[wanted + 1])
const aim = 2
const restMs = 20_000
const atOnce = 100
const hints = 200

const began = performance.now()
const say = (text: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`)

type Used = { cpu: number; rss: number }
const usedBy = (child: ChildProcess) =>
  new Promise<Used>((resolve) => {
    child.once('message', (used) => resolve(used as Used))
    child.send('used')
  })

/** CPU µs of PostgreSQL and all its backends: the scheduler's figure of every process below its postmaster. */
const usedByPostgres = (postmaster: number) => {
  let sum = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const [parent, user, system] = [3, 13, 14].map((at) => Number(statOf(pid)[at]))
      if (parent === postmaster || Number(pid) === postmaster) sum += (user! + system!) * 10_000
    } catch {
      // It ended in between.
    }
  return sum
}
const statOf = (pid: string) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const end = text.lastIndexOf(')')
  return [text.slice(0, text.indexOf(' ')), 'name', ...text.slice(end + 2).split(' ')]
}

const heard = { beats: 0, hints: 0 }
const listen = (port: number, { cookie }: Listening) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => socket.write(requestText({ path: '/api/stream', headers: { cookie } })))
    socket.once('error', reject)
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (text.startsWith('HTTP/')) {
        if (text.startsWith('HTTP/1.1 200')) resolve(socket)
        else reject(new Error(text.split('\r\n')[0]))
      } else {
        heard.hints += text.split('event:').length - 1
        heard.beats += text.split(': \n\n').length - 1
      }
    })
  })

const allListen = async (port: number, people: readonly Listening[]) => {
  const sockets: Socket[] = []
  for (let from = 0; from < people.length; from += atOnce)
    sockets.push(...(await Promise.all(people.slice(from, from + atOnce).map((one) => listen(port, one)))))
  return sockets
}

/** A case flagged through the gate, and who is told of it. */
const flagged = async (port: number, client: pg.Client, people: readonly Listening[]) => {
  const { cookie } = people.find(({ type, territory }) => type === 'association' && territory === '69')!
  const answer = await fetch(`http://127.0.0.1:${port}/api/cases`, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      origin: `http://localhost:${port}`,
      'sec-fetch-site': 'same-origin'
    },
    body: JSON.stringify(aFlag())
  })
  if (answer.status !== 201) throw new Error(`the flag was answered ${answer.status}: ${await answer.text()}`)
  const { rows } = await client.query<{ id: string; org: string }>(
    `select case_id as id, org_id as org from participation where capacity = 'cell' limit 1`
  )
  return rows[0]!
}

type Measured = { child: ChildProcess; postmaster: number; port: number; client: pg.Client }

const cpuOver = async ({ child, postmaster }: Measured, work: () => Promise<unknown>) => {
  const [before, pgBefore, start] = [await usedBy(child), usedByPostgres(postmaster), performance.now()]
  await work()
  const [after, pgAfter, end] = [await usedBy(child), usedByPostgres(postmaster), performance.now()]
  return { node: after.cpu - before.cpu, postgres: pgAfter - pgBefore, ms: end - start, rss: after.rss }
}

/** Hints to one organisation, one after the other, until all were passed on. */
const hinting = (measured: Measured, to: string, of: string) =>
  cpuOver(measured, async () => {
    const line = { about: 'case', id: of, seq: 1 }
    const said = JSON.stringify({ about: 'case', id: of, to: [to], line })
    for (let sent = 0; sent < hints; sent++)
      await measured.client.query('select pg_notify($1, $2)', [channel, said])
    for (let before = -1; before !== heard.hints; await sleep(1_500)) before = heard.hints
  })

const percent = (us: number, ms: number) => Number((us / ms / 10).toFixed(2))

const measure = async (measured: Measured, people: readonly Listening[]) => {
  const { port, client } = measured
  const alone = await usedBy(measured.child)
  const sockets = await allListen(port, people)
  say(`${sockets.length} listen`)
  await sleep(2_000)
  heard.beats = 0
  const rest = await cpuOver(measured, () => sleep(restMs))
  const beats = heard.beats
  say(`at rest: ${percent(rest.node, rest.ms)} % of a core, ${beats} beats`)
  const quiet = await cpuOver(measured, () => sleep(1_500))
  const { id, org } = await flagged(port, client, people)
  const elsewhere = await hinting(measured, randomUUID(), id)
  const before = heard.hints
  const concerned = await hinting(measured, org, id)
  const each = (one: typeof rest) => Math.max(0, Math.round((one.node - quiet.node) / hints))
  for (const socket of sockets) socket.destroy()
  const node = percent(rest.node, rest.ms)
  return {
    listeners: sockets.length,
    atRest: {
      seconds: restMs / 1000,
      beats,
      nodePercent: node,
      postgresPercent: percent(rest.postgres, rest.ms)
    },
    memory: { aloneMB: Math.round(alone.rss / 1e6), listeningMB: Math.round(rest.rss / 1e6) },
    hint: {
      toNobodyHereUs: each(elsewhere),
      toOneOrganisationUs: each(concerned),
      heardBy: (heard.hints - before) / hints
    },
    aims: { [`${listeners} listeners at rest, % of a core`]: { aim, reached: node, pass: node < aim } }
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'mnio-streams-'))
chmodSync(dataDir, 0o711)
const keys = openKeys(join(dataDir, 'keys', 'master.key'), true)
const server = await startEmbedded({ dataDir, keys, log: createLog('silent') })
try {
  const owner = openOwner({ url: server.ownerUrl, keys, log: createLog('silent') })
  await migrateDatabase(owner, keys)
  await owner.end()
  const client = new pg.Client({
    connectionString: Object.assign(new URL(server.superuserUrl), { pathname: '/mnio' }).href
  })
  await client.connect()
  const port = await freePort()
  const people = await signedIn(client, await settle(client, [`http://localhost:${port}/oidc`]), listeners)
  const child = fork(
    new URL('serve.ts', import.meta.url),
    [JSON.stringify({ dataDir, url: server.url, port })],
    {
      stdio: ['ignore', 2, 2, 'ipc']
    }
  )
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = Number(statOf(String(rows[0]!.pid))[3])
  const ended = new Promise((resolve) => child.removeAllListeners('exit').once('exit', resolve))
  console.log(JSON.stringify(await measure({ child, postmaster, port, client }, people)))
  child.disconnect()
  await ended
  await client.end()
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
