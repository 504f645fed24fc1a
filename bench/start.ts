import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fire } from './load.ts'
import { casesOf, connections, rotating, whoIs } from './measures.ts'
import { megabytesOf, secondsOf } from './processes.ts'

/** The CPU is Node's own until it answers: it holds on a busy machine, where seconds do not. */
export type Started = {
  secondStartSeconds: number
  cpuSeconds: number | null
  megabytes: number | null
  requests: number
}

type Starting = {
  dataDir: string
  port: number
  /** Where it can be looked into once it runs. */
  url: string
  requests: number
  restSeconds: number
  say: (text: string) => void
}

/** As `npm start` starts it, whatever that says of memory: what it sets, and what it gives to Node. */
const asStarted = () => {
  const manifest = new URL('../package.json', import.meta.url)
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts: { start: string } }
  const [set = '', given = ''] = scripts.start.split('exec node ')
  const environment = Object.fromEntries(
    set
      .trim()
      .split(' ')
      .map((one) => one.split('='))
  ) as NodeJS.ProcessEnv
  return { environment, words: given.split(' ') }
}

/** Node's own options in it. */
export const nodeFlags = () => asStarted().words.slice(0, -1)

const startedServer = async ({ dataDir, port }: Starting): Promise<ChildProcess> => {
  const { environment, words } = asStarted()
  const env = {
    ...environment,
    PATH: process.env['PATH'],
    DATA_DIR: dataDir,
    PORT: String(port),
    ...{ MODE: 'web', DEMO_CASES: '0', RATE_LIMIT: '100000000', LOG_LEVEL: 'error' }
  }
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 2] })
  const health = `http://127.0.0.1:${port}/api/health`
  while ((await fetch(health).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await sleep(10)
  }
  return child
}

const ended = async (child: ChildProcess) => {
  const over = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await over
}

/** What people ask in a morning: lists, cases, notices, and their pages. */
const morning = async (starting: Starting) => {
  const person = await whoIs(starting, 'asso.rhone')
  const paths = (await casesOf(starting.url, person, 60)).flatMap((id) => [
    '/api/cases?view=todo',
    `/api/cases/${id}`,
    '/api/notices',
    '/api/cases?view=todo',
    `/api/cases/${id}`,
    '/api/me',
    '/aujourdhui',
    `/dossiers/${id}`
  ])
  return rotating(starting.port, paths, { cookie: person.cookie, accept: 'text/html, application/json' })
}

/** PostgreSQL is started with it, on a folder that has been served before, and so is what Node keeps of the sources. */
export const measureStart = async (starting: Starting): Promise<Started> => {
  const { say, requests, restSeconds } = starting
  say('starting the server twice, as npm start does')
  await ended(await startedServer(starting))
  const began = performance.now()
  const child = await startedServer(starting)
  const secondStartSeconds = Number(((performance.now() - began) / 1000).toFixed(2))
  const cpuSeconds = secondsOf(child.pid!)
  try {
    say(
      `${secondStartSeconds} s to health (${cpuSeconds} s of CPU); ${requests} mixed requests, then ${restSeconds} s of rest`
    )
    const asked = { connections, seconds: 600, most: requests }
    const done = await fire({ ...(await morning(starting)), ...asked })
    await sleep(restSeconds * 1000)
    return { secondStartSeconds, cpuSeconds, megabytes: megabytesOf(child.pid!), requests: done.requests }
  } finally {
    await ended(child)
  }
}
