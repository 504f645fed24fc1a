import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from '../../server/db/embedded/embedded.ts'
import { createLog } from '../../server/log.ts'
import { spareServer } from '../support/running/server.ts'
import { fromPage, signIn } from '../support/running/sign-in.ts'
import { aFlag, peopled } from '../support/world.ts'
import { forFile } from '../support/for-file.ts'

let cookie: string

const server = await forFile(spareServer())
beforeAll(async () => {
  await peopled(server.db, server.url)
  cookie = await signIn(server.url, 'asso.rhone')
}, 60_000)

type Answer = { status: number; retryAfter: string | null; body: string }

const flag = async (): Promise<Answer> => {
  const answer = await fetch(`${server.url}/api/cases`, {
    method: 'POST',
    headers: {
      ...fromPage(cookie, server.url),
      'content-type': 'application/json',
      'idempotency-key': randomUUID()
    },
    body: JSON.stringify({ ...aFlag(), metOn: '2026-01-01' })
  })
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: await answer.text() }
}

/** Flags until told to stop; a request that nobody answers means that the process is gone, and fails the test. */
const flagging = async (until: () => boolean, answers: Answer[]) => {
  while (!until()) {
    answers.push(await flag())
    await sleep(answers.at(-1)!.status === 503 ? 40 : 0)
  }
}

/** Kills the database while people work, and waits until an act is recorded again. */
const loseDatabase = async (): Promise<Answer[]> => {
  const answers: Answer[] = []
  let over = false
  const writers = Array.from({ length: 8 }, () => flagging(() => over, answers))
  // A busy machine is given the time to answer something.
  const isUp = () => answers.filter(({ status }) => status === 201).length > 8
  for (let turn = 0; turn < 400 && !isUp(); turn++) await sleep(50)
  expect(isUp()).toBe(true)
  const killed = answers.length
  process.kill(server.postmaster()!, 'SIGKILL')
  const end = Date.now() + 40_000
  const isBack = () => {
    const since = answers.slice(killed)
    const out = since.findIndex(({ status }) => status === 503)
    return out >= 0 && since.slice(out).filter(({ status }) => status === 201).length > 16
  }
  while (!isBack() && server.alive() && Date.now() < end) await sleep(50)
  over = true
  await Promise.all(writers)
  expect(isBack()).toBe(true)
  return answers.slice(killed)
}

describe('PostgreSQL that is lost while people work', () => {
  it('does not take the process with it, three times; it is started again, and meanwhile nothing is claimed', async () => {
    for (let round = 0; round < 3; round++) {
      const answers = await loseDatabase()
      expect(server.alive()).toBe(true)
      const refused = answers.filter(({ status }) => status !== 201)
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
      expect(refused.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true)
      for (const { body } of refused) {
        expect(JSON.parse(body)).toMatchObject({ code: 'unavailable', status: 503 })
        expect(body).not.toMatch(/enregistr|recorded|postgres|127\.0|terminat/i)
      }
    }
  }, 120_000)

  it('leaves the worker at work: what was told afterwards is delivered', async () => {
    const { rows } = await server.db.owner.query<{ last: Date | number }>(
      `select coalesce(max(at), '-infinity') as last from notice`
    )
    await flag()
    const delivered = async () =>
      (await server.db.owner.query('select from notice where at > $1 limit 1', [rows[0]!.last])).rowCount
    for (let turn = 0; turn < 600 && (await delivered()) === 0; turn++) await sleep(100)
    expect(await delivered()).toBe(1)
  }, 90_000)
})

describe('two processes that share one PostgreSQL', () => {
  it('lose it with the one that answered for it, and have it again at the same address', async () => {
    const { dataDir, db } = server
    const second = await startEmbedded({ dataDir, keys: db.keys, log: createLog('silent') })
    await server.kill()
    const lost = server.postmaster()!
    process.kill(lost, 'SIGKILL')
    const answers = () =>
      db.owner.query('select 1').then(
        () => true,
        () => false
      )
    // What it leaves behind may answer for a moment.
    const isBack = async () => ![null, lost].includes(server.postmaster()) && (await answers())
    for (let turn = 0; turn < 800 && !(await isBack()); turn++) await sleep(100)
    expect(await isBack()).toBe(true)
    expect(second.ownerUrl).toBe(db.url)
    await server.start()
    await second.stop()
  }, 150_000)
})
