import { Writable } from 'node:stream'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import type { Pool, PoolClient } from 'pg'
import { pino } from 'pino'
import type { Actor } from '../../../policies/actor.ts'
import { createLog, type Log } from '../../../server/log.ts'
import { publishDue } from '../../../server/figures/publish.ts'
import { tasks } from '../../../server/worker/worker.ts'
import { unseal } from '../../../server/db/sealing.ts'
import type { Letter as Post } from '../../../server/links/mail.ts'
import { addressAt } from '../../../server/referrals/by-link.ts'
import { claimOf } from '../../../server/links/token.ts'
import { channel } from '../../../server/outbox/tell.ts'
import type { TestApp } from '../../support/running/app.ts'
import { readInPdf } from '../../support/meetings.ts'
import { fromPage, signIn } from '../../support/running/sign-in.ts'
import { peopled, type TestWorld } from '../../support/world.ts'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { undoingOn } from '../attempts/undone.ts'
import { keeperOf } from './kept.ts'
import { countedIds } from '../lives/ids.ts'

export const logins = demoAccounts.filter(({ role }) => role !== null).map(({ login }) => login)

/** When lives begin: behind the clock of any machine that runs this, so that what began there has begun for the walls too. */
export const beginning = new Date('2026-05-04T10:00:00Z')

export type Answer = { status: number; etag: string | null; body: string }
/** `done`: it would have been, had it been kept. */
export type Tried = Pick<Answer, 'status' | 'body'> & { done: boolean }
/** `link`: by which whoever it is addressed to was asked; null of a letter to anybody else. */
export type Letter = Post & { link: string | null }

export type House = TestWorld & {
  app: TestApp['app']
  now: () => Date
  actors: ReadonlyMap<string, Actor>
  get: (login: string, url: string) => Promise<Answer>
  /** As a browser asks for it. */
  page: (login: string, url: string) => Promise<Answer>
  /** Makes the figures that would be due at this moment, and settings that would move each clock, until they have been read. */
  publishing: <T>(at: Date, read: () => Promise<T>) => Promise<T>
  /** As somebody who has no account. */
  open: (url: string) => Promise<Answer>
  post: (login: string, url: string, body: object, version?: number | string | null) => Promise<Answer>
  /** Posts what is undone at once: nothing is kept of it, and nobody is told. */
  attempt: (login: string, url: string, body: object, version: number | string | null) => Promise<Tried>
  /** Does what waits in the queue, as the worker would. */
  workOff: () => Promise<void>
  /** Lets the clocks speak that are due. */
  fire: () => Promise<void>
  /** What each account's stream has said since the life began. */
  heard: () => Promise<Record<string, string>>
  letters: Letter[]
  lines: string[]
  /** Takes all cases away, with all that hangs on them. */
  forget: () => Promise<void>
  /** Keeps all that a life has led to so far, under the number of its step, until the next life begins. */
  keep: (step: number) => Promise<void>
  /** Puts a case among so many others that what is counted of it is told. */
  crowd: (caseId: string) => Promise<void>
  /** Makes the house what it was at that step. */
  back: (step: number) => Promise<void>
}

/** What has left the house, by the ways that lie outside the database. */
type Said = { streamed: Map<string, string>; mailed: readonly Letter[]; logged: readonly string[] }

export type HouseOpener = (given: { now: () => Date; log: Log }) => Promise<TestApp>

/** The walls' clock is the life's own, and what the database itself numbers is numbered alike each time. */
const settleDatabase = async ({ db }: Pick<TestApp, 'db'>) => {
  await db.owner.query(`
    create table twin_clock (at timestamptz not null);
    insert into twin_clock values ('${beginning.toISOString()}');
    grant select on twin_clock to public;
    alter table figure_release disable trigger user;
    create or replace function wall_clock() returns timestamptz language sql stable parallel safe
      as $$ select at from public.twin_clock $$;
    create sequence twin_ids;
    grant usage on sequence twin_ids to public;
    create function twin_id() returns uuid language sql volatile
      as $$ select ('00000000-0000-4000-9000-' || lpad(to_hex(nextval('public.twin_ids')), 12, '0'))::uuid $$;`)
  for (const table of ['organisation', 'person', 'membership', 'place', 'habilitation'])
    await db.owner
      .query(`alter table ${table} alter column id set default twin_id()`)
      .catch((error: { code?: string }) => {
        if (error.code !== '42703') throw error
      })
}

