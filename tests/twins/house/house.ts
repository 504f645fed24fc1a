import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Actor } from '../../../policies/actor.ts'
import { createLog, type Log } from '../../../server/log.ts'
import { lapseHandings } from '../../../server/handing/proposal/ending.ts'
import type { Kind } from '../../../server/outbox/enqueue.ts'
import { deliveries, tasks } from '../../../server/worker/worker.ts'
import type { TestApp } from '../../support/running/app.ts'
import { fromPage } from '../../support/running/sign-in.ts'
import { peopled, type TestWorld } from '../../support/world.ts'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { undoingOn } from '../attempts/undone.ts'
import { callsOf, type Called } from '../readings/called.ts'
import { outside, workForTwo, workInTeams } from './apart.ts'
import { addressed, answerOf, type Answer, type Letter, type Tried } from './answer.ts'
import { keeperOf } from './kept.ts'
import {
  accreditFlaggers,
  addColleagues,
  beginning,
  everyClockLater,
  otherSettings,
  settingsApart,
  settleDatabase
} from './settled.ts'
import { connectionsOf, passingOn, signAllIn } from './streams.ts'
import { countedIds } from '../lives/ids.ts'
import type { Life } from '../lives/play.ts'

export { between, outside } from './apart.ts'

export const logins = demoAccounts.filter(({ role }) => role !== null).map(({ login }) => login)

export type House = TestWorld & {
  app: TestApp['app']
  now: () => Date
  actors: ReadonlyMap<string, Actor>
  /** Who reads in it: every account, and where the association of most stories works in teams, a colleague of another. */
  readers: readonly string[]
  /** For whom one who sits in the cell works as well; null where nobody works for two houses. */
  second: string | null
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
  /** What an account is told by mail and by its calendar. */
  called: (login: string) => Promise<Called>
  letters: Letter[]
  lines: string[]
  /** Takes all cases away, with all that hangs on them. */
  forget: () => Promise<void>
  /** Keeps all that a life has led to so far, under the number of its step, until the next life begins. */
  keep: (step: number) => Promise<void>
  /** Puts a case among so many others that what is counted of it is told. */
  crowd: (caseId: string) => Promise<void>
  /** The lives with which several pairs begin, by the number of their last step, as long as they are kept. */
  begun: Map<number, { told: string; life: Life }>
  /** Makes the house what it was at that step. */
  back: (step: number) => Promise<void>
}

/** What has left the house, by the ways that lie outside the database. */
type Said = { streamed: Map<string, string>; mailed: readonly Letter[]; logged: readonly string[] }

export type HouseOpener = (given: { now: () => Date; log: Log }) => Promise<TestApp>

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

const waiting = `delete from outbox where kind = any($1) returning id, kind, payload`

/** The demonstration's people on a database of their own, the application in this process, and every way out of it listened to. */
export const openHouse = async (
  openApp: HouseOpener,
  { inTeams = false, second = null as string | null } = {}
): Promise<House> => {
  const lines: string[] = []
  const letters: Letter[] = []
  const clock = { now: beginning }
  const log = caught(lines)
  const { app, db, config, close } = await openApp({ now: () => clock.now, log })
  countedIds.begin()
  await settleDatabase({ db })
  const world = await peopled(db, config.publicUrl)
  const gate = { pool: db.app, keys: db.keys, now: () => clock.now }
  if (inTeams) await workInTeams(world, config.publicUrl)
  if (second) await workForTwo(world, second)
  const readers = inTeams ? [...logins, outside] : logins
  const { cookies, streams } = await signAllIn({ app, db }, readers)
  const actors = new Map(logins.map((login) => [login, world.as(login)]))
  await addColleagues({ db }, actors.values())
  await accreditFlaggers({ db }, actors.values())
  const passedOn = passingOn(db)
  const { fire } = tasks({ db, gate, log })
  const delivering = deliveries({
    db,
    gate,
    publicUrl: config.publicUrl,
    post: async (letter) => void letters.push(await addressed(db, letter))
  })
  const keeper = await keeperOf(db.superuserUrl)
  const kept = new Map<number, Said>()
  const begun: House['begun'] = new Map()
  const setSaid = ({ streamed, mailed, logged }: Said) => {
    for (const [login, stream] of streams) stream.sets(streamed.get(login) ?? '')
    letters.splice(0, Infinity, ...mailed)
    lines.splice(0, Infinity, ...logged)
  }
  const cookieOf = (login: string) => {
    const cookie = cookies.get(login)
    if (cookie === undefined) throw new Error(`${login} is asked, and has not signed in`)
    return cookie
  }
  let keys = 0
  const post: House['post'] = async (login, url, body, version = null) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: {
        ...fromPage(cookieOf(login)),
        'idempotency-key': `twin-key-${(keys += 1)}`,
        prefer: 'return=minimal',
        ...(version !== null && { 'if-match': `"${version}"` })
      },
      payload: body
    })
    return answerOf(answer)
  }
  const open: House['open'] = async (url) => answerOf(await app.inject({ url }))
  const called = await callsOf({ db, now: () => clock.now, open }, readers)
  const undone = undoingOn(db.app, connectionsOf(db.app))
  return {
    ...world,
    gate,
    app,
    actors,
    readers,
    second,
    letters,
    lines,
    now: () => clock.now,
    at: (moment) => void (clock.now = moment),
    get: async (login, url) => answerOf(await app.inject({ url, headers: { cookie: cookieOf(login) } })),
    page: async (login, url) => {
      const headers = { cookie: cookieOf(login), accept: 'text/html', 'accept-language': 'fr' }
      return answerOf(await app.inject({ url, headers }))
    },
    publishing: async (_, read) => {
      await db.owner.query(otherSettings, [settingsApart, '2026-01-01', JSON.stringify(everyClockLater)])
      try {
        return await read()
      } finally {
        await db.owner.query('delete from config_version where version = $1', [settingsApart])
      }
    },
    open,
    called,
    post,
    attempt: async (...asked) => {
      const { answer, done } = await undone(() => post(...asked))
      return { status: answer.status, body: answer.body, done }
    },
    workOff: async () => {
      const { rows } = await db.owner.query<{ id: string; kind: Kind; payload: never }>(waiting, [
        Object.keys(delivering)
      ])
      if (rows.length === 0) return
      for (const { kind, payload } of rows.toSorted((a, b) => Number(a.id) - Number(b.id)))
        await delivering[kind]!(payload)
      // Who may hear of it is asked before anything else happens.
      await passedOn()
    },
    fire: async () => {
      await fire!({}, { addJob: async () => null } as never)
      await lapseHandings(db.worker)
    },
    heard: async () => {
      await passedOn()
      return Object.fromEntries([...streams].map(([login, stream]) => [login, stream.said()]))
    },
    forget: async () => {
      await keeper.empty()
      kept.clear()
      begun.clear()
      setSaid({ streamed: new Map(), mailed: [], logged: [] })
    },
    keep: async (step) => {
      await keeper.keep(step)
      const streamed = new Map([...streams].map(([login, stream]) => [login, stream.said()]))
      kept.set(step, { streamed, mailed: [...letters], logged: [...lines] })
    },
    begun,
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
