import type { JobHelpers } from 'graphile-worker'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { heldUntil, newHold, release, takeBatch } from '../../../server/firing/taking.ts'
import { retryNow, setBackNow } from '../../../server/firing/waiting.ts'
import { createLog } from '../../../server/log.ts'
import { openFiring } from '../../../server/firing/firing.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const cases: string[] = []

const ask = async <T>(text: string, values: unknown[] = []) =>
  (await site.db.owner.query(text, values)).rows as T[]

const site = await forFile(openSite())
beforeAll(async () => {
  for (let n = 0; n < 75; n++) cases.push(await site.tell.flagged())
})
beforeEach(async () => {
  // Each story is alone with its own clocks.
  await ask(`update deadline set state = 'stopped', next_at = null where state = 'running'`)
  await ask('delete from deadline_setback')
  await ask('delete from firing_lease')
  await ask(`delete from case_event where command = 'clock.lapse'`)
  await ask(`update "case" c set version = (select max(seq) from case_event e where e.case_id = c.id)`)
  site.at(midnight)
})

const midnight = new Date('2026-12-10T23:00:00Z')

/** Clocks of these cases that are due now: so many of each, one day apart, the last this very midnight. A broken one has no step left to fire. */
const due = (of: readonly string[], each: number, { broken = false, days = 0 } = {}) =>
  ask<{ id: string }>(
    `insert into deadline (id, case_id, code, starts_on, due_on, due_at, steps, next_at, state, computation, config_version,
       met_starts_on, met_due_on, met_due_at, met_computation, counted_at, length, unit)
     select gen_random_uuid(), d.case_id, d.code, d.starts_on, on_day::date, on_day,
       case when $3 then '[]' else jsonb_build_array(jsonb_build_object('kind', 'due', 'at', on_day)) end, on_day, 'running', d.computation, d.config_version,
       d.met_starts_on, on_day::date, on_day, d.met_computation, d.counted_at, d.length, d.unit
     from deadline d, generate_series(1, $2) n, lateral (select $4::timestamptz - ($5 + n - 1) * interval '1 day' as on_day) day
     where d.case_id = any($1::uuid[]) and d.id = (
       select id from deadline one where one.case_id = d.case_id and code = 'MNIO-TRIAGE' order by due_at, id limit 1)
     returning id`,
    [of, each, broken, midnight, days]
  )

const events = (of: readonly string[] = cases) =>
  ask<{ on: string; late: boolean }>(
    `select input->>'on' as on, late from case_event where command = 'clock.lapse' and case_id = any($1::uuid[]) order by case_id, seq`,
    [of]
  )
const setBacks = () =>
  ask<{ attempts: number; pause: number; error: string }>(
    `select attempts, ceil(extract(epoch from retry_at - now()) / 60)::int as pause, error from deadline_setback`
  )
const pausesAreOver = () => ask('update deadline_setback set retry_at = now()')
const running = async () =>
  (await ask<{ n: number }>(`select count(*)::int as n from deadline where state = 'running'`))[0]!.n

