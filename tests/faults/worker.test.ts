import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { PoolClient } from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fireDue } from '../../server/firing/fire.ts'
import { createLog } from '../../server/log.ts'
import { pulse } from '../../server/worker/heartbeat.ts'
import { startWorker } from '../../server/worker/worker.ts'
import { acting } from '../support/acting.ts'
import { briefPulse } from '../support/running/keys.ts'
import { openWorld } from '../support/world.ts'
import { forFile } from '../support/for-file.ts'

let child: ChildProcess | null = null
let second: Awaited<ReturnType<typeof startWorker>> | null = null
let locking: PoolClient | null = null

const world = await forFile(openWorld())
const caseId = await acting(world).flagged()
beforeAll(async () => {
  // The minute's round may come at any moment: nothing is due unless a story says so.
  await ask(`update deadline set state = 'stopped', next_at = null`)
})
afterEach(async () => {
  await kill()
  await second?.stop()
  second = null
  await unlock()
  await ask('delete from notice')
  await ask('delete from worker_beat')
})

const ask = async <T>(text: string, values: unknown[] = []) =>
  (await world.db.owner.query(text, values)).rows as T[]

const until = async (what: string, holds: () => Promise<boolean>, seconds = 20) => {
  for (let turn = 0; turn < seconds * 20; turn++) {
    if (await holds()) return
    await sleep(50)
  }
  throw new Error(`it never happened: ${what}`)
}

const script = fileURLToPath(new URL('../support/running/worker.child.ts', import.meta.url))
/** It reads the whole server first: a busy machine takes its time. */
const startChild = async () => {
  child = spawn(process.execPath, [script, world.db.url], { stdio: 'ignore' })
  await until('it says that it lives', async () => (await ask('select from worker_beat')).length > 0, 60)
}
const kill = async () => {
  if (!child) return
  const over = new Promise((resolve) => child!.once('exit', resolve))
  child.kill('SIGKILL')
  await over
  child = null
}
const startSecond = async () =>
  void (second = await startWorker({
    db: world.db,
    gate: { pool: world.db.app, keys: world.db.keys },
    log: createLog('silent'),
    publicUrl: 'http://localhost:3000',
    post: async () => {},
    pulse: briefPulse
  }))

/** Whoever writes to this table hangs. */
const lock = async (table: 'notice' | 'case_event') => {
  locking = await world.db.owner.connect()
  await locking.query(`begin`)
  await locking.query(`lock table ${table} in share mode`)
}
const unlock = async () => {
  if (!locking) return
  await locking.query('rollback')
  locking.release()
  locking = null
}

const askTelling = async () => {
  const payload = {
    about: 'case',
    id: caseId,
    to: [world.as('cellule.69').orgId],
    line: { about: 'case', id: caseId, seq: 1 }
  }
  await ask(`select graphile_worker.add_job('tell', $1)`, [payload])
}
const holder = async (task: string) =>
  (
    await ask<{ by: string | null }>(
      `select locked_by as by from graphile_worker.jobs where task_identifier = $1 order by id limit 1`,
      [task]
    )
  )[0]?.by ?? null
const isHeld = (task: string) => until(`${task} is taken`, async () => (await holder(task)) !== null)
const told = async () => (await ask('select from notice')).length

describe('a worker that is killed while it tells', () => {
  it('holds its telling no longer than it takes to be missed: another delivers it, once', async () => {
    await startChild()
    await lock('notice')
    await askTelling()
    await isHeld('tell')
    await kill()
    await unlock()
    await startSecond()
    await until('the telling is delivered', async () => (await told()) === 1)
    await until('the queue is empty', async () => (await holder('tell')) === null)
    expect(await told()).toBe(1)
  })

  it('is missed by those who live within a minute, the queue’s own looking again included', () => {
    const pollSeconds = 2
    expect(pulse.silence + pulse.every + pollSeconds * 1000).toBeLessThan(60_000)
    // Whoever starts as the other dies judges it as soon as those do who were there before.
    expect(pulse.settled).toBeLessThan(pulse.silence)
    expect(pulse.every * 2).toBeLessThan(pulse.settled)
  })

  it('is not missed while it lives, however long its job lasts', async () => {
    await startChild()
    await lock('notice')
    await askTelling()
    await isHeld('tell')
    const before = await holder('tell')
    await startSecond()
    await sleep(2.5 * briefPulse.silence)
    expect(await holder('tell')).toBe(before)
    await unlock()
    await until('the telling is delivered', async () => (await told()) === 1)
  })

  it('leaves no trace of itself when it ends as it should', async () => {
    await startSecond()
    const beats = () =>
      ask<{ id: string }>(`select id from worker_beat where at > now() - interval '1 second'`)
    await until('it says that it lives', async () => (await beats()).length === 1)
    const [{ id }] = (await beats()) as [{ id: string }]
    await second!.stop()
    second = null
    await until(
      'it says that it leaves',
      async () => (await ask('select from worker_beat where id = $1', [id])).length === 0
    )
  })
})

describe('a worker that is killed while it fires', () => {
  it('loses nothing that it had taken: the clock fires by another once the minute is over, once', async () => {
    const lines = () => ask(`select from case_event where case_id = $1 and command = 'clock.lapse'`, [caseId])
    await startChild()
    await lock('case_event')
    const [clock] = await ask<{ id: string }>(
      `update deadline set state = 'running', next_at = now() - interval '1 minute', due_at = now() - interval '1 minute',
         steps = jsonb_build_array(jsonb_build_object('kind', 'due', 'at', now() - interval '1 minute'))
       where code = 'MNIO-TRIAGE' and case_id = $1 returning id`,
      [caseId]
    )
    world.at(new Date((await ask<{ at: Date }>('select now() as at'))[0]!.at))
    await ask(`select graphile_worker.add_job('fire')`)
    const writing = `select from pg_locks where not granted and relation = 'case_event'::regclass`
    await until('it writes', async () => (await ask(writing)).length > 0)
    await kill()
    await unlock()
    expect(await lines()).toEqual([])
    // Nobody knows yet that it is dead.
    expect(await fireDue(world.gate)).toBe(0)
    await ask('update firing_lease set leased_until = now()')
    expect(await fireDue(world.gate)).toBe(1)
    expect((await lines()).length).toBe(1)
    expect(await ask('select state from deadline where id = $1', [clock!.id])).toEqual([{ state: 'fired' }])
    expect(await fireDue(world.gate)).toBe(0)
  })
})
