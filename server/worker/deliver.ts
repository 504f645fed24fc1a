import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/client.ts'
import { errorForLog, type Log } from '../log.ts'
import type { Kind } from '../outbox/enqueue.ts'
import { onWake } from '../outbox/wake.ts'

/** What is done with what waits in the outbox, by kind. One that has nothing to do it with is left to another worker. */
export type Deliveries = Partial<Record<Kind, (payload: never) => Promise<unknown>>>

/** How long what was taken stays taken, and how often that is said again while it is delivered, in milliseconds. */
type Lease = { silence: number; every: number }

// Taken by a lease and not by a lock: a letter waits for its server, and no transaction is left open for so long.
const taking = `update outbox set locked_until = now() + $2 * interval '1 millisecond', attempts = attempts + 1
  where id in (
    select id from outbox where kind = $1 and run_at <= now() and (locked_until is null or locked_until <= now())
      order by run_at, id limit $3 for update skip locked)
  returning id, payload, attempts`
const keeping = `update outbox set locked_until = now() + $2 * interval '1 millisecond' where id = any($1::bigint[])`
const leaving = `delete from outbox where id = any($1::bigint[])`
/** The longest pause between two attempts: nothing is given up, since what could not leave for days may leave now. */
const longestSeconds = 3600
const putOff = `update outbox set locked_until = null, last_error = $2,
    run_at = now() + least(exp(least(attempts, 10)), ${longestSeconds}) * interval '1 second'
  where id = $1`

/** A letter waits for its server, and is sent twice if it is taken twice: each is taken by itself. */
const atOnce: Record<Kind, number> = {
  tell: 50,
  mail_link: 1,
  mail_access: 1,
  mail_error: 1,
  mail_call: 1,
  count: 50
}

type Taken = { id: string; payload: never; attempts: number }
type Deps = { db: Pick<Database, 'worker'>; log: Log; lease: Lease }

/** Whatever is delivered twice, after a crash or a pause of this process, says nothing more: every delivery bears that. */
const deliverOne = async (
  { db: { worker }, log }: Deps,
  kind: Kind,
  one: Taken,
  deliver: () => Promise<unknown>
) => {
  try {
    await deliver()
    return [one.id]
  } catch (error) {
    // By its kind and the class of its failure; never what it was asked, nor the words of the failure.
    log.error({ task: kind, attempts: one.attempts, err: error }, 'a job failed')
    await worker.query(putOff, [one.id, errorForLog(error).class.slice(0, 60)])
    return []
  }
}

type Lane = { kind: Kind; deliver: (payload: never) => Promise<unknown> }

/** Delivers the next of a kind, in the order in which they were put. Returns how many were taken. */
const deliverSome = async (deps: Deps, { kind, deliver }: Lane): Promise<number> => {
  const { worker } = deps.db
  const { silence, every } = deps.lease
  const { rows } = await worker.query<Taken>(taking, [kind, silence, atOnce[kind]])
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const kept = setInterval(() => void worker.query(keeping, [ids, silence]).catch(() => undefined), every)
  const done: string[] = []
  try {
    for (const one of rows.toSorted((a, b) => Number(a.id) - Number(b.id)))
      done.push(...(await deliverOne(deps, kind, one, () => deliver(one.payload))))
  } finally {
    clearInterval(kept)
    if (done.length > 0) await worker.query(leaving, [done])
  }
  return rows.length
}

const lanesOf = (deliveries: Deliveries): Lane[] =>
  Object.entries(deliveries).map(([kind, deliver]) => ({ kind: kind as Kind, deliver }))

/** Delivers all that is due now. */
export const deliverDue = async (deps: Deps, deliveries: Deliveries): Promise<void> => {
  for (const lane of lanesOf(deliveries)) while ((await deliverSome(deps, lane)) > 0);
}

/** How often a worker looks for what another process has put; after a failure, less and less often. */
const looks = { every: 1_000, longest: 10_000 }

type Delivering = Deps & { db: Pick<Database, 'worker' | 'app'> }

/** Rests until it is woken, or for so long; a call that comes while it works is not lost. */
const resting = (stopping: AbortSignal) => {
  let called = false
  let waking = new AbortController()
  return {
    call: () => {
      called = true
      waking.abort()
    },
    rest: async (pause: number) => {
      if (!called)
        await sleep(pause, null, { signal: AbortSignal.any([stopping, waking.signal]) }).catch(
          () => undefined
        )
      called = false
      waking = new AbortController()
    }
  }
}

/**
 * Delivers what acts leave, each kind by itself, so that no letter holds up a telling: woken by the acts of this process, and
 * looking each second for those of others.
 */
export const startDelivering = (deps: Delivering, deliveries: Deliveries): { stop: () => Promise<void> } => {
  const stopping = new AbortController()
  const lane = async (one: Lane) => {
    const { call, rest } = resting(stopping.signal)
    const sleepOn = onWake(deps.db.app, call)
    for (let pause = looks.every; !stopping.signal.aborted;) {
      try {
        while (!stopping.signal.aborted && (await deliverSome(deps, one)) > 0);
        pause = looks.every
      } catch (error) {
        deps.log.warn({ err: error, task: one.kind }, 'the outbox could not be looked at')
        pause = Math.min(2 * pause, looks.longest)
      }
      await rest(pause)
    }
    sleepOn()
  }
  const over = Promise.all(lanesOf(deliveries).map(lane))
  return {
    stop: async () => {
      stopping.abort()
      await over
    }
  }
}