describe('clocks that cannot be fired', () => {
  it('stop no other: with 500 of them that fell due before, 50 good ones fire in the same round', async () => {
    const some = cases.slice(0, 25)
    await due(some, 20, { broken: true, days: 30 })
    await due(some, 2)
    const faults: { deadline: string; attempts: number }[] = []
    const fired = await fireDue(site.gate, (_, clock) => void faults.push(clock!))
    expect(fired).toBe(50)
    expect((await events(some)).length).toBe(50)
    expect([faults.length, new Set(faults.map(({ deadline }) => deadline)).size]).toEqual([500, 500])
    expect(await running()).toBe(500)
    // Each is set back and counted, with the class of its error and no word of it.
    const kept = await setBacks()
    expect(kept.length).toBe(500)
    expect(new Set(kept.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ attempts: 1, pause: 1, error: 'TypeError' })])
    )
    // The next minute asks them nothing.
    expect(await fireDue(site.gate, (_, clock) => void faults.push(clock!))).toBe(0)
    expect(faults.length).toBe(500)
  })

  it('wait longer each time, six hours at most, while their own dates stay', async () => {
    const [clock] = await due(cases.slice(0, 1), 1, { broken: true })
    const dates = () =>
      ask(`select due_on, due_at, next_at, steps, state from deadline where id = $1`, [clock!.id])
    const before = await dates()
    const pauses: [attempts: number, pause: number][] = []
    for (let turn = 0; turn < 11; turn++) {
      await pausesAreOver()
      expect(await fireDue(site.gate)).toBe(0)
      const [kept] = await setBacks()
      pauses.push([kept!.attempts, kept!.pause])
    }
    expect(pauses.map(([attempts]) => attempts)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(pauses.map(([, pause]) => pause)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
    expect(await dates()).toEqual(before)
  })

  it('once put right fire late, say so, fire once, and their failures are forgotten', async () => {
    const [id] = cases as [string]
    const [clock] = await due([id], 1, { broken: true })
    expect(await fireDue(site.gate)).toBe(0)
    await ask(`update deadline set steps = $2::jsonb where id = $1`, [
      clock!.id,
      JSON.stringify([{ kind: 'due', at: midnight }])
    ])
    site.at(new Date(midnight.getTime() + 2 * 3_600_000))
    expect(await fireDue(site.gate)).toBe(0)
    await pausesAreOver()
    expect([await fireDue(site.gate), await fireDue(site.gate)]).toEqual([1, 0])
    expect(await events([id])).toEqual([{ on: '2026-12-10', late: true }])
    expect(await setBacks()).toEqual([])
  })

  it('are shown to whoever watches, beside those that are late', async () => {
    const shown = async () =>
      (await site.app.inject('/metrics')).body
        .split('\n')
        .filter((line) => line.startsWith('mnio_deadlines{'))
    const counted = (due: number, overdue: number, setBack: number) => [
      `mnio_deadlines{state="due"} ${due}`,
      `mnio_deadlines{state="overdue"} ${overdue}`,
      `mnio_deadlines{state="set_back"} ${setBack}`
    ]
    expect(await shown()).toEqual(counted(0, 0, 0))
    await due(cases.slice(0, 3), 1, { broken: true })
    expect(await fireDue(site.gate)).toBe(0)
    await due(cases.slice(0, 2), 1)
    await ask(`update deadline set next_at = now() - interval '16 minutes' where state = 'running'`)
    expect(await shown()).toEqual(counted(5, 5, 3))
    await ask(`update deadline set next_at = now() - interval '14 minutes' where state = 'running'`)
    expect(await shown()).toEqual(counted(5, 0, 3))
  })

  it('are told to whoever keeps the server: which, since when, how often and why, and are tried when they say so', async () => {
    const [id] = cases as [string]
    const [unreadable] = await due([id], 1, { broken: true, days: 1 })
    const [written] = await due(cases.slice(1, 2), 1)
    // A line that is in the log already: PostgreSQL refuses the next one.
    await ask(
      `insert into case_event select case_id, seq + 1, at, 'clock.lapse', input, sealed, person_id, org_id, role, territory, basis, basis_on
       from case_event where case_id = $1 order by seq desc limit 1`,
      [cases[1]]
    )
    expect(await fireDue(site.gate)).toBe(0)
    const told = await setBackNow(site.db.worker)
    const of = { code: 'MNIO-TRIAGE', attempts: 1, retryAt: expect.any(Date) as Date }
    expect(told).toEqual([
      { ...of, id: unreadable!.id, dueSince: new Date('2026-12-09T23:00:00Z'), error: 'TypeError' },
      { ...of, id: written!.id, dueSince: midnight, error: 'error 23505' }
    ])
    expect([await retryNow(site.db.worker), await retryNow(site.db.worker)]).toEqual([2, 0])
    expect(await fireDue(site.gate)).toBe(0)
    expect((await setBackNow(site.db.worker)).map(({ attempts }) => attempts)).toEqual([2, 2])
  })
})

describe('the clocks of one case', () => {
  it('fire in the order in which they fell due, and one that cannot holds none of the later ones', async () => {
    const [id] = cases as [string]
    await due([id], 3)
    await due([id], 1, { broken: true, days: 1 })
    await due([id], 1, { days: 3 })
    expect(await fireDue(site.gate)).toBe(4)
    expect((await events([id])).map(({ on }) => on)).toEqual([
      '2026-12-07',
      '2026-12-08',
      '2026-12-09',
      '2026-12-10'
    ])
    expect(await running()).toBe(1)
  })

  it('keep that order when two workers hold the case, one of them beyond its time', async () => {
    const some = cases.slice(0, 10)
    await due(some, 6)
    const running = fireDue(site.gate)
    const other = async () => {
      for (let turn = 0; turn < 10; turn++) {
        await ask('update firing_lease set leased_until = now()')
        await fireDue(site.gate, undefined, { lanes: 2 })
      }
    }
    await Promise.all([running, other()])
    for (const id of some)
      expect((await events([id])).map(({ on }) => on)).toEqual(
        [5, 6, 7, 8, 9, 10].map((n) => `2026-12-${String(n).padStart(2, '0')}`)
      )
  })
})