const caught = (lines: string[]): Log => {
  const log = createLog('info')
  const write = (chunk: Buffer, _encoding: unknown, done: () => void) => (
    lines.push(chunk.toString()),
    done()
  )
  // The very logger of the server, its words caught on the way out.
  ;(log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym] = new Writable({ write })
  return log
}

/** One account's live stream, as the browser hears it; a heartbeat says nothing. */
const listens = async (app: TestApp['app'], cookie: string) => {
  const answer = await app.inject({ url: '/api/stream', headers: { cookie }, payloadAsStream: true })
  let said = ''
  answer.stream().on('data', (chunk: Buffer) => (said += chunk.toString()))
  return {
    said: () => said.replace(/^(: |retry: \d+)\n\n/gm, ''),
    sets: (words: string) => void (said = words)
  }
}

type Stream = Awaited<ReturnType<typeof listens>>

export const settingsApart = '2026-01-b'
const otherSettings = `insert into config_version (version, effective_on, body, state, writers, created_at, published_at)
  values ($1, $2, $3, 'published', '{}', wall_clock(), wall_clock())`
const everyClockLater = {
  ...september2026,
  version: settingsApart,
  durations: Object.fromEntries(
    Object.entries(september2026.durations).map(([code, one]) => [code, { ...one, n: one.n + 1 }])
  )
}

/** Sessions that no leap of time ends, and a stream for each. */
const signAllIn = async (app: TestApp['app'], db: TestApp['db']) => {
  const cookies = new Map<string, string>()
  for (const login of logins) cookies.set(login, await signIn(app, login))
  await db.owner.query(`update session set seen_at = '2090-01-01', absolute_until = '2091-01-01'`)
  const streams = new Map<string, Stream>()
  for (const [login, cookie] of cookies) streams.set(login, await listens(app, cookie))
  return { cookies, streams }
}

/** Each connection of a pool, of which one listens; the driver has no name for them. */
const connectionsOf = (pool: Pool) => (pool as unknown as { _clients: PoolClient[] })._clients
const isIdle = ({ totalCount, idleCount, waitingCount }: Pool) =>
  totalCount === idleCount && waitingCount === 0

type Passing = () => Promise<void>

/**
 * Waits until all that was told has been passed on: a word of our own comes behind it on the connection by which the product
 * listens, and then the product asks nothing more about who may hear it.
 */
const passingOn = ({ owner, app }: TestApp['db']): Passing => {
  const waited = new Map<string, () => void>()
  for (const client of connectionsOf(owner))
    client.on('notification', ({ payload }) => waited.get(payload ?? '')?.())
  return async () => {
    const word = JSON.stringify({ to: [], word: String(process.hrtime.bigint()) })
    const heard = new Promise<void>((done, failed) => {
      const silent = setTimeout(() => failed(new Error('nobody listens')), 20_000)
      waited.set(word, () => (clearTimeout(silent), done()))
    })
    await owner.query('select pg_notify($1, $2)', [channel, word])
    await heard
    waited.delete(word)
    for (let idle = 0; idle < 4; idle = isIdle(app) ? idle + 1 : 0) await (isIdle(app) ? turn() : sleep(1))
  }
}

const answerOf = ({ statusCode, headers, body, rawPayload }: LightMyRequestResponse): Answer => ({
  status: statusCode,
  etag: (headers['etag'] as string | undefined) ?? null,
  // Of a file, what is read in it.
  body: headers['content-type'] === 'application/pdf' ? readInPdf(rawPayload).join('\n') : body
})

/** A letter, and the link that it holds where it goes to the very address that was asked. */
const addressed = async ({ owner, keys }: TestApp['db'], letter: Post): Promise<Letter> => {
  const link = claimOf(letter.url.split('/').at(-1)!)
  const { rows } = await owner.query<{ address: Buffer | null }>(
    'select address from referral_link where id = $1',
    [link]
  )
  const address = rows[0]?.address
  const isAsked = address && letter.to === String(unseal(keys, addressAt(link!), address))
  return { ...letter, link: isAsked ? link : null }
}

