import type { JobHelpers } from 'graphile-worker'
import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { heldUntil, newHold, release, takeBatch } from '../../../server/firing/taking.ts'
import { createLog } from '../../../server/log.ts'
import { openFiring } from '../../../server/firing/firing.ts'
import { openFirings } from './due.ts'

const { cases, ask, site, due, events, running } = await openFirings()

describe('two workers at once', () => {
  it('share 300 clocks: each is fired once, and leaves one line', async () => {
    await due(cases, 4)
    const fired = await Promise.all([fireDue(site.gate), fireDue(site.gate)])
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

  it('nor one that the other has taken since both looked', async () => {
    await due(cases, 1)
    const [one, other] = [newHold(), newHold()]
    await takeBatch(site.gate, one)
    const taken = await takeBatch(site.gate, other)
    expect(taken.length).toBeGreaterThan(0)
    // What it found first holds these still.
    expect(taken.filter((id) => one.found.includes(id))).toEqual(taken)
    expect((await takeBatch(site.gate, one)).filter((id) => taken.includes(id))).toEqual([])
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