describe('two workers at once', () => {
  it('share 300 clocks: each is fired once, and leaves one line', async () => {
    await due(cases, 4)
    const fired = await Promise.all([fireDue(site.gate), fireDue(site.gate, undefined, { lanes: 2 })])
    expect(fired[0] + fired[1]).toBe(300)
    expect(Math.min(...fired)).toBeGreaterThan(0)
    expect((await events()).length).toBe(300)
    expect(await running()).toBe(0)
    expect(await ask('select from firing_lease')).toEqual([])
  })

  it('are called by the first that finds something to do, and none takes a second round of its own', async () => {
    await due(cases.slice(0, 10), 1)
    const { fire, refused } = openFiring(site.gate, createLog('silent'))
    const calls: unknown[] = []
    const helpers = { addJob: (...call: unknown[]) => calls.push(call) } as unknown as JobHelpers
    expect(refused()).toEqual([])
    const round = fire({}, helpers)
    expect(refused()).toEqual(['fire'])
    await fire({}, helpers)
    expect(calls).toEqual([['fire', {}, { jobKey: 'fire', flags: ['fire'] }]])
    await round
    expect(calls.length).toBe(2)
    expect((await events()).length).toBe(10)
    expect(refused()).toEqual([])
  })

  it('never hold the same case, which they would if a lease lasted no time', async () => {
    await due(cases, 1)
    const shared = async (seconds?: number) => {
      const both = await Promise.all([
        takeBatch(site.gate, newHold(), seconds),
        takeBatch(site.gate, newHold(), seconds)
      ])
      return both[0].filter((id) => both[1].includes(id)).length
    }
    expect(await shared(-1)).toBeGreaterThan(0)
    expect(await shared()).toBe(0)
  })
})

describe('the cases in which something is due', () => {
  /** In which order they would be fired, where that one has a clock that fell due a month before all others. */
  const orderWith = async (first: string) => {
    await ask(`update deadline set state = 'stopped', next_at = null where state = 'running'`)
    await due(cases, 1)
    await due([first], 1, { days: 30 })
    const hold = newHold()
    const order: string[] = []
    for (
      let taken = await takeBatch(site.gate, hold);
      taken.length > 0;
      taken = await takeBatch(site.gate, hold)
    ) {
      order.push(...taken)
      await ask(`update deadline set state = 'stopped', next_at = null where case_id = any($1::uuid[])`, [
        taken
      ])
    }
    await release(site.gate, hold)
    return order
  }

  it('come in an order that does not tell in which one a clock has waited longest', async () => {
    const drawn = cases.toSorted()
    expect(await orderWith(drawn.at(-1)!)).toEqual(drawn)
    expect(await orderWith(drawn[0]!)).toEqual(drawn)
  })
})

describe('what a worker has taken', () => {
  it('and abandons is taken by another once its time is over, and fires once', async () => {
    await due(cases.slice(0, 3), 2)
    expect((await takeBatch(site.gate, newHold())).length).toBe(3)
    expect(await fireDue(site.gate)).toBe(0)
    const [lease] = await ask<{ seconds: number }>(
      `select round(extract(epoch from max(leased_until) - now()))::int as seconds from firing_lease`
    )
    expect(lease!.seconds).toBeLessThanOrEqual(15)
    await ask('update firing_lease set leased_until = now()')
    expect(await fireDue(site.gate)).toBe(6)
    expect((await events()).length).toBe(6)
  })

  it('and abandons is looked at again as soon as it is free, by whoever found nothing else to do', async () => {
    const { fire } = openFiring(site.gate, createLog('silent'))
    const calls: [task: string, payload: object, spec: { runAt?: Date }][] = []
    const helpers = { addJob: (...call: (typeof calls)[0]) => calls.push(call) } as unknown as JobHelpers
    const later = () => calls.filter(([, , { runAt }]) => runAt).map(([, , { runAt }]) => runAt!.getTime())
    await due(cases.slice(0, 3), 1)
    await takeBatch(site.gate, newHold())
    const free = await heldUntil(site.gate)
    await fire({}, helpers)
    expect(later()).toEqual([free!.getTime()])
    await ask('update firing_lease set leased_until = now()')
    await fire({}, helpers)
    expect((await events()).length).toBe(3)
    // Nothing is held any more: the minute is soon enough.
    expect([later().length, await heldUntil(site.gate)]).toEqual([1, null])
  })

  it('and gives back is free at once', async () => {
    await due(cases.slice(0, 3), 2)
    const hold = newHold()
    await takeBatch(site.gate, hold)
    await release(site.gate, hold)
    expect(await fireDue(site.gate)).toBe(6)
  })

  it('is given back where it is told to stop in the middle', async () => {
    await due(cases.slice(0, 20), 1)
    const stopping = new AbortController()
    const fired = await fireDue(site.gate, undefined, {
      signal: stopping.signal,
      onBatch: () => setTimeout(() => stopping.abort(), 30)
    })
    expect(fired).toBeLessThan(20)
    expect(await ask('select from firing_lease')).toEqual([])
    expect(fired + (await fireDue(site.gate))).toBe(20)
  })
})