const pendingJobs = `select j.id, t.identifier, j.payload from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`

/** The demonstration's people on a database of their own, the application in this process, and every way out of it listened to. */
export const openHouse = async (openApp: HouseOpener): Promise<House> => {
  const lines: string[] = []
  const letters: Letter[] = []
  const clock = { now: beginning }
  const log = caught(lines)
  const { app, db, config, close } = await openApp({ now: () => clock.now, log })
  countedIds.begin()
  await settleDatabase({ db })
  const world = await peopled(db, config.publicUrl)
  const gate = { pool: db.app, keys: db.keys, now: () => clock.now }
  const { cookies, streams } = await signAllIn(app, db)
  const actors = new Map(logins.map((login) => [login, world.as(login)]))
  const passedOn = passingOn(db)
  const handlers = tasks({
    db,
    gate,
    log,
    publicUrl: config.publicUrl,
    post: async (letter) => void letters.push(await addressed(db, letter))
  })
  const keeper = await keeperOf(db.superuserUrl)
  const kept = new Map<number, Said>()
  const setSaid = ({ streamed, mailed, logged }: Said) => {
    for (const [login, stream] of streams) stream.sets(streamed.get(login) ?? '')
    letters.splice(0, Infinity, ...mailed)
    lines.splice(0, Infinity, ...logged)
  }
  const run = (name: string, payload: unknown) =>
    handlers[name]!(payload, { addJob: async () => null } as never)
  let keys = 0
  const post: House['post'] = async (login, url, body, version = null) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: {
        ...fromPage(cookies.get(login)!),
        'idempotency-key': `twin-key-${(keys += 1)}`,
        prefer: 'return=minimal',
        ...(version !== null && { 'if-match': `"${version}"` })
      },
      payload: body
    })
    return answerOf(answer)
  }
  const undone = undoingOn(db.app, connectionsOf(db.app))
  return {
    ...world,
    gate,
    app,
    actors,
    letters,
    lines,
    now: () => clock.now,
    at: (moment) => void (clock.now = moment),
    get: async (login, url) => answerOf(await app.inject({ url, headers: { cookie: cookies.get(login)! } })),
    page: async (login, url) => {
      const headers = { cookie: cookies.get(login)!, accept: 'text/html', 'accept-language': 'fr' }
      return answerOf(await app.inject({ url, headers }))
    },
    publishing: async (at, read) => {
      await publishDue(db.stats, at)
      await db.owner.query(otherSettings, [settingsApart, '2026-01-01', JSON.stringify(everyClockLater)])
      try {
        return await read()
      } finally {
        await db.owner.query('truncate figure_release')
        await db.owner.query('delete from config_version where version = $1', [settingsApart])
      }
    },
    open: async (url) => answerOf(await app.inject({ url })),
    post,
    attempt: async (...asked) => {
      const { answer, done } = await undone(() => post(...asked))
      return { status: answer.status, body: answer.body, done }
    },
    workOff: async () => {
      const { rows } = await db.owner.query<{ id: string; identifier: string; payload: unknown }>(pendingJobs)
      if (rows.length === 0) return
      for (const { identifier, payload } of rows) await run(identifier, payload)
      await db.owner.query('delete from graphile_worker._private_jobs where id = any($1)', [
        rows.map(({ id }) => id)
      ])
      // Who may hear of it is asked before anything else happens.
      await passedOn()
    },
    fire: async () => void (await run('fire', {})),
    heard: async () => {
      await passedOn()
      return Object.fromEntries([...streams].map(([login, stream]) => [login, stream.said()]))
    },
    forget: async () => {
      await keeper.empty()
      kept.clear()
      setSaid({ streamed: new Map(), mailed: [], logged: [] })
    },
    keep: async (step) => {
      await keeper.keep(step)
      const streamed = new Map([...streams].map(([login, stream]) => [login, stream.said()]))
      kept.set(step, { streamed, mailed: [...letters], logged: [...lines] })
    },
    crowd: (caseId) => keeper.crowd(caseId),
    back: async (step) => {
      await keeper.back(step)
      setSaid(kept.get(step)!)
    },
    close: async () => {
      await keeper.close()
      await close()
      countedIds.end()
    }
  }
}
