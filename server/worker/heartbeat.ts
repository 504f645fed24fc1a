import type { Worker } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Log } from '../log.ts'

/**
 * How a dead worker is known, in milliseconds of the database's own clock: how often each says that it lives, how long it
 * may be silent, and how long a worker must itself have been heard before it judges another. Together with the time after
 * which the queue looks again, what a killed worker held is taken within a minute.
 */
export const pulse = { every: 5_000, silence: 30_000, settled: 15_000 }
export type Pulse = typeof pulse

/** After a gap (the process was paused, the database gone) it counts as new. */
const beat = `insert into worker_beat as b (id, at, steady_since) values ($1, now(), now())
  on conflict (id) do update set at = now(),
    steady_since = case when b.at < now() - $2 * interval '1 millisecond' then now() else b.steady_since end`

// After an outage of the database everybody has been silent: only who has been heard again for a while may judge.
const unlockDead = `with dead as (
    delete from worker_beat where at < now() - $2 * interval '1 millisecond'
      and exists (select from worker_beat me where me.id = $1 and me.steady_since <= now() - $3 * interval '1 millisecond')
    returning id)
  select array_agg(id) as ids, graphile_worker.force_unlock_workers(array_agg(id)) from dead having count(*) > 0`

const bury = async (worker: Pool, id: string, { silence, settled }: Pulse): Promise<number> => {
  const { rows } = await worker.query<{ ids: string[] }>(unlockDead, [id, silence, settled])
  return rows[0]?.ids.length ?? 0
}

// One that still holds jobs keeps its row, so that they are found.
const leave = `delete from worker_beat where id = $1 and not exists (select from graphile_worker.jobs where locked_by = $1)`

type Deps = { db: { worker: Pool }; log: Log; pulse?: Pulse }

const startPulse = ({ db: { worker }, log, pulse: as = pulse }: Deps, id: string) => {
  const say = async () => {
    await worker.query(beat, [id, as.settled])
    const dead = await bury(worker, id, as)
    if (dead > 0) log.warn({ workers: dead }, 'what a silent worker held is taken again')
  }
  const saying = () =>
    say().catch((error: unknown) => log.warn({ err: error }, 'the worker could not say that it lives'))
  const first = saying()
  let last = first
  const timer = setInterval(() => void (last = saying()), as.every)
  const stop = async () => {
    clearInterval(timer)
    await last
    await worker.query(leave, [id]).catch(() => undefined)
  }
  return { first, stop }
}

/**
 * Says that a worker lives, from before its first job and from a timer of its process, so that a job of several minutes is not
 * taken for a dead one; and gives back to the queue what silent workers held. A worker that was only paused may so do a job
 * that another has done meanwhile: every task bears that.
 */
export const heartbeat = (deps: Deps, silence: AbortSignal): GraphileConfig.Plugin => {
  let living: ReturnType<typeof startPulse> | null = null
  const startWorker = async (_: unknown, { worker: { workerPool } }: { worker: Worker }) => {
    if (!living) {
      const { stop } = (living = startPulse(deps, workerPool.id))
      workerPool.promise.then(stop, stop)
      // One that was given up says no more that it lives, so that what it holds is found.
      silence.addEventListener('abort', () => void stop())
    }
    await living.first
  }
  return { name: 'heartbeat', version: '1', worker: { hooks: { startWorker } } }
}
