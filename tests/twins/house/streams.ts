import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { channel } from '../../../server/outbox/tell.ts'
import type { TestApp } from '../../support/running/app.ts'
import { signIn } from '../../support/running/sign-in.ts'

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

/** Sessions that no leap of time ends, and a stream for each. */
export const signAllIn = async ({ app, db }: Pick<TestApp, 'app' | 'db'>, logins: readonly string[]) => {
  const cookies = new Map<string, string>()
  for (const login of logins) cookies.set(login, await signIn(app, login))
  await db.owner.query(`update session set seen_at = '2090-01-01', absolute_until = '2091-01-01'`)
  const streams = new Map<string, Stream>()
  for (const [login, cookie] of cookies) streams.set(login, await listens(app, cookie))
  return { cookies, streams }
}

/** Each connection of a pool, of which one listens; the driver has no name for them. */
export const connectionsOf = (pool: Pool) => (pool as unknown as { _clients: PoolClient[] })._clients
const isIdle = ({ totalCount, idleCount, waitingCount }: Pool) =>
  totalCount === idleCount && waitingCount === 0

type Passing = () => Promise<void>

/**
 * Waits until all that was told has been passed on: a word of our own comes behind it on the connection by which the product
 * listens, and then the product asks nothing more about who may hear it.
 */
export const passingOn = ({ owner, worker, app }: TestApp['db']): Passing => {
  const waited = new Map<string, () => void>()
  for (const client of connectionsOf(worker))
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
