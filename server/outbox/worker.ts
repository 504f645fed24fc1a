import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import type { Database } from '../db/client.ts'
import { wallClock } from '../db/context.ts'
import type { Gate } from '../cases/gate.ts'
import { workMove, type MoveJob } from '../configuration/work.ts'
import { mailLink, type Post } from '../links/mail.ts'
import type { Log } from '../log.ts'
import { refreshFigures } from '../stats/refresh.ts'
import { openFiring } from './firing.ts'
import { heartbeat, type Pulse } from './heartbeat.ts'
import { sweepExpired } from './sweep.ts'
import { deliverTelling } from './tell.ts'

export type WorkerDeps = {
  db: Database
  gate: Gate
  log: Log
  /** Where the site is, for the links in letters. */
  publicUrl: string
  post: Post
  /** How dead workers are known; a test is less patient. */
  pulse?: Pulse
}

// The queue's clock is only a hint: what is due stands in the deadline rows, and a missed minute is made up for.
const crontab = ['* * * * * fire', '*/15 * * * * figures', '17 * * * * sweep'].join('\n')

/** What the queue may ask for. */
export const tasks = (
  { db, gate, log, publicUrl, post }: WorkerDeps,
  { fire } = openFiring(gate, log)
): TaskList => ({
  fire,
  tell: (payload) => deliverTelling(db.app, payload as Parameters<typeof deliverTelling>[1]),
  mail_link: (payload) =>
    mailLink({ db, keys: gate.keys, publicUrl, post }, payload as Parameters<typeof mailLink>[1]),
  figures: async () => {
    await refreshFigures(db.stats, await wallClock(db.owner))
  },
  sweep: () => sweepExpired(db),
  configuration: (payload, { addJob }) => workMove(gate, payload as MoveJob, addJob)
})

// The queue's own words may quote a payload or an error: only their level is kept.
const quiet = (log: Log) =>
  new Logger(() => (level) => (level === 'error' ? log.error('the job queue reports an error') : undefined))

/** Fires deadlines, delivers tellings, refreshes figures. Several workers may run: each row is taken once. */
export const startWorker = (deps: WorkerDeps): Promise<Runner> => {
  const firing = openFiring(deps.gate, deps.log)
  return run({
    pgPool: deps.db.owner,
    schema: 'graphile_worker',
    concurrency: 2,
    noHandleSignals: true,
    logger: quiet(deps.log),
    crontab,
    taskList: tasks(deps, firing),
    forbiddenFlags: firing.refused,
    preset: { plugins: [heartbeat(deps)] }
  })
}
