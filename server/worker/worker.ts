import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Database } from '../db/client.ts'
import type { Gate } from '../acts/command-validation.ts'
import { workMove, type MoveJob } from '../configuration/migration-job.ts'
import { lapseHandings } from '../handing/proposal/ending.ts'
import { mailCall } from '../calls/mail.ts'
import { callReaders } from '../calls/sweep.ts'
import { mailError, mailLink } from '../links/mail.ts'
import type { Post } from '../mail/post.ts'
import { mailAccess } from '../organisations/mail.ts'
import { keepAccess } from '../organisations/sweep.ts'
import type { Inactivity } from '../organisations/access/unseen.ts'
import type { Log } from '../log.ts'
import { attackApart } from '../figures/releases/attacking.ts'
import { makeRelease } from '../figures/releases/making.ts'
import { countCase } from '../figures/store/count.ts'
import { startDelivering, type Deliveries } from './deliver.ts'
import { openFiring } from '../firing/firing.ts'
import { heartbeat, pulse, type Pulse } from './heartbeat.ts'
import { sweepExpired } from './sweep.ts'
import { deliverTelling } from '../outbox/tell.ts'

export type WorkerDeps = {
  db: Database
  gate: Gate
  log: Log
  /** Where the site is, for the links in letters. */
  publicUrl: string
  callBack?: string | undefined
  /** Null: nothing here can send, and letters are left to a worker that can. */
  post: Post | null
  /** After how long without a sign-in access ends. */
  inactivity?: Inactivity
  /** How dead workers are known; a test is less patient. */
  pulse?: Pulse
}

// The queue's clock is only a hint: what is due stands in the deadline rows, and a missed minute is made up for.
const crontab = ['* * * * * fire', '* * * * * call', '17 * * * * sweep'].join('\n')

/** What acts leave to be delivered. */
export const deliveries = ({ db, gate, publicUrl, callBack, post }: Omit<WorkerDeps, 'log'>): Deliveries => ({
  tell: (payload) => deliverTelling(db.app, payload),
  count: (payload) => countCase(db.stats, gate.keys, payload),
  // Letters are left to a worker that can send them.
  ...(post && {
    mail_link: (payload) => mailLink({ db, keys: gate.keys, publicUrl, callBack, post }, payload),
    mail_access: (payload) => mailAccess({ db, keys: gate.keys, publicUrl, callBack, post }, payload),
    mail_error: (payload) => mailError({ keys: gate.keys, publicUrl, callBack, post }, payload),
    mail_call: (payload) => mailCall({ db, publicUrl, post }, payload)
  })
})

/** What the queue may ask for: what is done by the clock, and what an administrator starts. */
export const tasks = (
  { db, gate, log, inactivity }: Pick<WorkerDeps, 'db' | 'gate' | 'log' | 'inactivity'>,
  { fire } = openFiring(gate, log)
): TaskList => ({
  fire,
  call: () => callReaders(db),
  release: (payload) =>
    makeRelease({ stats: db.stats, keys: gate.keys }, payload as { number: number }, attackApart, log),
  sweep: async () => {
    await sweepExpired(db)
    await keepAccess(db.worker, inactivity)
    await lapseHandings(db.worker)
  },
  configuration: (payload, { addJob }) => workMove(gate, payload as MoveJob, addJob)
})

// The queue's own words may quote a payload or an error: only their level is kept.
const quiet = (log: Log) =>
  new Logger(() => (level) => (level === 'error' ? log.error('the job queue reports an error') : undefined))

/** By its name and the class of its failure; never what it was asked, nor the words of the failure. */
const telling = (log: Log): EventEmitter => {
  const events = new EventEmitter()
  events.on(
    'job:error',
    ({ job, error }: { job: { task_identifier: string; attempts: number }; error: unknown }) =>
      log.error({ task: job.task_identifier, attempts: job.attempts, err: error }, 'a job failed')
  )
  return events
}

/** A runner, and when it is of no more use; `abandon` lets go of it without waiting. */
type Running = { runner: Runner; over: Promise<unknown>; abandon: () => void }

const begin = async (deps: WorkerDeps): Promise<Running> => {
  const firing = openFiring(deps.gate, deps.log)
  const events = telling(deps.log)
  const silence = new AbortController()
  const runner = await run({
    pgPool: deps.db.worker,
    noHandleSignals: true,
    logger: quiet(deps.log),
    events: events as WorkerEvents,
    crontab,
    taskList: tasks(deps, firing),
    forbiddenFlags: firing.refused,
    preset: {
      plugins: [heartbeat(deps, silence.signal)],
      worker: {
        schema: 'graphile_worker',
        concurrentJobs: 2,
        // A delay, even of zero, has the queue wait for the word that a job ended. Without one, losing PostgreSQL at
        // that moment is a rejection that nobody handles, and ends the process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0
      }
    }
  })
  // Having failed to say that a job ended, the queue may wait for ever to say it, and never end by itself.
  const failed = new Promise((done) => events.once('pool:fatalError', done))
  const over = Promise.race([failed, runner.promise.catch(() => undefined)])
  const abandon = () => {
    silence.abort()
    runner.kill().catch(() => undefined)
  }
  return { runner, over, abandon }
}

const pauses = { first: 250, longest: 10_000 }

/**
 * Fires deadlines, delivers tellings, releases figures. Several workers may run: each row is taken once. One that lost its
 * database is begun again, with growing pauses, until it has it back or is stopped.
 */
export const startWorker = async (deps: WorkerDeps): Promise<{ stop: () => Promise<void> }> => {
  const stopping = new AbortController()
  const delivering = startDelivering({ ...deps, lease: deps.pulse ?? pulse }, deliveries(deps))
  let running: Running | null = await begin(deps).catch(async (error: unknown) => {
    await delivering.stop()
    throw error
  })

  const beginAgain = async () => {
    for (let pause = pauses.first; !stopping.signal.aborted; pause = Math.min(2 * pause, pauses.longest)) {
      await sleep(pause, null, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return null
      const begun = await begin(deps).catch(() => null)
      if (begun) return begun
    }
    return null
  }
  const kept = (async () => {
    while (running) {
      await running.over
      if (stopping.signal.aborted) return
      deps.log.error('the worker stopped')
      running.abandon()
      running = await beginAgain()
      if (running) deps.log.info('the worker runs again')
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await delivering.stop()
      // It may have ended by itself in the meantime.
      await running?.runner.stop().catch(() => undefined)
      await kept
    }
  }
}
