import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inContext, wallClock } from '../../../server/db/context.ts'
import { claimPurpose } from '../../../server/db/purpose.ts'
import { openDemoClock, type DemoClock } from '../../../server/demo/desk/clock.ts'
import { acting } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/running/app.ts'
import { fromPage } from '../../support/running/sign-in.ts'
import { createLog } from '../../../server/log.ts'
import { noon, openWorld, type TestWorld } from '../../support/world.ts'

const path = '/demo/horloge'
const hour = 3_600_000

describe('who may let time pass', () => {
  let served: TestApp
  afterAll(() => served.close())

  it('nobody where a test or a real issuer gives the time', async () => {
    served = await testApp({ now: () => noon })
    expect((await served.app.inject(path)).statusCode).toBe(404)
    const sent = await served.app.inject({ method: 'POST', url: `${path}/day`, headers: fromPage('') })
    expect(sent.statusCode).toBe(404)
  })

  it('no request by itself: the roles that serve them read the clock and do not move it', async () => {
    for (const pool of [served.db.app, served.db.location, served.db.stats, served.db.worker])
      for (const text of [
        `insert into demonstration_clock (ahead) values ('1 day')`,
        `update demonstration_clock set ahead = '1 day'`,
        `delete from demonstration_clock`
      ])
        await expect(pool.query(text)).rejects.toThrow(/permission denied/)
  })

  it('no table of one’s own that bears its name', async () => {
    const client = await served.db.app.connect()
    try {
      await client.query('begin')
      await client
        .query(
          `create temporary table demonstration_clock as select true as single, interval '-2 days' as ahead`
        )
        .catch(() => client.query('rollback'))
      const { rows } = await client.query<{ same: boolean }>('select wall_clock() = now() as same')
      expect(rows).toEqual([{ same: true }])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('nobody where real people sign in, nor where nobody has said what the database is for', async () => {
    const pass = () => served.db.worker.query(`select let_time_pass(now() + interval '1 day')`)
    await expect(pass()).rejects.toThrow(/demonstration alone/)
    await claimPurpose(served.db.owner, 'real')
    await expect(pass()).rejects.toThrow(/demonstration alone/)
    for (const pool of [served.db.app, served.db.location, served.db.stats])
      await expect(pool.query('select let_time_pass(now())')).rejects.toThrow(/permission denied/)
    expect((await wallClock(served.db.owner)).getTime() - Date.now()).toBeLessThan(hour)
  })

  it('no page of another site', async () => {
    const open = await testApp()
    const sent = await open.app.inject({
      method: 'POST',
      url: `${path}/day`,
      headers: { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }
    })
    expect(sent.statusCode).toBe(403)
    expect((await wallClock(open.db.owner)).getTime() - Date.now()).toBeLessThan(hour)
    await open.close()
  })
})

describe('a month that passes', () => {
  let world: TestWorld
  let clock: DemoClock
  let caseId: string

  const told = async () =>
    (
      await world.db.owner.query<{ at: Date; late: boolean }>(
        `select at, late from case_event where case_id = $1 and role = 'system' order by seq`,
        [caseId]
      )
    ).rows

  beforeAll(async () => {
    const built = await openWorld()
    // Its own clock is the walls': no test brings another.
    world = { ...built, gate: { pool: built.db.app, keys: built.db.keys, telling: false } }
    await claimPurpose(world.db.owner, 'demonstration')
    const log = createLog('silent')
    clock = await openDemoClock({ db: world.db, gate: world.gate, log: log as never })
    caseId = await acting(world).consenting()
  })
  afterAll(async () => {
    await clock.close()
    await world.close()
  })

  it('stops at each clock and lets it fire at its own hour', async () => {
    const before = await wallClock(world.db.owner)
    clock.go('month')
    clock.go('season')
    expect(clock.journey()?.over).toBe(false)
    while (!clock.journey()?.over) await new Promise((resolve) => setTimeout(resolve, 20))
    const after = await wallClock(world.db.owner)
    const days = (after.getTime() - before.getTime()) / (24 * hour)
    expect(days).toBeGreaterThan(27)
    // Asked twice at once it is one journey, the first.
    expect(days).toBeLessThan(32)
    const events = await told()
    expect(clock.journey()?.fired).toBeGreaterThan(1)
    expect(events.length).toBeGreaterThan(1)
    expect(events.filter(({ late }) => late)).toEqual([])
    expect(new Set(events.map(({ at }) => at.toISOString().slice(0, 10))).size).toBeGreaterThan(1)
    expect(clock.now().getTime() - after.getTime()).toBeLessThan(hour)
  })

  it('leaves behind it what is done next: who takes part sees it, and time does not go back', async () => {
    const id = await acting(world).consenting()
    const seen = await inContext(
      world.db.app,
      world.as('asso.rhone'),
      async (tx) => (await tx.execute(`select opened_at from "case" where id = '${id}'`)).rows
    )
    expect(seen).toHaveLength(1)
    await world.db.owner.query(`update demonstration_clock set ahead = ahead`)
    expect((await wallClock(world.db.owner)).getTime()).toBeGreaterThan(Date.now() + 27 * 24 * hour)
  })
})
