import { describe, expect, it } from 'vitest'
import { fireDue } from '../../../server/firing/fire.ts'
import { retryNow, setBackNow } from '../../../server/firing/waiting.ts'
import { openFirings } from './due.ts'

const { cases, ask, site, midnight, due, events, running } = await openFirings()

const setBacks = () =>
  ask<{ attempts: number; pause: number; error: string }>(
    `select attempts, ceil(extract(epoch from retry_at - now()) / 60)::int as pause, error from deadline_setback`
  )
const pausesAreOver = () => ask('update deadline_setback set retry_at = now()')

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
    const hours = `select input ->> 'lateHours' as hours from case_event where command = 'clock.lapse' and case_id = $1`
    expect(await ask(hours, [id])).toEqual([{ hours: '2' }])
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
    // Of one that has stopped since there is nothing to do.
    await ask(`update deadline set state = 'stopped', next_at = null where id = $1`, [written!.id])
    expect((await setBackNow(site.db.worker)).map(({ id: left }) => left)).toEqual([unreadable!.id])
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
        await fireDue(site.gate)
      }
    }
    await Promise.all([running, other()])
    for (const id of some)
      expect((await events([id])).map(({ on }) => on)).toEqual(
        [5, 6, 7, 8, 9, 10].map((n) => `2026-12-${String(n).padStart(2, '0')}`)
      )
  })
})
