import { afterEach, describe, expect, it } from 'vitest'
import { readinessOf, spill } from '../../../server/http/readiness.ts'
import { testApp, type TestApp } from '../../support/running/app.ts'

let served: TestApp
afterEach(() => served.close(), 20_000)

const ready = async () => (await served.app.inject('/api/ready')).json<{ status: unknown; code?: string }>()
const notReady = { status: 503, code: 'not_ready' }

const lost = { query: () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:5432')) }

/** A change that new connections see is seen by a new probe. */
const broken = async (statement: string) => {
  served = await testApp()
  const { rows } = await served.db.owner.query<{ name: string }>('select current_database() as name')
  await served.db.owner.query(statement.replaceAll('%db', rows[0]!.name))
  return readinessOf(served.db)()
}

describe('not ready', () => {
  it('without its database: alive, and not a word of why', async () => {
    served = await testApp()
    const { probe } = served.db
    Object.assign(probe, { app: lost, owner: lost })
    expect((await served.app.inject('/api/health')).json()).toEqual({ status: 'ok' })
    const answer = await served.app.inject('/api/ready')
    expect(answer.json()).toMatchObject(notReady)
    expect(answer.headers['retry-after']).toBe('5')
    expect(answer.body).not.toMatch(/pool|postgres|127|unreachable/i)
  })

  it('on a database that can only be read', async () => {
    expect(await broken('alter database %db set default_transaction_read_only = on')).toBe('read-only')
    expect(await ready()).toMatchObject(notReady)
  })

  it('without a grant that requests need', async () => {
    expect(await broken('revoke insert on case_event from mnio_app')).toBe('walls')
    expect(await ready()).toMatchObject(notReady)
  })

  it('behind its migrations', async () => {
    const forget =
      'delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)'
    expect(await broken(forget)).toBe('behind')
  })

  it('where PostgreSQL can write no file', async () => {
    served = await testApp()
    const full = Object.assign(new Error('could not write to file'), { code: '53100' })
    const refusing = {
      query: (text: string) =>
        text.includes('generate_series') ? Promise.reject(full) : served.db.probe.app.query(text),
      release: () => undefined
    }
    const { app, worker } = served.db.probe
    const probe = { worker, app: { query: (text: string) => app.query(text), connect: async () => refusing } }
    expect(await readinessOf({ probe, app: served.db.app } as never)()).toBe('disk')
  })
})

describe('ready', () => {
  it('while the database is slow, by what the last look saw, and not once it is lost for long', async () => {
    served = await testApp()
    const state = { slow: false, at: 0, looks: 0 }
    const slowly = <T>(ask: () => Promise<T>): Promise<T> => (state.slow ? new Promise(() => {}) : ask())
    const { app, worker } = served.db.probe
    const probe = {
      worker: { query: (text: string) => slowly(() => ((state.looks += 1), worker.query(text))) },
      app: { query: (text: string) => app.query(text), connect: () => app.connect() }
    }
    const asked = readinessOf({ probe, app } as never, () => state.at)
    const looksAt = async (at: number) => {
      Object.assign(state, { at, looks: 0 })
      expect(await asked()).toBeNull()
      return state.looks > 0
    }
    // Once in a second, and no more.
    const looks = [await looksAt(0), await looksAt(1_000), await looksAt(1_001)]
    expect(looks).toEqual([true, false, true])
    Object.assign(state, { slow: true, at: 5_000 })
    expect(await Promise.all([asked(), asked()])).toEqual([null, null])
    state.at = 1_001 + 19_999
    expect(await asked()).toBeNull()
    state.at = 1_001 + 20_000
    expect(await asked()).toBe('unreachable')
  })

  it('with its database, by a look that writes to its disk', async () => {
    served = await testApp()
    expect(await ready()).toEqual({ status: 'ready' })
    const client = await served.db.app.connect()
    await client.query('begin')
    await client.query(`set local work_mem = '64kB'`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${spill}`)
    await client.query('rollback')
    client.release()
    expect(rows.map((row) => row['QUERY PLAN']).join()).toMatch(/temp read=\d+ written=\d+/)
  })

  it('while every connection of requests is taken: it is busy, and its neighbours would be next', async () => {
    served = await testApp()
    const { app } = served.db
    const held = await Promise.all(Array.from({ length: app.options.max! }, () => app.connect()))
    expect(await ready()).toEqual({ status: 'ready' })
    for (const client of held) client.release()
  })
})
