import type { Database } from '../db/client.ts'
import { keptForDays } from './kept.ts'

const clocks = { told: 'wall_clock()', machine: 'now()' } as const

// The next minute has asked for its own round.
const forget = `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
  where attempts >= max_attempts and task_identifier in ('fire', 'sweep', 'call', 'release')`

const asked = `select number from release where state = 'asked'`
const atWork = `select key from graphile_worker.jobs
  where task_identifier = 'release' and (attempts < max_attempts or locked_at is not null)`
const stopped = `update release set state = 'failed', step = null, failure = 'stopped'
  where state = 'asked' and number = any($1::int[])`

/** A release that the queue has given up no longer keeps others from being asked for. In this order: whoever is asked for has a job. */
const failDeadReleases = async ({ worker, stats }: Database) => {
  const { rows: waiting } = await stats.query<{ number: number }>(asked)
  if (waiting.length === 0) return
  const { rows } = await worker.query<{ key: string }>(atWork)
  const alive = new Set(rows.map(({ key }) => key))
  const dead = waiting.flatMap(({ number }) => (alive.has(`release:${number}`) ? [] : [number]))
  if (dead.length > 0) await stats.query(stopped, [dead])
}

/**
 * What has no reason to be kept: drafts after their day, answered keys after a week, notices after a month, dead sessions,
 * exact numbers after their day, what a killed worker had taken, failures of clocks that no longer run.
 */
export const sweepExpired = async (db: Database) => {
  const { worker } = db
  for (const { table, from, days, clock } of keptForDays)
    await worker.query(`delete from ${table} where ${from} < ${clocks[clock]} - interval '${days} days'`)
  await failDeadReleases(db)
  await worker.query(forget)
  await worker.query('select forget_exact_cells()')
  await worker.query(`delete from firing_lease where leased_until < now()`)
  await worker.query(
    `delete from deadline_setback s where not exists (select from deadline d where d.id = s.deadline_id and d.state = 'running')`
  )
}
